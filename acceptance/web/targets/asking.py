"""What an address of the targets asks for: a period, an area, and perhaps only some projects."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask import request

from acceptance.domain.findings import Finding
from acceptance.domain.periods import NotAPeriodError, Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.queries.ask import Ask
from acceptance.services.errors import RefusedError
from acceptance.web.clock import today
from acceptance.web.db import runtime

FIRST_YEAR, LAST_YEAR = 1949, 2199
LONGEST_SPAN = 40  # years


def asked() -> Ask:
    """What this address asks for; without a period the running year.

    A word that is none is refused: a figure of all projects must not pass for one of a few.
    """
    day = today()
    return Ask(
        period=_asked_period(day),
        area_code=request.args.get("area", "").strip()[:12],
        today=day,
        conditional_counts=runtime().settings.conditional_counts,
        size=_word(SizeClass, "size"),
        category=_word(Category, "category"),
        unit=_number("unit"),
        only=_yes("only"),
    )


def kept(ask: Ask) -> dict[str, str]:
    """The same as the values of an address."""
    values = {
        "period": ask.period.code,
        "area": ask.area_code,
        "size": ask.size or "",
        "category": ask.category or "",
        "unit": "" if ask.unit is None else str(ask.unit),
        "only": "1" if ask.only else "",
    }
    return {name: str(value) for name, value in values.items() if value}


Word = TypeVar("Word", bound=StrEnum)


def _word(kind: type[Word], name: str) -> Word | None:
    text = request.args.get(name, "").strip()
    if not text:
        return None
    if text not in kind._value2member_map_:
        raise _refused("filter_unknown", name)
    return kind(text)


def _number(name: str) -> int | None:
    text = request.args.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise _refused("filter_unknown", name)
    return int(text)


def _yes(name: str) -> bool:
    text = request.args.get(name, "").strip()
    if text not in {"", "1"}:
        raise _refused("filter_unknown", name)
    return text == "1"


def _asked_period(today: date) -> Period:
    """Two days win over a named period, unless they are those that the form showed (`shown`) and
    a named period was chosen in their place."""
    text = request.args.get("period", "").strip()
    days = [request.args.get(name, "").strip() for name in ("from", "to")]
    untouched = text and request.args.get("shown", "") == "/".join(days)
    if any(days) and not untouched:
        first, last = days[0] or f"{today.year}-01-01", days[1] or f"{today}"
        return _period(f"{first}/{last}", "from")
    return _period(text, "period") if text else Period.year(today.year)


def _period(text: str, field: str) -> Period:
    try:
        period = Period.parse(text)
    except (NotAPeriodError, ValueError, OverflowError):
        raise _refused("period_unknown", field) from None
    first, last = period.first.year, period.last.year
    if not FIRST_YEAR <= first <= last <= LAST_YEAR or last - first >= LONGEST_SPAN:
        raise RefusedError(
            Finding.of(
                "period_outside", field=field, first=FIRST_YEAR, last=LAST_YEAR, most=LONGEST_SPAN
            )
        )
    return period


def _refused(code: str, field: str) -> RefusedError:
    return RefusedError(Finding.of(code, field=field))
