"""Places of points in one notation for all languages: K0+120, K0+120 left, #7, r3c5.

What people type in their own words is kept as it is. Only what has a number and a kind (a piece, a
field of a grid, a side or lane of a road) is written by its notation, and said in the reader's words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from acceptance.domain.chainage import NotAChainageError, chainage, chainage_text
from acceptance.domain.exact import normalised


class Track(StrEnum):
    """A strip along a road. Each word is stored and never renamed."""

    LEFT = "left"  # 左
    MIDDLE = "middle"  # 中
    RIGHT = "right"  # 右


@dataclass(frozen=True, slots=True)
class Lane:
    """Lane `number` of a road, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Chainage:
    """A chainage as it is written, on a side or a lane where that is said."""

    text: str
    track: Track | Lane | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Piece or structure `number` of a lot, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class GridField:
    """The field in this row and column of a grid, both from 1."""

    row: int
    column: int


Place = Chainage | Piece | GridField

_TRACKS = {
    "左": Track.LEFT, "中": Track.MIDDLE, "右": Track.RIGHT,
    "l": Track.LEFT, "m": Track.MIDDLE, "r": Track.RIGHT,
    **{track.value: track for track in Track},
}  # fmt: skip
_NUMBER = r"([1-9]\d{0,5})"
_PIECE = re.compile(rf"(?:#\s*{_NUMBER}|[Nn]o\.?\s*{_NUMBER}|{_NUMBER}\s*号)\Z")
_GRID = re.compile(
    rf"(?:[Rr]{_NUMBER}[Cc]{_NUMBER}|{_NUMBER}\s*行\s*{_NUMBER}\s*列"
    rf"|[Rr]ow {_NUMBER},? [Cc]olumn {_NUMBER})\Z"
)
_LANE = re.compile(rf"(?:[Ll]ane[ -]?{_NUMBER}|{_NUMBER}\s*车道)\Z")
_CHAINAGE = re.compile(r"([Kk]\d{1,4}\s*\+\s*\d{1,3}(?:\.\d{1,3})?)\s*(.*)\Z")


@lru_cache(maxsize=4096)
def read_place(text: str) -> Place | None:
    """The place with a kind and a number in a text, in either language or in the notation; None for
    other words.

    The same places come with every submission of a road or a lot; reading each anew took a quarter
    of the time in which a document is read.
    """
    plain = normalised(text)
    if found := _PIECE.match(plain):
        return Piece(_number(found))
    if found := _GRID.match(plain):
        row, column = (int(number) for number in found.groups() if number)
        return GridField(row, column)
    return _chainage(plain)


def place_code(place: Place) -> str:
    """The notation that is stored."""
    if isinstance(place, Piece):
        return f"#{place.number}"
    if isinstance(place, GridField):
        return f"r{place.row}c{place.column}"
    return place.text if place.track is None else f"{place.text} {track_code(place.track)}"


def track_code(track: Track | Lane) -> str:
    """The notation of a side or a lane."""
    return f"lane-{track.number}" if isinstance(track, Lane) else track.value


def _chainage(text: str) -> Chainage | None:
    found = _CHAINAGE.match(text)
    if found is None:
        return None
    try:
        metres = chainage_text(chainage(found[1]))
    except NotAChainageError:
        return None
    if not found[2]:
        return Chainage(metres)
    lane = _LANE.match(found[2])
    track = Lane(_number(lane)) if lane else _TRACKS.get(found[2].lower())
    return None if track is None else Chainage(metres, track)


def _number(found: re.Match[str]) -> int:
    return next(int(number) for number in found.groups() if number)
