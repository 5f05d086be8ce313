"""Where to check: places drawn from a seed, so that anybody can draw the very same ones again.

A seed is 64 hexadecimal marks. Everything follows from it by SHA-256 alone; nobody can choose the
places, and a place is never drawn twice.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Protocol

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.chainage import chainage_text
from acceptance.domain.checklists.answers import MOST_POINTS
from acceptance.domain.findings import Finding
from acceptance.domain.standards.gb_50300_sampling import SAMPLING_2013

_NUMBERS = 1 << 256


class SamplingError(ValueError):
    """The plan cannot be drawn; `finding` says why and at which field."""

    def __init__(self, code: str, field: str, **data: int) -> None:
        super().__init__(code)
        self.finding = Finding(code, field=field, data=tuple(sorted(data.items())))


class Plan(Protocol):
    """How many places, and where they may lie."""

    def draw(self, seed: str) -> tuple[str, ...]:
        """The places in the order in which they are walked."""

    def to_document(self) -> dict[str, str]:
        """Plain text by name, enough to draw again."""


@dataclass(frozen=True, slots=True)
class Along:
    """`each` places in every `every` metres of a road from `start` to `end` (chainages in metres),
    on whole metres; the last, shorter piece gets as many (JTG F80/1: so many per 200 m)."""

    start: Decimal
    end: Decimal
    every: int
    each: int

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise SamplingError("sampling_end_before_start", "end")
        if self.every < 1 or self.each < 1:
            raise SamplingError("sampling_none", "each")
        _refuse_too_many(self._pieces() * self.each, "each")
        least = min(last - first + 1 for first, last in self._bounds())
        if least < self.each:
            raise SamplingError("sampling_more_than_there_are", "each", there=max(least, 0))

    def draw(self, seed: str) -> tuple[str, ...]:
        """Chainages in rising order."""
        metres = [
            first + at
            for piece, (first, last) in enumerate(self._bounds())
            for at in sorted(drawn(f"{seed} {piece}", last - first + 1, self.each))
        ]
        return tuple(chainage_text(Decimal(metre)) for metre in metres)

    def to_document(self) -> dict[str, str]:
        """The piece of road as chainages, and the frequency."""
        return {
            "kind": "along", "start": chainage_text(self.start), "end": chainage_text(self.end),
            "every": str(self.every), "each": str(self.each),
        }  # fmt: skip

    def _pieces(self) -> int:
        return int(((self.end - self.start) / self.every).to_integral_value(ROUND_CEILING))

    def _bounds(self) -> list[tuple[int, int]]:
        """First and last whole metre of each piece; a metre on a border belongs to the later one."""
        bounds = []
        for piece in range(self._pieces()):
            first = (self.start + piece * self.every).to_integral_value(ROUND_CEILING)
            border = self.start + (piece + 1) * self.every
            if border >= self.end:
                last = self.end.to_integral_value(ROUND_FLOOR)
            else:
                last = border.to_integral_value(ROUND_CEILING) - 1
            bounds.append((int(first), int(last)))
        return bounds


@dataclass(frozen=True, slots=True)
class Pieces:
    """Some of `lot` numbered pieces or structures; with `count` 0 as many as table 3.0.9 of
    GB 50300-2013 asks of a lot of this size."""

    lot: int
    count: int = 0

    def __post_init__(self) -> None:
        if self.lot < 1:
            raise SamplingError("sampling_none", "lot")
        if not self.count and SAMPLING_2013.least_sample(self.lot) is None:
            raise SamplingError("sampling_lot_above_table", "lot")
        if self.size > self.lot:
            raise SamplingError("sampling_more_than_there_are", "count", there=self.lot)
        _refuse_too_many(self.size, "count")

    @property
    def size(self) -> int:
        """How many are checked."""
        return self.count or SAMPLING_2013.least_sample(self.lot) or 0

    def draw(self, seed: str) -> tuple[str, ...]:
        """Numbers from 1 in rising order."""
        return tuple(f"{at + 1} 号" for at in sorted(drawn(seed, self.lot, self.size)))

    def to_document(self) -> dict[str, str]:
        """The size of the lot and of the sample."""
        return {"kind": "pieces", "lot": str(self.lot), "count": str(self.size)}


@dataclass(frozen=True, slots=True)
class Grid:
    """`count` fields of a grid of `rows` by `columns` laid over an area."""

    rows: int
    columns: int
    count: int

    def __post_init__(self) -> None:
        if min(self.rows, self.columns, self.count) < 1:
            raise SamplingError("sampling_none", "count")
        if self.count > self.rows * self.columns:
            there = self.rows * self.columns
            raise SamplingError("sampling_more_than_there_are", "count", there=there)
        _refuse_too_many(self.count, "count")

    def draw(self, seed: str) -> tuple[str, ...]:
        """Fields row by row."""
        places = sorted(drawn(seed, self.rows * self.columns, self.count))
        return tuple(f"{at // self.columns + 1} 行 {at % self.columns + 1} 列" for at in places)

    def to_document(self) -> dict[str, str]:
        """The grid and how many of its fields."""
        return {
            "kind": "grid", "rows": str(self.rows), "columns": str(self.columns),
            "count": str(self.count),
        }  # fmt: skip


def seed_of(head: str, works: int, template: str, item: str, number: int) -> str:
    """The seed of draw `number` of an item: nobody knows it before the ledger stands at `head`."""
    return sha256(
        canonical(
            {"head": head, "works": works, "template": template, "item": item, "round": number}
        )
    )


def drawn(seed: str, size: int, count: int) -> list[int]:
    """`count` different numbers from 0 to `size` − 1, each set of them equally likely."""
    moved: dict[int, int] = {}
    chosen = []
    for place in range(count):
        at = place + _below(f"{seed} {place}", size - place)
        chosen.append(moved.get(at, at))
        moved[at] = moved.get(place, place)
    return chosen


def _below(seed: str, bound: int) -> int:
    """A number below `bound`; what would favour small numbers is thrown away and drawn again."""
    fair, again = _NUMBERS - _NUMBERS % bound, 0
    while True:
        number = int.from_bytes(hashlib.sha256(f"{seed} {again}".encode()).digest())
        if number < fair:
            return number % bound
        again += 1


def _refuse_too_many(places: int, field: str) -> None:
    if places > MOST_POINTS:
        raise SamplingError("sampling_too_many", field, most=MOST_POINTS, places=places)
