"""The county in counts: how many projects of each kind count in a period, and how they ended.

Tiles, townships and the trend are added up from the same cells, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    cast,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import Session

from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.rates import NOTHING, Rate
from acceptance.persistence.rates import ProjectQuarter, RateCell

RATE_CODES = tuple(code for code in IndicatorCode if code not in AWARDS)
QUARTER, YEAR = 1, 4
_FIRST = frozenset({IndicatorCode.FIRST_TIME_LARGE_MEDIUM, IndicatorCode.FIRST_TIME_OTHER})
_SIZES: dict[IndicatorCode, tuple[SizeClass, ...]] = {
    IndicatorCode.FIRST_TIME_LARGE_MEDIUM: (SizeClass.LARGE, SizeClass.MEDIUM),
    IndicatorCode.FIRST_TIME_OTHER: (SizeClass.SMALL,),
    IndicatorCode.EXCELLENCE_LARGE: (SizeClass.LARGE,),
}
_CATEGORIES: dict[IndicatorCode, tuple[Category, ...]] = {
    IndicatorCode.QUALITY_RURAL_ROAD: (Category.RURAL_ROAD,),
    IndicatorCode.QUALITY_WATER_SAVING: (Category.WATER_SAVING,),
}

_LATEST = ("latest", "latest_passed", "accepted_graded", "excellent", "sound")

Key = tuple[IndicatorCode, int]


def sizes_of(code: IndicatorCode) -> tuple[SizeClass, ...]:
    """The size classes that an indicator is about."""
    return _SIZES.get(code, tuple(SizeClass))


def categories_of(code: IndicatorCode) -> tuple[Category, ...]:
    """The categories that an indicator is about."""
    return _CATEGORIES.get(code, tuple(Category))


def counts_first(code: IndicatorCode) -> bool:
    """Whether an indicator counts first attempts; the others count the latest of the period."""
    return code in _FIRST


@cache
def codes_about(size: SizeClass, category: Category) -> tuple[IndicatorCode, ...]:
    """The rates in which a project of this kind can count."""
    return tuple(
        code for code in RATE_CODES if size in sizes_of(code) and category in categories_of(code)
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """Rates by indicator and place: an area, or a point of the trend.

    `not_graded` counts large projects accepted under a rule set without grades.
    """

    rates: dict[Key, Rate]
    not_graded: int = 0

    def rate(self, code: IndicatorCode, place: int) -> Rate:
        return self.rates.get((code, place), NOTHING)

    def total(self, code: IndicatorCode) -> Rate:
        """All places together."""
        return sum((rate for (c, _), rate in self.rates.items() if c is code), NOTHING)

    def within(self, code: IndicatorCode, places: frozenset[int]) -> Rate:
        """Some of the places together."""
        return sum((self.rate(code, place) for place in places), NOTHING)


def counts_by_area(
    session: Session, first: int, last: int, area_ids: Iterable[int], *, conditional_counts: bool
) -> Counts:
    """The rates of each area over the quarters from `first` to `last`. Two statements."""
    values = _values(first, last, area_ids, conditional_counts=conditional_counts)
    counted = _Sums()
    counted.add(session.execute(_by_area(), values), 1)
    counted.add(session.execute(_overtaken_by_area(), values), -1)
    return counted.counts()


def counts_by_point(
    session: Session,
    first: int,
    last: int,
    area_ids: Iterable[int],
    unit: int,
    *,
    conditional_counts: bool,
) -> Counts:
    """The rates of each point of the trend; `unit` is its length in quarters. Two statements.

    A point is named by its first quarter divided by `unit`: the quarter itself, or the year.
    """
    values = _values(first, last, area_ids, conditional_counts=conditional_counts)
    counted = _Sums()
    counted.add(session.execute(_by_point(unit), values), 1)
    if unit != QUARTER:
        counted.add(session.execute(_overtaken_by_point(unit), values), -1)
    return counted.counts()


class _Sums:
    """Adds cells up; overtaken conclusions are taken out of the rates that ask for the latest."""

    def __init__(self) -> None:
        self._sums: dict[Key, tuple[int, int]] = {}
        self._not_graded = 0

    def add(self, rows: Iterable[Any], sign: int) -> None:
        for place, size, category, first, first_passed, *rest in rows:
            latest, passed, graded, excellent, sound = rest
            for code in codes_about(size, category):
                if code in _FIRST:
                    part = (first_passed, first)
                elif code is IndicatorCode.EXCELLENCE_LARGE:
                    part = (excellent, graded)
                    self._not_graded += sign * (passed - graded)
                elif code is IndicatorCode.STANDARDS_MET:
                    part = (sound, latest)
                else:
                    part = (passed, latest)
                so_far = self._sums.get((code, place), (0, 0))
                self._sums[code, place] = (so_far[0] + sign * part[0], so_far[1] + sign * part[1])

    def counts(self) -> Counts:
        rates = {key: Rate(*pair) for key, pair in self._sums.items()}
        return Counts(rates, self._not_graded)


def _values(
    first: int, last: int, area_ids: Iterable[int], *, conditional_counts: bool
) -> dict[str, Any]:
    return {
        "conditional": conditional_counts,
        "first": first,
        "last": last,
        "areas": list(area_ids),
    }


# Statements are built once, because building one takes longer than running it.
@cache
def _by_area() -> Select[*tuple[Any, ...]]:
    return _kept(RateCell.area_id)


@cache
def _by_point(unit: int) -> Select[*tuple[Any, ...]]:
    return _kept(_point(RateCell.quarter, unit))


@cache
def _overtaken_by_area() -> Select[*tuple[Any, ...]]:
    return _counted(ProjectQuarter.area_id, is_overtaken())


@cache
def _overtaken_by_point(unit: int) -> Select[*tuple[Any, ...]]:
    point = _point(ProjectQuarter.quarter, unit)
    same = (
        _point(other, unit) == point
        for other in (ProjectQuarter.overtaken_by, ProjectQuarter.overtaken_before)
    )
    return _counted(point, or_(*same))


def is_asked_for(table: Any) -> ColumnElement[bool]:
    """The rows of the quarters, areas and reading asked for; the values are bound by name."""
    return and_(
        table.conditional_counts == bindparam("conditional"),
        table.quarter.between(bindparam("first"), bindparam("last")),
        table.area_id.in_(bindparam("areas", expanding=True)),
    )


def is_overtaken() -> ColumnElement[bool]:
    """Whether the quarters from `first` to `last` hold a later conclusion as well."""
    return or_(
        ProjectQuarter.overtaken_by <= bindparam("last"),
        ProjectQuarter.overtaken_before >= bindparam("first"),
    )


def _kept(place: Any) -> Select[*tuple[Any, ...]]:
    """The cells as they are kept, added up for each place and kind."""
    kind = (place, RateCell.size, RateCell.category)
    sums = (func.sum(getattr(RateCell, name)) for name in ("first", "first_passed", *_LATEST))
    return select(*kind, *sums).where(is_asked_for(RateCell)).group_by(*kind)


def _counted(place: Any, condition: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Conclusions that meet a condition, in the form of cells; first attempts are not among them."""
    kind = (place, ProjectQuarter.size, ProjectQuarter.category)
    flags = (cast(getattr(ProjectQuarter, name), Integer) for name in _LATEST[1:])
    sums = (literal(0), literal(0), func.count(ProjectQuarter.latest), *map(func.sum, flags))
    some = or_(
        ProjectQuarter.overtaken_by.is_not(None), ProjectQuarter.overtaken_before.is_not(None)
    )
    return select(*kind, *sums).where(is_asked_for(ProjectQuarter), some, condition).group_by(*kind)


def _point(quarter: Any, unit: int) -> Any:
    return quarter if unit == QUARTER else quarter // literal_column(str(unit), Integer)
