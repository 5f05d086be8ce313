"""Test reports of the demonstration's strength lots: numbers, days and three specimens a group."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from decimal import Decimal

from acceptance.domain.checklists.strength_groups import STANDARD_AGE, specimens_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.exact import decimal_text

LABORATORY = "示例工程质量检测中心"
_APART = Decimal("0.4")


def report_of(item: Item, value: str, seed: str, on: date | None) -> dict[str, str]:
    """The report behind a group of this value, tested three days before `on`; empty for an item
    that is no strength lot. Three cubes lie evenly about their value, so that it is their mean."""
    kind = specimens_of(item)
    if kind is None:
        return {}
    number = int(hashlib.sha256(seed.encode()).hexdigest(), 16) % 1_000_000
    found = {"report": f"SJ-{number:06}", "laboratory": LABORATORY}
    if on is not None:
        tested = on - timedelta(days=3)
        cast = tested - timedelta(days=STANDARD_AGE)
        found |= {"cast": cast.isoformat(), "tested": tested.isoformat()}
    middle = Decimal(value)
    if kind.unit == "MPa" and middle == round(middle, 1) and middle > 5:
        bore = (middle - _APART, middle, middle + _APART)
        found |= {f"s{n}": decimal_text(each) for n, each in enumerate(bore, start=1)}
    return found
