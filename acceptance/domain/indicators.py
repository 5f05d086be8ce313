"""The county's quality indicators in the words of their definitions.

The source is the 2011 speech on the 质量振兴 programme of 陇西县; rule numbers are those of the
counting rules that the bureau keeps with its target agreements (目标责任书).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class IndicatorCode(StrEnum):
    """The stored word of an indicator."""

    FIRST_TIME_LARGE_MEDIUM = "first_time_large_medium"
    FIRST_TIME_OTHER = "first_time_other"
    QUALITY_RURAL_ROAD = "quality_rural_road"
    QUALITY_WATER_SAVING = "quality_water_saving"
    EXCELLENCE_LARGE = "excellence_large"
    STANDARDS_MET = "standards_met"
    AWARD_LUBAN = "award_luban"
    AWARD_FEITIAN = "award_feitian"


class Comparison(StrEnum):
    """What is held against the target."""

    RATE_AT_LEAST = "rate_at_least"
    COUNT_AT_LEAST = "count_at_least"


class AwardKind(StrEnum):
    """Prizes that the programme counts."""

    LUBAN = "luban"  # 鲁班奖，国家级
    FEITIAN = "feitian"  # 飞天奖，省级


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator in the words of its definition, which stand beside every figure of it."""

    code: IndicatorCode
    title: str
    population: str
    numerator: str
    target: str
    comparison: Comparison = Comparison.RATE_AT_LEAST


_Code = IndicatorCode
_FIRST_PASSED = "首次计次验收结论为合格"
_LATEST_PASSED = "期内最近一次计次验收结论为合格"

INDICATORS: dict[IndicatorCode, Indicator] = {
    indicator.code: indicator
    for indicator in (
        Indicator(
            _Code.FIRST_TIME_LARGE_MEDIUM,
            "大中型工程建设项目一次验收合格率",
            "首次计次验收在期内有结论的大型、中型项目",
            _FIRST_PASSED,
            "100%",
        ),
        Indicator(
            _Code.FIRST_TIME_OTHER,
            "其他工程建设项目一次验收合格率",
            "首次计次验收在期内有结论的小型项目",
            _FIRST_PASSED,
            "≥ 90%",
        ),
        Indicator(
            _Code.QUALITY_RURAL_ROAD,
            "农村公路工程质量合格率",
            "期内有计次验收结论的农村公路项目",
            _LATEST_PASSED,
            "100%",
        ),
        Indicator(
            _Code.QUALITY_WATER_SAVING,
            "节水改造工程质量合格率",
            "期内有计次验收结论的节水改造项目",
            _LATEST_PASSED,
            "100%",
        ),
        Indicator(
            _Code.EXCELLENCE_LARGE,
            "大型工程综合优良率",
            "期内验收合格且所用标准评定等级的大型项目",
            "最终质量等级为优良",
            "≥ 75%",
        ),
        Indicator(
            _Code.STANDARDS_MET,
            "竣工工程达标率",
            "期内有计次验收结论的全部项目",
            "期内最近一次计次验收结论为合格，且没有未销号的强制性问题",
            "100%",
        ),
        Indicator(
            _Code.AWARD_LUBAN,
            "鲁班奖",
            "期内登记的获奖",
            "获奖数",
            "2015 年前 1 项",
            Comparison.COUNT_AT_LEAST,
        ),
        Indicator(
            _Code.AWARD_FEITIAN,
            "飞天奖",
            "期内登记的获奖",
            "获奖数",
            "2015 年前 2 项",
            Comparison.COUNT_AT_LEAST,
        ),
    )
}

AWARDS: dict[IndicatorCode, AwardKind] = {
    _Code.AWARD_LUBAN: AwardKind.LUBAN,
    _Code.AWARD_FEITIAN: AwardKind.FEITIAN,
}
