"""The small charts of the trend, drawn by the server. Beside each stands the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from acceptance.domain.rates import Rate
from acceptance.queries.rates import Point, Tile

LEFT, RIGHT, TOP, BOTTOM = 34, 292, 8, 74
CUT = 60  # where the axis begins while every point lies above it; it says so


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the chart; `y` is None where there is no data."""

    x: int
    y: int | None
    met: bool | None
    name: str
    fraction: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Dots, the pieces of line between neighbours that have data, the goal's height, the axis."""

    tile: Tile
    dots: tuple[Dot, ...]
    pieces: tuple[str, ...]
    goal_y: int | None
    low: int

    @property
    def course(self) -> dict[str, Any]:
        """The same for the script that draws it: counts and not shares, so that nothing is rounded
        on the way; `goal` is a percentage as decimal text."""
        return {
            "goal": self.tile.goal.value if self.tile.goal else None,
            "low": self.low,
            "points": [
                {
                    "name": _label(point),
                    "passed": point.rate.passed,
                    "decided": point.rate.decided,
                    "met": point.met,
                }
                for point in self.tile.points
            ],
        }


def charts(tiles: Sequence[Tile]) -> tuple[Chart, ...]:
    """A chart for each rate that has any data in its course."""
    return tuple(_chart(tile) for tile in tiles if any(point.rate.decided for point in tile.points))


def _chart(tile: Tile) -> Chart:
    shares = [_percent(point.rate) for point in tile.points if point.rate.decided]
    goal = int(tile.goal.share * 100) if tile.goal else None
    low = CUT if min(shares + ([goal] if goal is not None else [])) >= CUT else 0
    dots = tuple(
        Dot(
            _place(number, len(tile.points)),
            _height(_percent(point.rate), low) if point.rate.decided else None,
            point.met,
            _label(point),
            f"{point.rate.passed}/{point.rate.decided}" if point.rate.decided else "—",
        )
        for number, point in enumerate(tile.points)
    )
    return Chart(tile, dots, _pieces(dots), None if goal is None else _height(goal, low), low)


def _pieces(dots: tuple[Dot, ...]) -> tuple[str, ...]:
    return tuple(
        f"M{one.x} {one.y}L{next_one.x} {next_one.y}"
        for one, next_one in pairwise(dots)
        if one.y is not None and next_one.y is not None
    )


def _percent(rate: Rate) -> int:
    return rate.passed * 100 // rate.decided


def _height(percent: int, low: int) -> int:
    return BOTTOM - (percent - low) * (BOTTOM - TOP) // (100 - low)


def _place(number: int, count: int) -> int:
    inner = RIGHT - LEFT - 40
    return LEFT + 20 + (inner * number // (count - 1) if count > 1 else inner // 2)


def _label(point: Point) -> str:
    """2015-Q2 as Q2; a year as it is."""
    return point.name.partition("-")[2] or point.name
