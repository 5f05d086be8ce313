"""Targets: what an area or a unit has promised to reach, and by when."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from acceptance.domain.indicators import INDICATORS, Comparison, Indicator, IndicatorCode
from acceptance.domain.periods import Period


class TargetError(ValueError):
    """A target that cannot be held against its indicator."""


@dataclass(frozen=True, slots=True)
class Target:
    """At least this much of an indicator, in a period and an area, answered for by a unit.

    `at_least` is a share for a rate (1 is 100 %) and a whole number for a count.
    """

    indicator: IndicatorCode
    period: Period
    area_code: str
    unit: str
    at_least: Fraction


def read_targets(text: str) -> tuple[Target, ...]:
    """The targets of a TOML text: one row for every indicator, year and area."""
    targets = tuple(_target(table) for table in tomllib.loads(text)["target"])
    seen = {(target.indicator, target.period, target.area_code) for target in targets}
    if len(seen) != len(targets):
        raise TargetError("an indicator has two targets for one period and area")
    return targets


def _target(table: Mapping[str, Any]) -> Target:
    indicator = INDICATORS[IndicatorCode(table["indicator"])]
    year = table["year"]
    return Target(
        indicator=indicator.code,
        period=Period.cumulative(table.get("since", year), year),
        area_code=table["area"],
        unit=table["unit"],
        at_least=_at_least(indicator, table),
    )


def _at_least(indicator: Indicator, table: Mapping[str, Any]) -> Fraction:
    wanted = "count" if indicator.comparison is Comparison.COUNT_AT_LEAST else "percent"
    if wanted not in table:
        raise TargetError(f"{indicator.code} {table['year']}: {wanted} is missing")
    if wanted == "count":
        return Fraction(table["count"])
    share = Fraction(Decimal(table["percent"])) / 100
    if not 0 <= share <= 1:
        raise TargetError(f"{indicator.code} {table['year']}: {table['percent']} %")
    return share
