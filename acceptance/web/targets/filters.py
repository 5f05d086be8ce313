"""The form above the figures: what can be asked, and what is asked now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.queries.ask import Ask
from acceptance.queries.populations import NOBODY
from acceptance.queries.units import Unit, unit, units
from acceptance.services.errors import NotFoundError
from acceptance.web.auth import current_actor
from acceptance.web.db import reading
from acceptance.web.language import titled
from acceptance.web.targets.period_words import Option, period_choices
from acceptance.web.wording import gettext as _


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
    if chosen is not None and chosen not in (*listed, _nobody()):
        listed = (chosen, *listed)
    named = "/" not in ask.period.code
    return Filters(
        periods=period_choices(years, ask.period),
        days=None if named else ask.period,
        sizes=tuple((word.value, titled(word), word is ask.size) for word in SizeClass),
        categories=tuple((word.value, titled(word), word is ask.category) for word in Category),
        units=tuple(
            (str(each.id), each.name, each.id == ask.unit) for each in (*listed, _nobody())
        ),
        chips=_chips(ask, chosen, here),
        clear=here(size="", category="", unit="", only=""),
    )


def _chosen_unit(ask: Ask) -> Unit | None:
    if ask.unit is None:
        return None
    if ask.unit == NOBODY:
        return _nobody()
    found = unit(reading(), current_actor(), ask.unit)
    if found is None:
        raise NotFoundError
    return found


def _nobody() -> Unit:
    return Unit(NOBODY, _("没有登记责任单位"))


def _chips(ask: Ask, chosen: Unit | None, here: Callable[..., str]) -> tuple[Chip, ...]:
    found = []
    if ask.size is not None:
        found.append(Chip(titled(ask.size), here(size="")))
    if ask.category is not None:
        found.append(Chip(titled(ask.category), here(category="")))
    if chosen is not None:
        found.append(Chip(chosen.name, here(unit="")))
    if ask.only:
        found.append(Chip(_("只看本级"), here(only="")))
    return tuple(found)
