"""The form above the figures: what can be asked, and what is asked now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.queries.ask import Ask
from acceptance.queries.units import Unit, unit, units
from acceptance.services.errors import NotFoundError
from acceptance.web.auth import current_actor
from acceptance.web.db import reading
from acceptance.web.language import titled
from acceptance.web.wording import gettext as _

Option = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows the figures, and the address without it."""

    name: str
    without: str


@dataclass(frozen=True, slots=True)
class Filters:
    """The choices of the form, each with whether it is chosen; `days` when two free dates are asked
    for, `chips` for what is narrowed, `clear` the address without all of them."""

    periods: tuple[tuple[str, tuple[Option, ...]], ...]
    days: Period | None
    sizes: tuple[Option, ...]
    categories: tuple[Option, ...]
    units: tuple[Option, ...]
    chips: tuple[Chip, ...]
    clear: str


def filters(ask: Ask, years: tuple[int, ...], here: Callable[..., str]) -> Filters:
    """The form for what is asked. A unit of another area is not found."""
    chosen = _chosen_unit(ask)
    listed = units(reading(), current_actor())
    if chosen is not None and chosen not in listed:
        listed = (chosen, *listed)
    named = "/" not in ask.period.code
    return Filters(
        periods=_periods(years, ask.period),
        days=None if named else ask.period,
        sizes=tuple((word.value, titled(word), word is ask.size) for word in SizeClass),
        categories=tuple((word.value, titled(word), word is ask.category) for word in Category),
        units=tuple((str(each.id), each.name, each.id == ask.unit) for each in listed),
        chips=_chips(ask, chosen, here),
        clear=here(size="", category="", unit=""),
    )


def _chosen_unit(ask: Ask) -> Unit | None:
    if ask.unit is None:
        return None
    found = unit(reading(), current_actor(), ask.unit)
    if found is None:
        raise NotFoundError
    return found


def _chips(ask: Ask, chosen: Unit | None, here: Callable[..., str]) -> tuple[Chip, ...]:
    found = []
    if ask.size is not None:
        found.append(Chip(titled(ask.size), here(size="")))
    if ask.category is not None:
        found.append(Chip(titled(ask.category), here(category="")))
    if chosen is not None:
        found.append(Chip(chosen.name, here(unit="")))
    return tuple(found)


def _periods(years: tuple[int, ...], chosen: Period) -> tuple[tuple[str, tuple[Option, ...]], ...]:
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
