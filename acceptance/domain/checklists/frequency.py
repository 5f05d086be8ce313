"""How often an item is checked, as numbers: so many places in every so many metres of a road."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum


class Per(StrEnum):
    """What the places are counted by. Each word is stored and never renamed."""

    LENGTH = "length"  # 每 … m
    AREA = "area"  # 每 … m²
    STRUCTURE = "structure"  # 每道、每座、每台、每根
    SHARE = "share"  # 抽 … %
    CHECKLIST = "checklist"  # 每检验批、每单元


class Repeated(StrEnum):
    """What the frequency is for each of. Each word is stored and never renamed."""

    ONCE = "once"  # 不重复
    LAYER = "layer"  # 每层
    LANE = "lane"  # 每车道
    SIDE = "side"  # 每侧


@dataclass(frozen=True, slots=True)
class Frequency:
    """`count` places in every `every` metres, square metres or structures, or in `share` percent
    of the pieces, in each of `repeated`; `readings` values at each place.

    Never fewer than `least` places. Where the text gives a range the numbers are its lower end, so
    that what is asked for is never more than the standard asks for.
    """

    per: Per
    count: int = 1
    every: Decimal = Decimal(1)
    share: Decimal | None = None
    least: int = 1
    readings: int = 1
    repeated: Repeated = Repeated.ONCE


@dataclass(frozen=True, slots=True)
class Extent:
    """How much one checklist covers, as far as it is known: metres, square metres, structures,
    pieces that a share is taken of, and layers, lanes and sides."""

    length: Decimal | None = None
    area: Decimal | None = None
    structures: int | None = None
    pieces: int | None = None
    layers: int = 1
    lanes: int = 1
    sides: int = 1


def places_required(frequency: Frequency, extent: Extent) -> int | None:
    """How many places are checked; None while the extent it goes by is not known.

    A last piece shorter than `every` gets as many as a whole one. A share is rounded up, and no
    more pieces are checked than there are.
    """
    once = _once(frequency, extent)
    return None if once is None else once * _times(frequency, extent)


def points_required(frequency: Frequency, extent: Extent) -> int | None:
    """How many values are measured: the readings at every place; None as `places_required`."""
    places = places_required(frequency, extent)
    return None if places is None else places * frequency.readings


def _once(frequency: Frequency, extent: Extent) -> int | None:
    if frequency.per is Per.CHECKLIST:
        return max(frequency.count, frequency.least)
    if frequency.per is Per.SHARE:
        return _share(frequency, extent.pieces)
    size = {
        Per.LENGTH: extent.length,
        Per.AREA: extent.area,
        Per.STRUCTURE: extent.structures,
    }[frequency.per]
    if size is None:
        return None
    stretches = _up(Decimal(size) / frequency.every)
    return max(stretches * frequency.count, frequency.least)


def _share(frequency: Frequency, pieces: int | None) -> int | None:
    if pieces is None or frequency.share is None:
        return None
    return min(max(_up(pieces * frequency.share / 100), frequency.least), pieces)


def _times(frequency: Frequency, extent: Extent) -> int:
    return {
        Repeated.ONCE: 1,
        Repeated.LAYER: extent.layers,
        Repeated.LANE: extent.lanes,
        Repeated.SIDE: extent.sides,
    }[frequency.repeated]


def _up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))
