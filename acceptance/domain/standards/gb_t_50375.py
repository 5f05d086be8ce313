"""建筑工程施工质量评价标准: GB/T 50375-2016 and the edition of 2006.

A column has full marks for each item; a part counts with its weight in 100. 优良 asks the line of
the structure (foundation and main structure together) and of the whole unit works.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition

STRUCTURE = ("foundation", "structure")


@dataclass(frozen=True, slots=True)
class Column:
    """One part of the building: its weight and the full marks of each item."""

    weight: int
    full: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excellence(Edition):
    """The columns by part, and the lines of the structure and of the unit works."""

    columns: Mapping[str, Column]
    structure_line: Fraction = exact(85)
    unit_line: Fraction = exact(85)


_2016 = ("performance", "records", "deviation", "appearance")
_2006 = ("site", *_2016)


def _column(weight: int, items: tuple[str, ...], *marks: int) -> Column:
    return Column(weight, dict(zip(items, marks, strict=True)))


GB_T_50375_2016 = Excellence(
    name="GB/T 50375-2016",
    title="建筑工程施工质量评价标准",
    clause="",
    columns={
        "foundation": _column(10, _2016, 40, 40, 10, 10),
        "structure": _column(40, _2016, 40, 30, 20, 10),
        "roof": _column(5, _2016, 40, 20, 10, 30),
        "decoration": _column(15, _2016, 30, 20, 10, 40),
        "installation": _column(20, _2016, 40, 20, 10, 30),
        "energy": _column(10, _2016, 40, 30, 10, 20),
    },
    unverified=frozenset({"columns"}),
)

GB_T_50375_2006 = Excellence(
    name="GB/T 50375-2006",
    title="建筑工程施工质量评价标准",
    clause="10.2.5",
    columns={
        "foundation": _column(10, _2006, 10, 35, 35, 15, 5),
        "structure": _column(40, _2006, 10, 30, 25, 20, 15),
        "roof": _column(5, _2006, 10, 30, 20, 20, 20),
        "decoration": _column(25, _2006, 10, 20, 20, 10, 40),
        "installation": _column(20, _2006, 10, 30, 30, 10, 20),
    },
    unverified=frozenset({"structure_line"}),
)
