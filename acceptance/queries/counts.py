"""Sums of conclusions, and the rates that are read of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.rates import NOTHING, Rate
from acceptance.queries.populations import codes_about, counts_first

# What the rates themselves are read of; the other sums say why a project failed, and weigh.
RATE_SUMS = (
    "first", "first_passed", "latest", "latest_passed", "accepted_graded", "excellent", "sound",
)  # fmt: skip
Place = int
Kind = tuple[SizeClass, Category]


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums by place (an area, or a point of the trend) and kind of project. Rates are read of them."""

    sums: Mapping[Place, Mapping[Kind, Mapping[str, int]]]

    def rate(self, code: IndicatorCode, place: Place) -> Rate:
        """One indicator at one place."""
        passed, counted = _COLUMNS.get(code, ("latest_passed", "latest"))
        good = self._sum(code, place, passed)
        return Rate(good, self._sum(code, place, counted)) if good >= 0 else NOTHING

    def not_graded(self, place: Place) -> int:
        """Large projects accepted under a rule set without grades (rule 8)."""
        code = IndicatorCode.EXCELLENCE_LARGE
        return self._sum(code, place, "latest_passed") - self._sum(code, place, "accepted_graded")

    def weight(self, code: IndicatorCode, place: Place) -> tuple[int, int, int]:
        """The weighed numerator and denominator, and how many projects have such a weight."""
        passed, counted = _COLUMNS.get(code, ("latest_passed", "latest"))
        known = "first_projects" if counts_first(code) else "latest_projects"
        if code is IndicatorCode.EXCELLENCE_LARGE:
            known = "graded_projects"
        return tuple(self._sum(code, place, name) for name in (passed, counted, known))  # type: ignore[return-value]

    def outcomes(self, code: IndicatorCode, place: Place) -> dict[str, int]:
        """The failures by how the counted attempt ended; `passed` where only the grade or an open
        problem stands in the way. They add up to the failures of the rate."""
        rate, prefix = self.rate(code, place), "first" if counts_first(code) else "latest"
        named = {
            name: self._sum(code, place, f"{prefix}_{name}")
            for name in ("conditional", "abandoned", "overturned")
        }
        unpassed = self._sum(code, place, prefix) - self._sum(code, place, f"{prefix}_passed")
        if code is IndicatorCode.EXCELLENCE_LARGE:
            return {"passed": rate.failed} if rate.failed else {}
        named["failed"] = unpassed - sum(named.values())
        named["passed"] = rate.failed - unpassed
        return {name: count for name, count in named.items() if count}

    def _sum(self, code: IndicatorCode, place: Place, column: str) -> int:
        return sum(
            sums[column]
            for kind, sums in self.sums.get(place, {}).items()
            if code in codes_about(*kind)
        )


_COLUMNS = {
    IndicatorCode.FIRST_TIME_LARGE_MEDIUM: ("first_passed", "first"),
    IndicatorCode.FIRST_TIME_OTHER: ("first_passed", "first"),
    IndicatorCode.EXCELLENCE_LARGE: ("excellent", "accepted_graded"),
    IndicatorCode.STANDARDS_MET: ("sound", "latest"),
}
