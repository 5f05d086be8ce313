"""What does not fit about the groups of a strength lot and their reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.checklists.entries import Entry, Point
from acceptance.domain.checklists.gaps import finding_of
from acceptance.domain.checklists.report_numbers import report_key
from acceptance.domain.checklists.strength_groups import (
    STANDARD_AGE,
    group_result,
    group_text,
    specimens_of,
)
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import Curing
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import Editions
from acceptance.domain.standards.site_cured import SITE_CURED_2015, SiteCured


def group_cautions(
    item: Item, entry: Entry, editions: Editions, on: date | None
) -> Iterator[Finding]:
    """Reports missing or named twice, specimens of a wrong age, values that do not agree."""
    if specimens_of(item) is None:
        return
    known: dict[str, int] = {}
    for index, point in enumerate(entry.values):
        if not point.value and not point.group.specimens:
            continue
        field = f"values.{index}"
        yield from _of_report(item, field, point, known, index + 1)
        yield from _of_age(item, field, point, editions, on)
        yield from _of_value(item, field, point, editions)
    cured = {p.group.curing or Curing.STANDARD.value for p in entry.values if not p.is_blank}
    if len(cured) > 1:
        yield finding_of(item, "group_curing_mixed", "values")


def _of_report(
    item: Item, field: str, point: Point, known: dict[str, int], number: int
) -> Iterator[Finding]:
    if not point.group.report:
        yield finding_of(item, "group_report_missing", f"{field}.report", number=number)
        return
    first = known.setdefault(report_key(point.group.report), number)
    if first != number:
        yield finding_of(
            item, "group_report_repeated", f"{field}.report",
            report=point.group.report, number=number, first=first,
        )  # fmt: skip


def _of_age(
    item: Item, field: str, point: Point, editions: Editions, on: date | None
) -> Iterator[Finding]:
    group, age = point.group, point.group.age
    if on is not None and group.tested and date.fromisoformat(group.tested) > on:
        yield finding_of(item, "group_tested_later", f"{field}.tested", tested=group.tested)
    if age is None or age < 0:
        return
    if group.curing != Curing.SITE:
        if age != STANDARD_AGE:
            yield finding_of(item, "group_age_off", f"{field}.tested", age=age, wanted=STANDARD_AGE)
        return
    yield from _of_site_curing(item, field, point, editions.of(SITE_CURED_2015))


def _of_site_curing(item: Item, field: str, point: Point, rules: SiteCured) -> Iterator[Finding]:
    age, days = point.group.age or 0, point.group.degree_days
    clause = f"{rules.name} {rules.clause}"
    if age < rules.site_least_age:
        found = finding_of(
            item, "group_age_short", f"{field}.tested", age=age, least=rules.site_least_age
        )
        yield replace(found, clause=clause)
    if not days or Fraction(days) < rules.site_degree_days:
        found = finding_of(
            item, "group_degree_days_short", f"{field}.degree_days",
            given=days or "—", least=short_text(rules.site_degree_days),
        )  # fmt: skip
        yield replace(found, clause=clause)


def _of_value(item: Item, field: str, point: Point, editions: Editions) -> Iterator[Finding]:
    found = group_result(item, point, editions)
    if found is None:
        return
    text = group_text(item, found)
    if not text:
        yield from (replace(each, field=f"{item.code}.{field}") for each in found.findings)
    elif point.value and Decimal(point.value) != Decimal(text):
        yield finding_of(item, "group_value_differs", field, stated=point.value, found=text)
