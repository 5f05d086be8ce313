"""The lines of what a works looks like: the score table of SL 176 and the items of GB 50300 H.0.1-4."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.methods.appearance import Appearance, appearance
from acceptance.domain.evaluation.reading import InputError, read
from acceptance.domain.findings import Finding
from acceptance.domain.rollup.words import Look
from acceptance.domain.standards.editions import Editions
from acceptance.services.errors import RefusedError


@dataclass(frozen=True, slots=True)
class AppearanceLine:
    """An item of the appearance table: graded by the team, or by its points; else absent."""

    title: str
    standard: Decimal
    grade: int | None = None
    points: int | None = None
    points_passed: int | None = None

    @property
    def is_absent(self) -> bool:
        return self.grade is None and self.points is None and self.points_passed is None


@dataclass(frozen=True, slots=True)
class SightLine:
    """An item of H.0.1-4 by its code: points found 好, 一般 and 差 (not yet repaired), how many of
    the good and fair ones had been repaired, and what the team calls the whole."""

    code: str
    good: int | None = None
    fair: int | None = None
    poor: int | None = None
    repaired: int | None = None
    look: Look | None = None

    @property
    def is_counted(self) -> bool:
        return (self.good, self.fair, self.poor) != (None, None, None)

    @property
    def is_blank(self) -> bool:
        return not self.is_counted and self.repaired is None and self.look is None


def reasons_of_sights(lines: tuple[SightLine, ...]) -> Iterator[Finding]:
    """Points are counted together, and only good and fair ones can have been repaired."""
    for at, line in enumerate(lines):
        counts = (line.good, line.fair, line.poor)
        if None in counts and line.is_counted:
            yield Finding.of("appearance_half_counted", "", None, f"sights.{at}.poor")
        elif (line.repaired or 0) > (line.good or 0) + (line.fair or 0):
            yield Finding.of("appearance_repaired", "", None, f"sights.{at}.repaired")


def reasons_of_items(lines: tuple[AppearanceLine, ...]) -> Iterator[Finding]:
    """What cannot be scored is said in the words of the form."""
    for at, line in enumerate(lines):
        counted = {line.points is None, line.points_passed is None}
        place = f"items.{at}.points"
        if line.grade is not None and counted != {True}:
            yield Finding.of("appearance_item_twice", "", None, place)
        elif len(counted) > 1 or (line.points or 0) < (line.points_passed or 0):
            yield Finding.of("appearance_item_points", "", None, place)


def rate_of(lines: tuple[AppearanceLine, ...], editions: Editions) -> Decimal | None:
    """The score rate of the table; None while no item is graded."""
    rows = [None if line.is_absent else _row(line) for line in lines]
    if not any(rows):
        return None
    try:
        result = appearance(read(Appearance, {"items": rows}), editions)
    except InputError as error:
        raise RefusedError(error.finding) from error
    return Decimal(short_text(result.figures["rate"]))  # type: ignore[arg-type]


def _row(line: AppearanceLine) -> dict[str, Any]:
    given = {name: value for name, value in asdict(line).items() if name != "title"}
    return {name: value for name, value in given.items() if value is not None}
