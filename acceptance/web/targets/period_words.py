"""Periods as people say them, and those that can be chosen."""

from __future__ import annotations

from functools import cache, lru_cache

from acceptance.domain.periods import Period
from acceptance.web.language import locale
from acceptance.web.wording import gettext as _

Option = tuple[str, str, bool]
"""What is sent, what is read, and whether it is chosen."""


def period_choices(
    years: tuple[int, ...], chosen: Period
) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """Each year with its halves, quarters and months, newest first; all years together; and the
    chosen one where it is none of these."""
    code = chosen.code
    groups = [
        (str(year), tuple((name, period_name(period), name == code) for name, period in _of(year)))
        for year in years
    ]
    if len(years) > 1:
        every = Period.cumulative(years[-1], years[0])
        groups.insert(0, (_("累计"), ((every.code, period_name(every), every.code == code),)))
    known = {name for _group, options in groups for name, *_rest in options}
    if code not in known and "/" not in code:
        groups.insert(0, (_("现在所看"), ((code, period_name(chosen), True),)))
    return tuple(groups)


@cache
def _of(year: int) -> tuple[tuple[str, Period], ...]:
    found = (
        Period.year(year),
        *(Period.half(year, half) for half in (1, 2)),
        *Period.year(year).quarters,
        *(Period.month(year, month) for month in range(1, 13)),
    )
    return tuple((period.code, period) for period in found)


def period_name(period: Period) -> str:
    """A period as people say it."""
    return _name(period, locale())


@lru_cache(maxsize=4096)
def _name(period: Period, _wanted: str) -> str:
    """The choices of a page are more than two hundred periods, so that each is said once in each
    language."""
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
