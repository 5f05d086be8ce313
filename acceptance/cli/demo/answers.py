"""Filling a checklist as an inspector would: measured values within, near or beyond the limits."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import Any

from acceptance.cli.demo.lots import lot_entry
from acceptance.cli.demo.reports import report_of
from acceptance.cli.demo.stories import data
from acceptance.domain.checklists.limits import Limits, limits_of
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import ItemKind, ItemOutcome, Places
from acceptance.domain.exact import decimal_text
from acceptance.domain.projects import Category

_CHAINED = frozenset({Category.RURAL_ROAD, Category.WATER_SAVING})


class Mood(StrEnum):
    """How an inspection goes."""

    GOOD = "good"
    NEAR = "near"  # some points close to their limit
    BAD = "bad"  # one item beyond its limits


def answers_for(
    template: Template, seed: str, mood: Mood = Mood.GOOD, on: date | None = None
) -> dict[str, Any]:
    """Answers to every item, given on this day; the same seed gives the same answers."""
    special = set() if mood is Mood.GOOD else _special(template, mood)
    return {
        item.code: _entry(template, item, f"{seed} {item.code}",
                          mood if item.code in special else Mood.GOOD, on)
        for item in template.items
    }  # fmt: skip


def begun_answers(template: Template, seed: str) -> dict[str, Any]:
    """The first third of the items, as a draft that was left for tomorrow."""
    whole = answers_for(template, seed)
    return dict(list(whole.items())[: max(1, len(whole) // 3)])


def _special(template: Template, mood: Mood) -> set[str]:
    """The items in which a mood shows: the first measured ones, or the first of all."""
    wanted = 2 if mood is Mood.NEAR else 1
    measured = [
        item.code
        for item in template.items
        if item.kind is ItemKind.MEASURE and (item.near is not None or mood is Mood.BAD)
    ]
    return set((measured or [template.items[0].code])[:wanted])


def _entry(
    template: Template, item: Item, seed: str, mood: Mood, on: date | None
) -> dict[str, Any]:
    if item.kind is ItemKind.YES_NO:
        bad = {"answer": "no", "reason": "现场检查不符合要求，已通知整改"}
        return bad if mood is Mood.BAD else {"answer": "yes"}
    if item.kind is ItemKind.COUNT:
        checked = max(item.minimum_points, 10)
        return {"checked": str(checked), "failed": str(checked // 2 if mood is Mood.BAD else 0)}
    if item.kind is ItemKind.STATISTICAL:
        return _lot(template, item, seed, mood, on)
    return _measured(template, item, seed, mood)


def _lot(template: Template, item: Item, seed: str, mood: Mood, on: date | None) -> dict[str, Any]:
    wanted = ItemOutcome.FAILED if mood is Mood.BAD else ItemOutcome.PASSED
    found = lot_entry(item, wanted, data("designs").get(item.code, ""))
    points = [
        {"place": _place(template, item, n), "value": point.value}
        | report_of(item, point.value, f"{seed} {n}", on)
        for n, point in enumerate(found.values)
    ]
    return {"values": points} | ({"design": found.design} if found.design else {})


def _measured(template: Template, item: Item, seed: str, mood: Mood) -> dict[str, Any]:
    entry: dict[str, Any] = {}
    design = None
    if item.needs_design:
        entry["design"] = data("designs")[item.code]
        design = Decimal(entry["design"])
    limits = limits_of(item, design)
    entry["values"] = [
        {
            "place": _place(template, item, n),
            "value": decimal_text(_value(item, limits, f"{seed} {n}", _turn(mood, n))),
        }
        for n in range(item.minimum_points)
    ]
    return entry


def _turn(mood: Mood, number: int) -> Mood:
    """Every second point is as the mood wants it, the first one to begin with."""
    return mood if number % 2 == 0 else Mood.GOOD


def _place(template: Template, item: Item, number: int) -> str:
    if item.places is Places.CHAINAGE or template.category in _CHAINED:
        return f"K0+{20 + number * 15:03}"
    return f"{number + 1} 号测点"


def _value(item: Item, limits: Limits, seed: str, mood: Mood) -> Decimal:
    low, high = limits.tolerated.low, limits.tolerated.high
    margin = _margin(item, low, high)
    if mood is Mood.BAD:
        return high + margin * 2 if high is not None else (low or Decimal(0)) - margin * 2
    near = margin * Decimal("0.5")
    if mood is Mood.NEAR:
        first, last = (high - near, high) if high is not None else (low, (low or near) + near)
    else:
        inner, reach = margin * Decimal("1.2"), margin * 8
        first = low + inner if low is not None else (high or reach) - reach
        last = high - inner if high is not None else (low or Decimal(0)) + reach
    floor, top = limits.plausible.low, limits.plausible.high
    first = first if floor is None or first is None else max(first, floor)
    last = last if top is None else min(last, top)
    return _between(first or Decimal(0), last, _places(item), seed)


def _margin(item: Item, low: Decimal | None, high: Decimal | None) -> Decimal:
    """How close to a limit is close: what the template says, else a tenth of what is tolerated."""
    if item.near is not None:
        return item.near
    if low is not None and high is not None:
        return (high - low) / 10
    return abs(low or high or Decimal(0)) / 20 or Decimal(2).scaleb(-_places(item))


def _places(item: Item) -> int:
    """Decimal places that the item is measured with."""
    numbers = [n for n in (item.low, item.high, item.near) if n is not None]
    return max(0, *(-int(number.as_tuple().exponent) for number in numbers), 0)


def _between(first: Decimal, last: Decimal, places: int, seed: str) -> Decimal:
    """A number from `first` to `last`, on the grid of its decimal places."""
    low = int(first.scaleb(places).to_integral_value(ROUND_CEILING))
    high = int(last.scaleb(places).to_integral_value(ROUND_FLOOR))
    if low > high:
        return _between(first, last, places + 1, seed)
    drawn = int(hashlib.sha256(seed.encode()).hexdigest()[:12], 16) % (high - low + 1)
    return Decimal(low + drawn).scaleb(-places)
