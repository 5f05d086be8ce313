"""From a plain document (a file or a stored version) to a template, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from acceptance.domain.checklists.frequency import Frequency, Per, Repeated
from acceptance.domain.checklists.soundness import OF_MEASURES, contradictions
from acceptance.domain.checklists.table import Table
from acceptance.domain.checklists.template import Item, Rates, Section, Template
from acceptance.domain.checklists.words import (
    CountedPlan,
    Factor,
    ItemClass,
    ItemKind,
    PhotoRule,
    Places,
    Rating,
)
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Category, Level


class TemplateError(ValueError):
    """A template cannot be used; `findings` says of each key why."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__("; ".join(_line(finding) for finding in findings))


def from_document(document: Mapping[str, Any]) -> Template:
    """The template in `document`, whether just read from a file or stored years ago."""
    problems: list[Finding] = []
    template = _template(Table(document, "", problems))
    if not problems:
        problems += contradictions(template)
    if problems:
        raise TemplateError(tuple(problems))
    return template


def _line(finding: Finding) -> str:
    data = ", ".join(f"{name}={value}" for name, value in finding.data)
    return f"{finding.field}: {finding.code}" + (f" ({data})" if data else "")


def _template(table: Table) -> Template:
    rates = _rates(table.table("rates"))
    template = Template(
        code=table.code(),
        version=table.text("version"),
        title=table.text("title"),
        title_en=table.text("title_en"),
        category=table.word("category", Category),
        level=table.word("level", Level),
        standard=table.text("standard"),
        edition=table.text("edition"),
        clause=table.text("clause"),
        rating=table.word("rating", Rating, Rating.PASSED_OR_FAILED),
        rates=rates,
        verified=table.flag("verified", default=True),
        source=table.text("source", optional=True),
        sections=tuple(_section(each, rates) for each in table.tables("section")),
    )
    table.close()
    return template


def _rates(table: Table) -> Rates:
    usual = Rates()
    rates = Rates(
        dominant=_or(table.number("dominant"), usual.dominant),
        key=_or(table.number("key"), usual.key),
        general=_or(table.number("general"), usual.general),
        excellent=table.number("excellent"),
    )
    table.close()
    return rates


def _section(table: Table, rates: Rates) -> Section:
    section = Section(
        code=table.code(),
        title=table.text("title"),
        title_en=table.text("title_en"),
        items=tuple(_item(each, rates) for each in table.tables("item")),
    )
    table.close()
    return section


def _item(table: Table, rates: Rates) -> Item:
    item_class = table.word("class", ItemClass)
    item = Item(
        code=table.code(),
        title=table.text("title"),
        title_en=table.text("title_en"),
        item_class=item_class,
        kind=table.word("kind", ItemKind),
        requirement=table.text("requirement"),
        requirement_en=table.text("requirement_en"),
        clause=table.text("clause"),
        minimum_rate=_or(table.number("minimum_rate"), rates.of(item_class)),
        unit=table.text("unit", optional=True),
        unit_en=table.text("unit_en", optional=True),
        method=table.text("method", optional=True),
        method_en=table.text("method_en", optional=True),
        frequency=table.text("frequency", optional=True),
        frequency_en=table.text("frequency_en", optional=True),
        **{name: table.number(name) for name in OF_MEASURES},
        needs_design=table.flag("needs_design", default=False),
        minimum_points=table.whole("minimum_points", 1),
        not_applicable=table.flag("not_applicable", default=False),
        photo=table.word("photo", PhotoRule, PhotoRule.OPTIONAL),
        photo_on_failure=table.flag("photo_on_failure", default=False),
        verified=table.flag("verified", default=True),
        rule=table.text("rule", optional=True),
        given=table.scalars("given"),
        factors=table.words("factors", Factor),
        places=table.word("places", Places, Places.FREE),
        plan=table.word("plan", CountedPlan, CountedPlan.RATE),
        sample=_frequency(table.table("sample")) if "sample" in table else None,
    )
    table.close()
    return item


def _frequency(table: Table) -> Frequency:
    frequency = Frequency(
        per=table.word("per", Per),
        count=table.whole("count", 1),
        every=_or(table.number("every"), Decimal(1)),
        share=table.number("share"),
        least=table.whole("least", 1),
        readings=table.whole("readings", 1),
        repeated=table.word("repeated", Repeated, Repeated.ONCE),
    )
    table.close()
    return frequency


def _or(value: Decimal | None, usual: Decimal) -> Decimal:
    return usual if value is None else value
