"""Fields of a grid laid over an area, and spots of an area measured along and across."""

from __future__ import annotations

import re
from dataclasses import dataclass

from acceptance.domain.places import GridField, place_code
from acceptance.domain.sampling.drawing import drawn
from acceptance.domain.sampling.plan import SamplingError, refuse_too_many

MOST_LINES = 200
_RANGE = re.compile(r"(\d{1,3}|[A-Z])\s*[-~～－—]\s*(\d{1,3}|[A-Z])\Z")


@dataclass(frozen=True, slots=True)
class Grid:
    """`count` fields of a grid of `rows` by `columns`. Where the lines have names (the axes of a
    building), `row_names` and `column_names` hold one for each."""

    rows: int
    columns: int
    count: int
    row_names: tuple[str, ...] = ()
    column_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if min(self.rows, self.columns, self.count) < 1:
            raise SamplingError("sampling_none", "count")
        if self.count > self.rows * self.columns:
            there = self.rows * self.columns
            raise SamplingError("sampling_more_than_there_are", "count", there=there)
        refuse_too_many(self.count, "count")

    def draw(self, seed: str) -> tuple[str, ...]:
        """Fields row by row."""
        places = sorted(drawn(seed, self.rows * self.columns, self.count))
        return tuple(self._field(*divmod(at, self.columns)) for at in places)

    def to_document(self) -> dict[str, str]:
        """The grid and how many of its fields; names only where there are."""
        document = {
            "kind": "grid", "rows": str(self.rows), "columns": str(self.columns),
            "count": str(self.count),
        }  # fmt: skip
        if self.row_names or self.column_names:
            document |= {
                "row_names": ",".join(self.row_names),
                "column_names": ",".join(self.column_names),
            }
        return document

    def _field(self, row: int, column: int) -> str:
        if not self.row_names and not self.column_names:
            return place_code(GridField(row + 1, column + 1))
        first = self.row_names[row] if self.row_names else str(row + 1)
        second = self.column_names[column] if self.column_names else str(column + 1)
        return f"{first}/{second}"


@dataclass(frozen=True, slots=True)
class Area:
    """`count` spots on whole metres of an area of so many metres along and across."""

    along: int
    across: int
    count: int

    def __post_init__(self) -> None:
        for name in ("along", "across", "count"):
            if getattr(self, name) < 1:
                raise SamplingError("sampling_none", name)
        there = (self.along + 1) * (self.across + 1)
        if self.count > there:
            raise SamplingError("sampling_more_than_there_are", "count", there=there)
        refuse_too_many(self.count, "count")

    def draw(self, seed: str) -> tuple[str, ...]:
        """Spots by their distance along, then across; both from 0."""
        width = self.across + 1
        spots = sorted(drawn(seed, (self.along + 1) * width, self.count))
        return tuple("{} m × {} m".format(*divmod(spot, width)) for spot in spots)

    def to_document(self) -> dict[str, str]:
        """The area and how many of its spots."""
        return {
            "kind": "area", "along": str(self.along), "across": str(self.across),
            "count": str(self.count),
        }  # fmt: skip


def names_of(text: str, field: str) -> tuple[str, ...]:
    """The names of lines as typed: a range (A-F, 1-8) or names with commas between; a bare number is
    how many there are and gives no names."""
    typed = text.strip().upper()
    if found := _RANGE.match(typed):
        return _between(found[1], found[2], field)
    names = tuple(filter(None, (name.strip() for name in re.split(r"[,，、\s]+", text))))
    if len(names) > MOST_LINES or len(set(names)) < len(names):
        raise SamplingError("sampling_lines", field, most=MOST_LINES)
    return names


def _between(first: str, last: str, field: str) -> tuple[str, ...]:
    if first.isdigit() != last.isdigit():
        raise SamplingError("sampling_lines", field, most=MOST_LINES)
    numbers = first.isdigit()
    low, high = (int(first), int(last)) if numbers else (ord(first), ord(last))
    if not 0 <= high - low < MOST_LINES:
        raise SamplingError("sampling_lines", field, most=MOST_LINES)
    return tuple(str(n) if numbers else chr(n) for n in range(low, high + 1))
