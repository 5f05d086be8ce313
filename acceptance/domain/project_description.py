"""What a person writes down about a project, and what can be said of it without looking around."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from acceptance.domain.findings import Finding
from acceptance.domain.projects import RULE_SETS, Category, SizeBasis, SizeClass
from acceptance.domain.size_class import Figures, contradiction


@dataclass(frozen=True, slots=True)
class ProjectDescription:
    """The part of a project that people enter. Investment in CNY, floor area in m², length in km.

    Field names are those of the form and of the table. `responsible_id` is the authority that answers
    for the project in its target agreement.
    """

    code: str
    name: str
    area_id: int
    category: Category
    process: str
    rule_set: str
    size_class: SizeClass
    size_basis: SizeBasis
    size_note: str = ""
    place: str = ""
    is_housing: bool = False
    investment: Decimal | None = None
    floor_area: Decimal | None = None
    length_km: Decimal | None = None
    irrigated_mu: Decimal | None = None
    structure: str = ""
    permit: str = ""
    planned_start: date | None = None
    planned_finish: date | None = None
    actual_start: date | None = None
    actual_finish: date | None = None
    acceptance_due: date | None = None
    organiser: str = ""
    approving_body: str = ""
    filing_body: str = ""
    filing_number: str = ""
    responsible_id: int | None = None

    @property
    def figures(self) -> Figures:
        return Figures(self.category, self.investment, self.floor_area, self.irrigated_mu)


DESCRIBED = tuple(field.name for field in fields(ProjectDescription))


def inner_contradictions(described: ProjectDescription) -> tuple[Finding, ...]:
    """What cannot be so whatever else there is: dates, size class, rule set."""
    return (*_dates(described), *_size(described), *_rule_set(described))


def _dates(described: ProjectDescription) -> Iterator[Finding]:
    pairs = (
        ("planned_finish", described.planned_start, described.planned_finish),
        ("actual_finish", described.actual_start, described.actual_finish),
    )
    for name, start, finish in pairs:
        if start is not None and finish is not None and finish < start:
            yield Finding.of("finish_before_start", field=name, start=start.isoformat())


def _size(described: ProjectDescription) -> Iterator[Finding]:
    if described.size_basis is SizeBasis.MANUAL:
        if not described.size_note.strip():
            yield Finding.of("size_note_missing", field="size_note")
        return
    said = contradiction(described.figures, described.size_class, described.size_basis)
    if said is not None:
        yield Finding.of(
            "size_contradicts_rule", said.source, field="size_class", size_class=said.size_class
        )


def _rule_set(described: ProjectDescription) -> Iterator[Finding]:
    rule_set = RULE_SETS.get(described.rule_set)
    if rule_set is None or described.category not in rule_set.categories:
        yield Finding.of("rule_set_not_for_category", field="rule_set")
