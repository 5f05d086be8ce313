"""Which projects each rate is about, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select

from acceptance.domain.conclusions import Measure
from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.areas import Area

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


@dataclass(frozen=True, slots=True)
class Field:
    """Which projects are counted: those of an area, and of these only some.

    `path` is that of the area, with which the path of everything below it begins. `places` maps
    each area directly below, and everything below that, to the one directly below, where the places
    are asked for one by one. `size`, `category` and `unit` (an organisation) narrow it; None takes
    all. `is_leaf`: nothing lies below the area; `is_wide`: very many areas do; `keeps_days`: the
    sums of single days are kept for it and its places.
    """

    area: int
    path: str
    conditional_counts: bool = False
    places: Mapping[int, int] = field(default_factory=dict)
    size: SizeClass | None = None
    category: Category | None = None
    unit: int | None = None
    is_leaf: bool = False
    is_wide: bool = False
    keeps_days: bool = False

    def takes(self, size: SizeClass, category: Category) -> bool:
        return self.size in {None, size} and self.category in {None, category}

    def values(self) -> dict[str, Any]:
        """What the statements are given by name."""
        return {
            "conditional": self.conditional_counts,
            "under": f"{self.path}%",
            "unit": self.unit,
            "measure": Measure.PROJECTS,
        }


def in_area(column: Any) -> ColumnElement[bool]:
    """Whether a column names the area asked for or one below it; `under` is bound by name."""
    within = select(Area.id).where(Area.path.like(bindparam("under")))
    found: ColumnElement[bool] = column.in_(within)
    return found
