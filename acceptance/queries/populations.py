"""Which projects each rate is about, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select, true

from acceptance.domain.conclusions import Measure
from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.areas import Area
from acceptance.queries.scope import inside

# Asked for as a unit: the projects for which no unit was named. No organisation has this id.
NOBODY = 0
RATE_CODES = tuple(code for code in IndicatorCode if code not in AWARDS)
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


class Whose(Enum):
    """Whose projects are asked for: everybody's, those of one unit, those of no unit."""

    ANYBODY = "anybody"
    UNIT = "unit"
    NOBODY = "nobody"

    def holds(self, column: Any, unit: Any) -> ColumnElement[bool]:
        """Whether a column of units names the one asked for."""
        if self is Whose.ANYBODY:
            return true()
        found: ColumnElement[bool] = column.is_(None) if self is Whose.NOBODY else column == unit
        return found


@dataclass(frozen=True, slots=True)
class Field:
    """Which projects are counted: those of an area, and of these only some.

    `path` is that of the area, with which the path of everything below it begins. `places` are the
    areas directly below by their paths, where they are asked for one by one. `size`, `category` and
    `unit` (an organisation, or NOBODY) narrow it; None takes all. `is_leaf`: nothing below the area
    is asked for; `is_wide`: very many areas are; `keeps_days`: the sums of single days are kept for
    it and its places; `only`: what lies in the very area, where sums are kept only together with
    what lies below it.
    """

    area: int
    path: str
    conditional_counts: bool = False
    places: Mapping[str, int] = field(default_factory=dict)
    size: SizeClass | None = None
    category: Category | None = None
    unit: int | None = None
    is_leaf: bool = False
    is_wide: bool = False
    keeps_days: bool = False
    only: bool = False

    @property
    def whose(self) -> Whose:
        if self.unit is None:
            return Whose.ANYBODY
        return Whose.NOBODY if self.unit == NOBODY else Whose.UNIT

    @property
    def has_sums(self) -> bool:
        """Whether sums are kept for it; else the conclusions themselves are added up."""
        return self.unit is None and not self.only

    def holds_area(self, column: Any) -> ColumnElement[bool]:
        """Whether a column names the area or one below it. A single one is named itself, so that a
        database looks there and not day by day."""
        found: ColumnElement[bool] = (
            column == self.area
            if self.is_leaf
            else column.in_(select(Area.id).where(inside(self.path)))
        )
        return found

    def holds_unit(self, column: Any) -> ColumnElement[bool]:
        """Whether a column names the unit; always, where none is asked for."""
        return self.whose.holds(column, self.unit)

    def place_of(self, path: str) -> int | None:
        """Which of the `places` a path leads into, also one that is cut off within a place."""
        end = path.find("/", len(self.path)) + 1
        return self.places.get(path[:end])

    def takes(self, size: SizeClass, category: Category) -> bool:
        return self.size in {None, size} and self.category in {None, category}

    def values(self) -> dict[str, Any]:
        """What the statements are given by name."""
        return {
            "conditional": self.conditional_counts,
            "readings": readings(self.conditional_counts),
            "under": self.path if self.only else f"{self.path}%",
            "reach": max(len(path) for path in (self.path, *self.places)),
            "unit": self.unit,
            "measure": Measure.PROJECTS,
        }


def readings(conditional_counts: bool) -> list[bool]:  # noqa: FBT001
    """Whose cells make up a reading: one differs from the other by what is kept of it."""
    return [False, True] if conditional_counts else [False]


def in_area(column: Any) -> ColumnElement[bool]:
    """Whether a column names the area asked for or one below it; `under` is bound by name."""
    within = select(Area.id).where(Area.path.like(bindparam("under")))
    found: ColumnElement[bool] = column.in_(within)
    return found
