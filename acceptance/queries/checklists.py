"""Lists of checklists: of a leaf, of a project, and what a reviewer looks at first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session, defer

from acceptance.domain.people import Actor
from acceptance.domain.projects import Category, Level
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.review_items import Review, ReviewItem, review_items
from acceptance.queries.scope import visible
from acceptance.queries.templates import TemplateLine, offered
from acceptance.workflow.inspection import inspection_is_open
from acceptance.workflow.stages import Stage

__all__ = [
    "ChecklistLine",
    "ProjectChecklists",
    "Review",
    "ReviewItem",
    "WorksChecklists",
    "for_project",
    "for_works",
    "review_items",
]

MOST_LINES = 200
FILTERS = ("all", "failing", "near", "draft")


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


@dataclass(frozen=True, slots=True)
class Counts:
    """How many checklists each filter of a project shows."""

    all: int
    failing: int
    near: int
    draft: int


@dataclass(frozen=True, slots=True)
class ProjectChecklists:
    """The tab of a project: the newest inspections first, at most `MOST_LINES` of them."""

    project_id: int
    project_name: str
    counts: Counts
    lines: tuple[ChecklistLine, ...]


@dataclass(frozen=True, slots=True)
class WorksChecklists:
    """The inspections of one leaf, and by which templates it can be inspected."""

    works_id: int
    works_code: str
    works_name: str
    works_location: str
    level: Level
    retired: bool
    project_id: int
    project_name: str
    category: Category
    stage: Stage
    template_code: str
    lines: tuple[ChecklistLine, ...]
    offered: tuple[TemplateLine, ...]

    @property
    def is_open(self) -> bool:
        """Whether a new inspection may begin here now."""
        return inspection_is_open(self.stage) and not self.retired

    @property
    def usual(self) -> frozenset[str]:
        """The templates meant for this leaf: the one it was divided with and those in use here,
        otherwise all of its level."""
        used = {line.template_code for line in self.lines} | {self.template_code} - {""}
        same = {template.code for template in self.offered if template.level is self.level}
        return frozenset(used or same)


def for_works(session: Session, actor: Actor, works_id: int) -> WorksChecklists | None:
    """The checklists of a leaf, or None when it is missing, foreign or no leaf."""
    found = session.execute(
        select(Works, Project.name.label("project_name"), Project.category, Project.stage)
        .join(Project, Project.id == Works.project_id)
        .where(Works.id == works_id, Works.is_leaf, visible(actor))
    ).one_or_none()
    if found is None:
        return None
    works = found.Works
    return WorksChecklists(
        works_id=works.id,
        works_code=works.code,
        works_name=works.name,
        works_location=works.location,
        level=works.level,
        retired=works.retired,
        project_id=works.project_id,
        project_name=found.project_name,
        category=found.category,
        stage=found.stage,
        template_code=works.template_code,
        lines=_lines(session, Checklist.works_id == works_id),
        offered=offered(session, found.category),
    )


def for_project(
    session: Session, actor: Actor, project_id: int, chosen: str = "all"
) -> ProjectChecklists | None:
    """The checklists of a project by a filter, or None when it is missing or foreign."""
    name = session.scalar(select(Project.name).where(Project.id == project_id, visible(actor)))
    if name is None:
        return None
    here = Checklist.project_id == project_id
    wanted = _filters().get(chosen)
    lines = _lines(session, here) if wanted is None else _lines(session, here, wanted)
    return ProjectChecklists(project_id, name, _counts(session, here), lines)


def _filters() -> dict[str, ColumnElement[bool]]:
    """What each filter keeps. A failure that was inspected again stands in the newer one."""
    return {
        "failing": (Checklist.verdict == "fail") & _is_newest(),
        "near": (Checklist.items_near > 0) & _is_newest(),
        "draft": Checklist.verdict.is_(None),
    }


def _is_newest() -> ColumnElement[bool]:
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


def _counts(session: Session, here: ColumnElement[bool]) -> Counts:
    counted = {
        name: func.coalesce(func.sum(case((wanted, 1), else_=0)), 0)
        for name, wanted in _filters().items()
    }
    row = session.execute(
        select(func.count(), *counted.values()).select_from(Checklist).where(here)
    ).one()
    return Counts(*(int(count) for count in row))


def _lines(session: Session, *wanted: ColumnElement[bool]) -> tuple[ChecklistLine, ...]:
    rows = session.execute(
        select(Checklist, Works, ChecklistTemplate, _is_newest().label("newest"))
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
