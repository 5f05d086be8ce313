"""Lots judged by statistics, filled so that they pass or fail: the judge itself says which do."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from acceptance.domain.checklists.entries import Entry, Point
from acceptance.domain.checklists.judged_items import judge_item
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.exact import decimal_text

# How the values lie to the number they are compared with: alike, a little or far above, below.
_SHARES = ("1", "1.02", "1.04", "1.1", "1.25", "1.5", "2", "0.98", "0.9", "0.7", "0.5", "0.3")
_NAMES = ("required", "design", "acceptance")


def lot_entry(item: Item, wanted: ItemOutcome, design: str = "") -> Entry:
    """An entry that comes to the wanted outcome, with as many points as the item asks for."""
    for number in _numbers(item, design):
        for share in _SHARES:
            value = decimal_text(number * Decimal(share))
            points = tuple(Point("", value) for _ in range(max(item.minimum_points, 3)))
            entered = decimal_text(number) if item.needs_design else ""
            entry = Entry(item.code, design=entered, values=points)
            if judge_item(item, entry).verdict is wanted:
                return entry
    raise ValueError(f"{item.code}: nothing found that comes to {wanted}")


def _numbers(item: Item, design: str) -> Iterator[Decimal]:
    """What the values may be compared with: the design value, a constant, the likely middle."""
    if design:
        yield Decimal(design)
    given = dict(item.given)
    yield from (Decimal(str(given[name])) for name in _NAMES if name in given)
    if item.plausible_low is not None and item.plausible_high is not None:
        yield (item.plausible_low + item.plausible_high) / 2
    yield Decimal(30)
