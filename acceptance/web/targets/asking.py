"""What an address of the targets pages asks for: a period and an area."""

from __future__ import annotations

from flask import request

from acceptance.domain.findings import Finding
from acceptance.domain.periods import NotAPeriodError, Period
from acceptance.domain.quarters import quarters_of
from acceptance.queries.rates import Ask
from acceptance.services.errors import RefusedError
from acceptance.web.clock import today
from acceptance.web.db import runtime
from acceptance.web.wording import gettext as _

LONGEST_SPAN = 40  # years


def asked() -> Ask:
    """The period and area of this address; without a period the running year."""
    day = today()
    text = request.args.get("period", "").strip()
    period = _period(text) if text else Period.year(day.year)
    return Ask(
        period=period,
        area_code=request.args.get("area", "").strip()[:12],
        today=day,
        conditional_counts=runtime().settings.conditional_counts,
    )


def period_name(period: Period) -> str:
    """A period as people say it."""
    year, quarter = period.first.year, (period.first.month + 2) // 3
    if period.last.year != year:
        return _("%(first)s 至 %(last)s 年", first=year, last=period.last.year)
    if period == Period.year(year):
        return _("%(year)s 年", year=year)
    if period == Period.quarter(year, quarter):
        return _("%(year)s 年第 %(quarter)s 季度", year=year, quarter=quarter)
    return _("%(year)s 年%(half)s半年", year=year, half=_("上") if quarter == 1 else _("下"))


def period_choices(years: tuple[int, ...], chosen: Period) -> list[tuple[str, str]]:
    """Each year with its quarters, newest first, and all years together; the chosen one too."""
    found = [
        period for year in years for period in (Period.year(year), *Period.year(year).quarters)
    ]
    if len(years) > 1:
        found.append(Period.cumulative(years[-1], years[0]))
    if chosen not in found:
        found.insert(0, chosen)
    return [(period.code, period_name(period)) for period in found]


def _period(text: str) -> Period:
    try:
        period = Period.parse(text)
        quarters_of(period)
    except (NotAPeriodError, ValueError, OverflowError):
        raise RefusedError(Finding.of("period_unknown", field="period")) from None
    if period.last.year - period.first.year >= LONGEST_SPAN:
        raise RefusedError(Finding.of("period_unknown", field="period"))
    return period
