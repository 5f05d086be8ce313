"""The stories of the demonstration: read from TOML, with every line on its day."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from acceptance.domain.projects import Category, Grade, SizeBasis, SizeClass
from acceptance.workflow.processes import PROCESSES_FOR

FOLDER = Path(__file__).resolve().parent

# The standards that were in force on the day of the acceptance; a story may name another one.
_EDITIONS = {
    Category.RURAL_ROAD: (date(2018, 5, 1), "JTG F80/1-2004", "JTG F80/1-2017"),
    Category.WATER_SAVING: (date(2100, 1, 1), "SL 176-2007", "SL 176-2007"),
}
_BUILT = (date(2014, 6, 1), "GB 50300-2001", "GB 50300-2013")
_SATURDAY = 5


class StoryError(ValueError):
    """A story cannot be read or does not go on; the message says where."""


@cache
def data(name: str) -> dict[str, Any]:
    """One of the files of the demonstration, read when it is first needed."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happens in a story: the day, what, and its words."""

    day: date
    verb: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A project and what happens to it. `on` is the day of its first counted acceptance.

    Investment in CNY, floor area in m², length in km, irrigated area in mu.
    """

    name: str
    area: str
    category: Category
    process: str
    rule_set: str
    size: SizeClass
    basis: SizeBasis
    on: date
    plot: str
    lines: tuple[Line, ...]
    owner: str = ""
    investment: Decimal | None = None
    floor_area: Decimal | None = None
    length_km: Decimal | None = None
    irrigated_mu: Decimal | None = None
    structure: str = ""
    housing: bool = False
    grade: Grade | None = None
    score: str = ""


def read_stories(name: str, today: date) -> tuple[Story, ...]:
    """The stories of a file as far as they have come before `today`, in order of their days."""
    stories = [_story(table, today) for table in data(name)["project"]]
    return tuple(sorted((s for s in stories if s.lines), key=lambda story: story.lines[0].day))


def _story(table: Mapping[str, Any], today: date) -> Story:
    category = Category(table["category"])
    anchor = _day(table["on"], today)
    plain: dict[str, Any] = {
        name: table[name]
        for name in ("name", "area", "plot", "owner", "structure", "housing", "score")
        if name in table
    }
    numbers: dict[str, Any] = {
        name: Decimal(table[name])
        for name in ("investment", "floor_area", "length_km", "irrigated_mu")
        if name in table
    }
    lines = tuple(line for line in _lines(table["plot"], anchor, table, today) if line.day < today)
    return Story(
        **plain,
        **numbers,
        category=category,
        process=table.get("process", PROCESSES_FOR[category][0]),
        rule_set=table.get("rule_set") or _edition(category, anchor),
        size=SizeClass(table["size"]),
        basis=SizeBasis(table.get("basis", SizeBasis.RULE_171)),
        on=anchor,
        grade=Grade(table["grade"]) if "grade" in table else None,
        lines=lines,
    )


def _day(text: str, today: date) -> date:
    """A date, one counted from today, such as `today-12`, or one of last year: `last-06-18`."""
    if text.startswith("today"):
        return today + timedelta(days=int(text.removeprefix("today") or "0"))
    if text.startswith("last-"):
        return date.fromisoformat(f"{today.year - 1}-{text.removeprefix('last-')}")
    return date.fromisoformat(text)


def _edition(category: Category, day: date) -> str:
    since, former, present = _EDITIONS.get(category, _BUILT)
    return present if day >= since else former


def _lines(plot: str, anchor: date, table: Mapping[str, Any], today: date) -> Iterator[Line]:
    plots = data("plots")
    if plot not in plots:
        raise StoryError(f"{table['name']}: there is no plot {plot}")
    for text in plots[plot]:
        if text.startswith("@"):
            yield from _lines(text[1:], anchor, table, today)
            continue
        offset, verb, *words = text.format_map({"stage": table.get("stage", "")}).split()
        day = _working_day(anchor + timedelta(days=int(offset)), today)
        yield Line(day, verb, tuple(words))


def _working_day(day: date, today: date) -> date:
    """The Monday after a weekend; the Friday before it where Monday has not come yet."""
    weekend = day.weekday() - _SATURDAY
    if weekend < 0:
        return day
    monday = day + timedelta(days=2 - weekend)
    return monday if monday < today or day >= today else day - timedelta(days=weekend + 1)
