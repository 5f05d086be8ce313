"""Checklists as lines of a list, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, defer

from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.works import Works

MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """A checklist in a list. `verdict` is None while it is a draft; `newest` when no later
    inspection of the same leaf by the same template exists."""

    id: int
    works_id: int
    works_code: str
    works_name: str
    works_location: str
    number: int
    template_code: str
    title: str
    title_en: str
    version: str
    verdict: str | None
    grade: str | None
    items_failed: int
    items_near: int
    photos_missing: int
    opened_at: datetime
    saved_at: datetime | None
    submitted_at: datetime | None
    newest: bool

    @property
    def is_draft(self) -> bool:
        return self.verdict is None


def lines(session: Session, *wanted: ColumnElement[bool]) -> tuple[ChecklistLine, ...]:
    """Those that are wanted, at most `MOST_LINES` of them."""
    rows = session.execute(
        select(Checklist, Works, ChecklistTemplate, is_newest().label("newest"))
        .select_from(Checklist)
        .join(Works, Works.id == Checklist.works_id)
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .where(*wanted)
        .options(defer(Checklist.draft), defer(ChecklistTemplate.body))
        .order_by(Checklist.opened_at.desc(), Checklist.id.desc())
        .limit(MOST_LINES)
    )
    return tuple(
        _line(row.Checklist, row.Works, row.ChecklistTemplate, newest=bool(row.newest))
        for row in rows
    )


def _line(
    row: Checklist, works: Works, template: ChecklistTemplate, *, newest: bool
) -> ChecklistLine:
    owed = row.photos_announced - row.photos_arrived if row.submitted_at else 0
    return ChecklistLine(
        id=row.id,
        works_id=row.works_id,
        works_code=works.code,
        works_name=works.name,
        works_location=works.location,
        number=row.number,
        template_code=row.template_code,
        title=template.title,
        title_en=template.title_en,
        version=template.version,
        verdict=row.verdict,
        grade=row.grade,
        items_failed=row.items_failed,
        items_near=row.items_near,
        photos_missing=max(0, owed),
        opened_at=row.opened_at,
        saved_at=row.saved_at,
        submitted_at=row.submitted_at,
        newest=newest,
    )


def is_newest() -> ColumnElement[bool]:
    """No later inspection of the same leaf by the same template exists."""
    later = Checklist.__table__.alias("later")
    return ~(
        select(later.c.id)
        .where(
            later.c.works_id == Checklist.works_id,
            later.c.template_code == Checklist.template_code,
            later.c.number > Checklist.number,
        )
        .exists()
    )
