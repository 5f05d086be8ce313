"""JTG F80/1-2004: weights (权值) of the measured items of a sub-item, as far as they are known.

Only the tables of earth subgrades (4.2.2) and masonry ditches (5.6.2) have been seen; the mark of any
other sub-item is entered by those who rate it. A row of the printed table may stand as several items
of a checklist, by depth or by class of road; their points count together.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact

REWORKED = exact("0.9")
"""What of the mark of a sub-item counts above it after rework and a second rating (待核对)."""
MAIN, OTHER = 2, 1
"""Weights of main and of other parts in the part above."""


@dataclass(frozen=True, slots=True)
class WeighedRow:
    """A row of the printed table: the items of the checklist that stand for it, and its weight."""

    items: tuple[str, ...]
    weight: int


def _rows(*rows: tuple[str, int]) -> tuple[WeighedRow, ...]:
    return tuple(WeighedRow(tuple(items.split()), weight) for items, weight in rows)


_EARTH = _rows(
    ("subgrade-05 subgrade-06 subgrade-07 subgrade-08", 3),
    ("subgrade-09 subgrade-18", 3),
    ("subgrade-10", 2),
    ("subgrade-11", 2),
    ("subgrade-12", 2),
    ("subgrade-13", 2),
    ("subgrade-14", 1),
    ("subgrade-15", 1),
)
_EARTH_2 = _rows(
    ("subgrade2-05 subgrade2-07 subgrade2-09 subgrade2-11", 3),
    ("subgrade2-12 subgrade2-21 subgrade2-22", 3),
    ("subgrade2-13", 2),
    ("subgrade2-14", 2),
    ("subgrade2-15", 2),
    ("subgrade2-16", 2),
    ("subgrade2-17", 1),
    ("subgrade2-18", 1),
)
_DITCH = _rows(
    ("ditch-03", 3),
    ("ditch-04", 1),
    ("ditch-05", 2),
    ("ditch-06 ditch-13", 1),
    ("ditch-07", 2),
    ("ditch-08", 1),
    ("ditch-09 ditch-10", 1),
)
WEIGHTS = {
    "road-earth-subgrade": _EARTH,
    "road-earth-subgrade-class-2": _EARTH_2,
    "road-masonry-ditch": _DITCH,
}


def weight_of_part(*, is_main: bool) -> Fraction:
    """Main works count twice."""
    return Fraction(MAIN if is_main else OTHER)
