"""Values that cannot be true: not failed but in doubt, with a guess at what was meant."""

from __future__ import annotations

from decimal import Decimal

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.limits import Limits, limits_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.evaluation.points import Range
from acceptance.domain.exact import decimal_text
from acceptance.domain.findings import Finding

# A point left out or slipped is the usual mistake; the nearest slip is tried first.
_SLIPS = (-1, -2, -3, 1, 2)


def doubts_of(item: Item, entry: Entry) -> list[Finding]:
    """A finding for the design value and for each point outside what can be true of the item."""
    plausible = Range(item.plausible_low, item.plausible_high)
    found = []
    design = Decimal(entry.design) if entry.design else None
    if design is not None and design not in plausible:
        found.append(_doubt(item, "design", entry.design, _slipped(design, plausible)))
        return found
    for index, point in enumerate(entry.values):
        if point.value and (value := Decimal(point.value)) not in plausible:
            guess = _guess(value, limits_of(item, design))
            found.append(_doubt(item, f"values.{index}", point.value, guess))
    return found


def _guess(value: Decimal, limits: Limits) -> Decimal | None:
    """What was probably meant: within the limits if any slip leads there, else at least plausible."""
    within = _slipped(value, limits.tolerated)
    if within is not None and within in limits.plausible:
        return within
    return _slipped(value, limits.plausible)


def _slipped(value: Decimal, range_: Range[Decimal]) -> Decimal | None:
    moved = (value.scaleb(places) for places in _SLIPS)
    return next((guess for guess in moved if guess in range_), None)


def _doubt(item: Item, field: str, value: str, guess: Decimal | None) -> Finding:
    data = {
        "value": value,
        "unit": item.unit,
        "low": decimal_text(item.plausible_low or Decimal(0)),
        "high": decimal_text(item.plausible_high or Decimal(0)),
    }
    code = "item_value_in_doubt"
    if guess is not None:
        code, data["guess"] = "item_value_in_doubt_guess", decimal_text(guess)
    return Finding(code, item.clause, None, f"{item.code}.{field}", tuple(sorted(data.items())))
