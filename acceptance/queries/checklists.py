"""Lists of checklists: of a leaf, of a project, and what a reviewer looks at first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.projects import Category, Level
from acceptance.domain.works_divisions import Division
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.checklist_lines import ChecklistLine, is_newest, lines
from acceptance.queries.review_items import Review, ReviewItem, review_items
from acceptance.queries.scope import visible
from acceptance.queries.templates import TemplateLine, offered
from acceptance.queries.works_divisions import division_of, divisions_of
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

FILTERS = ("all", "failing", "near", "draft")


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
    divisions: tuple[Division, ...]
    division: Division | None

    @property
    def is_open(self) -> bool:
        """Whether a new inspection may begin here now."""
        return inspection_is_open(self.stage) and not self.retired

    @property
    def usual(self) -> frozenset[str]:
        """The templates meant for this leaf: the one it was divided with and those in use here,
        otherwise those of its division, or all of its level where it stands in none."""
        used = {line.template_code for line in self.lines} | {self.template_code} - {""}
        if used:
            return frozenset(used)
        if self.division is not None:
            return frozenset(self.division.checklists)
        return frozenset(each.code for each in self.offered if each.level is self.level)

    def others(self, division: str, text: str) -> tuple[TemplateLine, ...]:
        """The templates beside the usual ones: of a division, and with `text` in their name, their
        standard or their code. Each in the order of its division."""
        codes = [
            code for each in self.divisions if each.name == division for code in each.checklists
        ]
        wanted = [
            template
            for template in self.offered
            if template.code not in self.usual and (template.code in codes or not division)
        ]
        words = text.casefold().split()
        found = [each for each in wanted if all(word in each.searched for word in words)]
        return tuple(sorted(found, key=lambda each: codes.index(each.code) if codes else 0))


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
        lines=lines(session, Checklist.works_id == works_id),
        offered=offered(session, found.category),
        divisions=divisions_of(found.category),
        division=division_of(session, works, found.category),
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
    found = lines(session, here) if wanted is None else lines(session, here, wanted)
    return ProjectChecklists(project_id, name, _counts(session, here), found)


def _filters() -> dict[str, ColumnElement[bool]]:
    """What each filter keeps. A failure that was inspected again stands in the newer one."""
    return {
        "failing": (Checklist.verdict == "fail") & is_newest(),
        "near": (Checklist.items_near > 0) & is_newest(),
        "draft": Checklist.verdict.is_(None),
    }


def _counts(session: Session, here: ColumnElement[bool]) -> Counts:
    counted = {
        name: func.coalesce(func.sum(case((wanted, 1), else_=0)), 0)
        for name, wanted in _filters().items()
    }
    row = session.execute(
        select(func.count(), *counted.values()).select_from(Checklist).where(here)
    ).one()
    return Counts(*(int(count) for count in row))
