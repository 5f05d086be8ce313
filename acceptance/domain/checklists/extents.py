"""How much one checklist covers, as it is entered and stored."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal

from acceptance.domain.chainage import NotAChainageError, chainage
from acceptance.domain.checklists.frequency import Extent, Per, Repeated
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import ItemKind
from acceptance.domain.exact import decimal_text
from acceptance.domain.projects import Category

UNKNOWN = Extent()
"""Nothing was entered of what a checklist covers."""

_OF_PER = {
    Per.LENGTH: "length", Per.AREA: "area", Per.STRUCTURE: "structures", Per.SHARE: "pieces",
}  # fmt: skip
_OF_REPEATED = {Repeated.LAYER: "layers", Repeated.LANE: "lanes", Repeated.SIDE: "sides"}
_CHAINAGE = re.compile(r"[Kk]\d{1,4}\s*\+\s*\d{1,3}(?:\.\d{1,3})?")


def asked_of(template: Template) -> tuple[str, ...]:
    """The fields of the extent that this template's frequencies go by, in their order."""
    asked = {name for item in template.items for name in asked_by(template, item)}
    return tuple(field.name for field in fields(Extent) if field.name in asked)


def asked_by(template: Template, item: Item) -> tuple[str, ...]:
    """Those that one item goes by."""
    found = []
    if item.sample is not None:
        found += [_OF_PER.get(item.sample.per, ""), _OF_REPEATED.get(item.sample.repeated, "")]
    if goes_by_table(template, item):
        found.append("pieces")
    return tuple(dict.fromkeys(name for name in found if name))


def goes_by_table(template: Template, item: Item) -> bool:
    """Whether table 3.0.9 of GB 50300 says how many of the lot are checked: a building's counted or
    measured items; strength lots go by their own standards."""
    counted = item.kind in {ItemKind.COUNT, ItemKind.MEASURE}
    return template.category is Category.BUILDING and counted


def extent_document(extent: Extent) -> dict[str, str]:
    """Plain text by name, what is not known left out."""
    found = {}
    for field in fields(Extent):
        value = getattr(extent, field.name)
        if value is not None:
            found[field.name] = decimal_text(value) if isinstance(value, Decimal) else str(value)
    return found


def extent_from(document: Mapping[str, str]) -> Extent:
    """The extent that `extent_document` wrote."""
    length, area = (document.get(name) for name in ("length", "area"))
    structures, pieces = (document.get(name) for name in ("structures", "pieces"))
    return Extent(
        length=Decimal(length) if length else None,
        area=Decimal(area) if area else None,
        structures=int(structures) if structures else None,
        pieces=int(pieces) if pieces else None,
        layers=int(document.get("layers", 1)),
        lanes=int(document.get("lanes", 1)),
        sides=int(document.get("sides", 1)),
    )


def span_in(location: str) -> tuple[Decimal, Decimal] | None:
    """The stretch of road that the place of a part names, such as K0+000～K1+200."""
    try:
        ends = [chainage(text) for text in _CHAINAGE.findall(location)]
    except NotAChainageError:
        return None
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] < ends[1] else None
