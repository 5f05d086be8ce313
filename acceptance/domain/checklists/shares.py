"""Shares and caps of measured items where the bureau has set them for the standard of a template.

A template carries its figures itself. An item whose figure is that of the shipped table of its
standard follows that table when the bureau changes it; an item with a figure of its own does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from acceptance.domain.arithmetic import number_text
from acceptance.domain.checklists.template import Item, Rates, Section, Template
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.editions import Editions
from acceptance.domain.standards.gb_50300_points import POINT_RATES_2013, PointRates
from acceptance.domain.standards.jtg_f80_1 import RoadRules
from acceptance.domain.standards.register import EDITIONS
from acceptance.domain.standards.sl_631 import UnitElements
from acceptance.domain.standards.specialty_codes import SpecialtyCode

# The limit of a table for what a template calls so. Main items conform at every point everywhere.
_LIMITS: Mapping[type[Edition], Mapping[str, str]] = {
    PointRates: {"general": "general"},
    SpecialtyCode: {"general": "general_rate", "cap": "cap"},
    RoadRules: {"general": "general", "key": "key"},
    UnitElements: {"general": "general_share", "excellent": "general_share_excellent"},
}
# Tables as shipped, and as the bureau has set them.
_Pairs = Sequence[tuple[Edition, Edition]]


def share_tables(template: Template) -> tuple[Edition, ...]:
    """The tables that the shares and caps of a template are those of."""
    known = tuple(_LIMITS)
    own = (each for each in EDITIONS if each.name == template.standard and isinstance(each, known))
    return tuple(own) or (POINT_RATES_2013,)


def in_force(template: Template, editions: Editions) -> Template:
    """The template with the shares and caps in force; itself where the bureau has set none.

    Its digest stays that of the published template, because that is what the records name.
    """
    if not (editions.confirmed and editions.of_items):
        return template
    found = ((table, editions.of(table)) for table in share_tables(template))
    pairs = [(shipped, ours) for shipped, ours in found if ours.changed]
    if not pairs:
        return template
    sections = tuple(_section(section, pairs) for section in template.sections)
    changed = replace(template, sections=sections, rates=_rates(template.rates, pairs))
    object.__setattr__(changed, "digest", template.digest)
    return changed


def _section(section: Section, pairs: _Pairs) -> Section:
    return replace(section, items=tuple(_item(item, pairs) for item in section.items))


def _item(item: Item, pairs: _Pairs) -> Item:
    rate = _figure(item.minimum_rate, item.item_class.value, pairs)
    cap = None if item.cap_factor is None else _figure(item.cap_factor, "cap", pairs)
    return replace(item, minimum_rate=rate, cap_factor=cap)


def _rates(rates: Rates, pairs: _Pairs) -> Rates:
    named = {name: getattr(rates, name) for name in ("key", "general", "excellent")}
    return replace(
        rates,
        **{name: _figure(value, name, pairs) for name, value in named.items() if value is not None},
    )


def _figure(value: Decimal, name: str, pairs: _Pairs) -> Decimal:
    for shipped, ours in pairs:
        limit = _limits(shipped).get(name)
        if limit and getattr(shipped, limit) == Fraction(value):
            return Decimal(number_text(getattr(ours, limit)))
    return value


def _limits(table: Edition) -> Mapping[str, str]:
    return next(names for kind, names in _LIMITS.items() if isinstance(table, kind))
