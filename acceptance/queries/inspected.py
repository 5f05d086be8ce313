"""The newest inspection of each leaf with the one before it, read and judged again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.cautions import Beside
from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.periods import legal_date
from acceptance.domain.standards.editions import Editions
from acceptance.persistence.checklists import Checklist, ChecklistTemplate, Submission
from acceptance.persistence.works import Works
from acceptance.queries.beside import all_beside
from acceptance.queries.checklist_sheets import stored_answers, stored_editions
from acceptance.queries.templates import frozen_template


@dataclass(frozen=True, slots=True)
class Inspection:
    """A submitted checklist, judged by the editions of its day."""

    id: int
    works_name: str
    works_location: str
    number: int
    template: Template
    editions: Editions
    beside: Beside
    entries: dict[str, Entry]
    items: dict[str, ItemVerdict]


def inspected(session: Session, project_id: int) -> list[tuple[Inspection, Inspection | None]]:
    """Each leaf's newest submitted inspection by a template, with the one before it."""
    found = session.execute(
        select(
            Checklist.id,
            Checklist.works_id,
            Checklist.template_code,
            Checklist.number,
            ChecklistTemplate.digest,
            Works.name,
            Works.location,
            Submission.body,
            Submission.verdict,
            Submission.submitted_at,
        )
        .select_from(Checklist)
        .join(Works, Works.id == Checklist.works_id)
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .join(Submission, Submission.checklist_id == Checklist.id)
        .where(Checklist.project_id == project_id, ~Works.retired)
        .order_by(Works.position, Works.id, Checklist.template_code, Checklist.number.desc())
    )
    rows = found.all()
    beside = all_beside(session, [row.id for row in rows])
    series: dict[tuple[int, str], list[Inspection]] = {}
    for row in rows:
        known = series.setdefault((row.works_id, row.template_code), [])
        if len(known) < 2:
            known.append(_read(session, row, beside[row.id]))
    return [(known[0], known[1] if len(known) > 1 else None) for known in series.values()]


def _read(session: Session, row: Row[*tuple[Any, ...]], beside: Beside) -> Inspection:
    template = frozen_template(session, row.digest)
    answers = stored_answers(template, row.body)
    editions = stored_editions(template, row.verdict)
    return Inspection(
        id=row.id,
        works_name=row.name,
        works_location=row.location,
        number=row.number,
        template=template,
        editions=editions,
        beside=replace(beside, on=legal_date(row.submitted_at)),
        entries=dict(answers.entries),
        items={item.code: item for item in judge(template, answers, editions).items},
    )
