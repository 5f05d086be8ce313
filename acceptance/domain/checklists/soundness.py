"""What a template may not say although each of its keys is well formed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from acceptance.domain.checklists.frequency_soundness import of_frequency
from acceptance.domain.checklists.rules import of_rule
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import CountedPlan, ItemClass, ItemKind, Places, Rating
from acceptance.domain.findings import Finding

# These keys speak about measured values and mean nothing elsewhere.
OF_MEASURES = (
    "low",
    "high",
    "extreme_low",
    "extreme_high",
    "cap_factor",
    "near",
    "plausible_low",
    "plausible_high",
)
_PAIRS = (
    ("low", "high"),
    ("extreme_low", "low"),
    ("high", "extreme_high"),
    ("extreme_low", "extreme_high"),
    ("plausible_low", "plausible_high"),
)


def contradictions(template: Template) -> list[Finding]:
    """Every contradiction, named by section and item as they stand in the file."""
    found = list(_of_rates(template))
    found += _repeated([section.code for section in template.sections], "section")
    found += _repeated([item.code for item in template.items], "item")
    for item in template.items:
        found += (
            Finding(code, field=f"{item.code}.{key}", data=tuple(sorted(data.items())))
            for code, key, data in _of_item(item)
        )
    return found


Trouble = tuple[str, str, dict[str, str]]


def _of_rates(template: Template) -> Iterator[Finding]:
    rates = template.rates
    for name in ("dominant", "key", "general", "excellent"):
        value = getattr(rates, name)
        if value is not None and not 0 < value <= 100:
            yield Finding.of("template_rate_out_of_range", field=f"rates.{name}")
    if rates.dominant != 100:
        yield Finding.of("template_dominant_below_all", field="rates.dominant")
    if (template.rating is Rating.WATER) != (rates.excellent is not None):
        yield Finding.of("template_excellent_needs_water", field="rates.excellent")
    if rates.excellent is not None and rates.excellent < rates.general:
        yield Finding.of("template_excellent_below_general", field="rates.excellent")


def _repeated(codes: list[str], kind: str) -> Iterator[Finding]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Finding.of(f"template_{kind}_repeated", field=code, times=times)


def _of_item(item: Item) -> Iterator[Trouble]:
    yield from _of_rate(item)
    if item.kind is ItemKind.MEASURE:
        yield from _of_measure(item)
    elif item.kind is ItemKind.STATISTICAL:
        yield from _of_statistical(item)
    else:
        yield from _of_plain(item)
    yield from _of_keys_of_statistics(item)
    if item.plan is not CountedPlan.RATE and item.kind is not ItemKind.COUNT:
        yield "template_key_of_measures", "plan", {}
    if item.places is not Places.FREE and not item.kind.has_points:
        yield "template_key_of_measures", "places", {}
    if item.sample is not None:
        yield from of_frequency(item.sample)
    if item.minimum_points < 1:
        yield "template_points_below_one", "minimum_points", {}


def _of_keys_of_statistics(item: Item) -> Iterator[Trouble]:
    for key in ("rule", "given", "factors"):
        if item.kind is not ItemKind.STATISTICAL and getattr(item, key):
            yield "template_key_of_statistics", key, {}


def _of_rate(item: Item) -> Iterator[Trouble]:
    if not 0 < item.minimum_rate <= 100:
        yield "template_rate_out_of_range", "minimum_rate", {}
    elif item.item_class is ItemClass.DOMINANT and item.minimum_rate != 100:
        yield "template_dominant_below_all", "minimum_rate", {}


def _of_plain(item: Item) -> Iterator[Trouble]:
    for key in OF_MEASURES:
        if getattr(item, key) is not None:
            yield "template_key_of_measures", key, {}
    if item.kind is ItemKind.YES_NO and item.sample is not None:
        yield "template_key_of_measures", "sample", {}
    if item.needs_design:
        yield "template_key_of_measures", "needs_design", {}
    if item.kind is ItemKind.YES_NO and item.minimum_points != 1:
        yield "template_key_of_measures", "minimum_points", {}


def _of_statistical(item: Item) -> Iterator[Trouble]:
    """Its limits are the method's own; only what can be true of a value is said here."""
    for key in OF_MEASURES:
        if not key.startswith("plausible") and getattr(item, key) is not None:
            yield "template_key_of_measures", key, {}
    if not item.unit:
        yield "template_unit_missing", "unit", {}
    yield from _of_plausible(item)
    yield from of_rule(item)


def _of_plausible(item: Item) -> Iterator[Trouble]:
    if (item.plausible_low is None) != (item.plausible_high is None):
        yield "template_plausible_half", "plausible_low", {}


def _of_measure(item: Item) -> Iterator[Trouble]:
    if not item.unit:
        yield "template_unit_missing", "unit", {}
    if item.low is None and item.high is None:
        yield "template_limit_missing", "low", {}
    for lower, upper in _PAIRS:
        if _reversed(getattr(item, lower), getattr(item, upper)):
            yield "template_limits_reversed", lower, {"lower": lower, "upper": upper}
    yield from _of_plausible(item)
    if item.near is not None and item.near <= 0:
        yield "template_near_not_positive", "near", {}
    yield from _of_cap(item)


def _of_cap(item: Item) -> Iterator[Trouble]:
    """A multiple of the tolerance has a meaning only when the tolerance is measured from nought."""
    if item.cap_factor is None:
        return
    if item.cap_factor < 1:
        yield "template_cap_below_one", "cap_factor", {}
    if (item.low or 0) > 0 or (item.high or 0) < 0:
        yield "template_cap_without_tolerance", "cap_factor", {}


def _reversed(lower: Decimal | None, upper: Decimal | None) -> bool:
    return lower is not None and upper is not None and lower > upper
