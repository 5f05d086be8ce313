"""Findings at their fields: which line of the sheet a message belongs to, and how it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from acceptance.domain.findings import Finding
from acceptance.web.checklists.rows import ItemRow, Rows
from acceptance.web.language import locale, placed, saying
from acceptance.web.wording import gettext as _


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of the summary: `field` is the id of the control it leads to, empty when none."""

    field: str
    place: str
    sentence: str


def by_field(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """The sentences of each field."""
    messages: dict[str, list[str]] = {}
    for finding in findings:
        messages.setdefault(finding.field, []).append(saying(finding))
    return messages


def problems_of(rows: Rows, findings: Iterable[Finding]) -> list[Problem]:
    """The lines of the summary, in the order of the sheet; what belongs to no item comes first."""
    order = {row.item.code: n for n, row in enumerate(rows.items, start=1)}
    sorted_findings = sorted(findings, key=lambda found: order.get(_code(found), 0))
    return [_problem(rows, found) for found in sorted_findings]


def row_of(rows: Rows, field: str) -> ItemRow | None:
    """The item a field belongs to."""
    code = field.partition(".")[0]
    return next((row for row in rows.items if row.item.code == code), None)


def place_of(rows: Rows, field: str) -> str:
    """Where on the sheet a field is, in words: 2.2 平整度，第 3 点."""
    row, path = row_of(rows, field), field.partition(".")[2]
    if row is None:
        return ""
    title = row.item.title if locale() == "zh" else row.item.title_en
    part, _dot, index = path.partition(".")
    index = index.partition(".")[0]
    if part == "values" and index.isdigit() and int(index) < len(row.points):
        place = placed(row.points[int(index)].place) or _("第 %(number)s 点", number=int(index) + 1)
        return f"{row.number} {title} {place}"
    return f"{row.number} {title}"


def _problem(rows: Rows, finding: Finding) -> Problem:
    place = place_of(rows, finding.field)
    field = finding.field if place else ""
    return Problem(field, place or finding.field, saying(finding))


def _code(finding: Finding) -> str:
    return finding.field.partition(".")[0]
