"""The indicators in words that can be translated: the definitions of `domain.indicators`."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.indicators import IndicatorCode
from acceptance.i18n.marker import N_


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """A full title, one for narrow columns, and the two parts of the definition."""

    title: str
    short: str
    population: str
    numerator: str


_Code = IndicatorCode
_FIRST_PASSED = N_("首次计次验收结论为合格")
_LATEST_PASSED = N_("期内最近一次计次验收结论为合格")

INDICATOR_WORDS: dict[IndicatorCode, IndicatorWords] = {
    _Code.FIRST_TIME_LARGE_MEDIUM: IndicatorWords(
        N_("大中型工程建设项目一次验收合格率"),
        N_("大中型一次合格"),
        N_("首次计次验收在期内有结论的大型、中型项目"),
        _FIRST_PASSED,
    ),
    _Code.FIRST_TIME_OTHER: IndicatorWords(
        N_("其他工程建设项目一次验收合格率"),
        N_("其他一次合格"),
        N_("首次计次验收在期内有结论的小型项目"),
        _FIRST_PASSED,
    ),
    _Code.QUALITY_RURAL_ROAD: IndicatorWords(
        N_("农村公路工程质量合格率"),
        N_("农村公路合格"),
        N_("期内有计次验收结论的农村公路项目"),
        _LATEST_PASSED,
    ),
    _Code.QUALITY_WATER_SAVING: IndicatorWords(
        N_("节水改造工程质量合格率"),
        N_("节水改造合格"),
        N_("期内有计次验收结论的节水改造项目"),
        _LATEST_PASSED,
    ),
    _Code.EXCELLENCE_LARGE: IndicatorWords(
        N_("大型工程综合优良率"),
        N_("大型优良"),
        N_("期内验收合格且所用标准评定等级的大型项目"),
        N_("最终质量等级为优良"),
    ),
    _Code.STANDARDS_MET: IndicatorWords(
        N_("竣工工程达标率"),
        N_("竣工达标"),
        N_("期内有计次验收结论的全部项目"),
        N_("期内最近一次计次验收结论为合格，且没有未销号的强制性问题"),
    ),
    _Code.AWARD_LUBAN: IndicatorWords(
        N_("鲁班奖"), N_("鲁班奖"), N_("期内登记的获奖"), N_("获奖数")
    ),
    _Code.AWARD_FEITIAN: IndicatorWords(
        N_("飞天奖"), N_("飞天奖"), N_("期内登记的获奖"), N_("获奖数")
    ),
}
