"""What an address of the targets pages asks for: a period and an area."""

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
from acceptance.web.wording import gettext as _

LONGEST_SPAN = 40  # years


def asked() -> Ask:
    """The period and area of this address; without a period the running year."""
    day = today()
    period = _asked_period(day)
    return Ask(
        period=period,
        area_code=request.args.get("area", "").strip()[:12],
        today=day,
        conditional_counts=runtime().settings.conditional_counts,
        size=_word(SizeClass, "size"),
        category=_word(Category, "category"),
        unit=_number("unit"),
    )


Word = TypeVar("Word", bound=StrEnum)


def _word(kind: type[Word], name: str) -> Word | None:
    """One of these words; anything else narrows nothing."""
    text = request.args.get(name, "")
    return kind(text) if text in kind._value2member_map_ else None


def _number(name: str) -> int | None:
    text = request.args.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def period_name(period: Period) -> str:
    """A period as people say it."""
    year, month = period.first.year, period.first.month
    if period == Period.year(year):
        return _("%(year)s 年", year=year)
    if period == Period.cumulative(year, period.last.year):
        return _("%(first)s 至 %(last)s 年", first=year, last=period.last.year)
    if period == Period.quarter(year, (month + 2) // 3):
        return _("%(year)s 年第 %(quarter)s 季度", year=year, quarter=(month + 2) // 3)
    if period == Period.half(year, (month + 5) // 6):
        return _("%(year)s 年%(half)s半年", year=year, half=_("上") if month == 1 else _("下"))
    if period == Period.month(year, month):
        return _("%(year)s 年 %(month)s 月", year=year, month=month)
    return _("%(first)s 至 %(last)s", first=period.first, last=period.last)


def period_choices(years: tuple[int, ...], chosen: Period) -> list[tuple[str, str]]:
    """Each year with its quarters, newest first, and all years together; the chosen one too."""
    found = [
        period
        for year in years
        for period in (
            Period.year(year),
            *(Period.half(year, half) for half in (1, 2)),
            *Period.year(year).quarters,
        )
    ]
    if len(years) > 1:
        found.append(Period.cumulative(years[-1], years[0]))
    if chosen not in found:
        found.insert(0, chosen)
    return [(period.code, period_name(period)) for period in found]


def _asked_period(today: date) -> Period:
    """Two days win over a named period, so that a form can offer both."""
    days = [request.args.get(name, "").strip() for name in ("from", "to")]
    if any(days):
        first, last = days[0] or f"{today.year}-01-01", days[1] or f"{today}"
        return _period(f"{first}/{last}")
    text = request.args.get("period", "").strip()
    return _period(text) if text else Period.year(today.year)


def _period(text: str) -> Period:
    try:
        period = Period.parse(text)
    except (NotAPeriodError, ValueError, OverflowError):
        raise RefusedError(Finding.of("period_unknown", field="period")) from None
    if period.last.year - period.first.year >= LONGEST_SPAN:
        raise RefusedError(Finding.of("period_unknown", field="period"))
    return period
