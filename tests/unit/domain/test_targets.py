"""The targets of 2011 to 2015 that ship."""

from fractions import Fraction
from pathlib import Path

import pytest

import acceptance
from acceptance.domain.indicators import INDICATORS, IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.targets import TargetError, read_targets

SOURCE = Path(acceptance.__file__).parent / "catalogue" / "targets.toml"
ROW = '[[target]]\nindicator = "first_time_other"\nyear = 2012\narea = "621122"\nunit = "示例"\n'

RATES = {
    IndicatorCode.FIRST_TIME_LARGE_MEDIUM: Fraction(1),
    IndicatorCode.FIRST_TIME_OTHER: Fraction(9, 10),
    IndicatorCode.QUALITY_RURAL_ROAD: Fraction(1),
    IndicatorCode.QUALITY_WATER_SAVING: Fraction(1),
    IndicatorCode.EXCELLENCE_LARGE: Fraction(3, 4),
    IndicatorCode.STANDARDS_MET: Fraction(1),
}


def test_every_rate_has_its_target_in_each_of_the_five_years() -> None:
    targets = read_targets(SOURCE.read_text(encoding="utf-8"))
    found = {(t.indicator, t.period): t.at_least for t in targets if t.indicator in RATES}
    assert found == {
        (code, Period.year(year)): minimum
        for code, minimum in RATES.items()
        for year in range(2011, 2016)
    }


def test_the_awards_are_wanted_by_2015_together() -> None:
    targets = read_targets(SOURCE.read_text(encoding="utf-8"))
    found = {t.indicator: (t.period, t.at_least) for t in targets if t.indicator not in RATES}
    five_years = Period.cumulative(2011, 2015)
    assert found == {
        IndicatorCode.AWARD_LUBAN: (five_years, 1),
        IndicatorCode.AWARD_FEITIAN: (five_years, 2),
    }


def test_every_target_names_the_county_and_a_responsible_unit() -> None:
    for target in read_targets(SOURCE.read_text(encoding="utf-8")):
        assert target.area_code == "621122"
        assert target.unit.startswith("陇西县")


@pytest.mark.parametrize(
    "text",
    [
        ROW,
        ROW + "count = 90",
        ROW + 'percent = "101"',
        ROW + 'percent = "-1"',
        ROW + 'percent = "90"\n' + ROW + 'percent = "95"',
        ROW.replace("first_time_other", "award_luban") + 'percent = "90"',
    ],
)
def test_targets_that_cannot_be_held_against_their_indicator_are_refused(text: str) -> None:
    with pytest.raises(TargetError):
        read_targets(text)


def test_every_indicator_is_defined_once_under_its_own_code() -> None:
    assert list(INDICATORS) == list(IndicatorCode)
    assert all(code is indicator.code for code, indicator in INDICATORS.items())
