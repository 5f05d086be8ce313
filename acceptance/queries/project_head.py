"""What stands above every tab of a project."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.projects import Category, SizeBasis, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.project_papers import papers_of
from acceptance.queries.scope import visible
from acceptance.workflow.actions import Action
from acceptance.workflow.paper_steps import waiting_step
from acceptance.workflow.papers import Papers
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage


@dataclass(frozen=True, slots=True)
class ProjectHead:
    """Name, class, place and the counts of the tabs. `size_class` is the frozen one if there is
    one: it is what the rates count. The papers are those that the step `papers_before` waits for;
    None when no step ahead waits for papers."""

    id: int
    code: str
    name: str
    area: str
    category: Category
    size_class: SizeClass
    size_basis: SizeBasis
    size_is_frozen: bool
    process: str
    stage: Stage
    floor_area: Decimal | None
    length_km: Decimal | None
    irrigated_mu: Decimal | None
    checklists: int
    attempts: int
    leaves: int
    papers_before: Action | None
    papers_on_file: int
    papers_asked: int

    @property
    def counted_stage(self) -> Stage:
        return PROCESSES[self.process].counted

    @property
    def is_large_or_medium(self) -> bool:
        return self.size_class is not SizeClass.SMALL


@dataclass(frozen=True, slots=True)
class Headed:
    """A project with what was read for its head, for a page that looks further."""

    project: Project
    papers: Papers
    head: ProjectHead


def project_head(session: Session, actor: Actor, project_id: int) -> ProjectHead | None:
    """The head of a project; None when it is missing or foreign."""
    found = headed(session, actor, project_id)
    return found.head if found else None


def headed(session: Session, actor: Actor, project_id: int) -> Headed | None:
    """A project with its head, in three statements; None when it is missing or foreign."""
    row = session.execute(_read().where(visible(actor)), {"project": project_id}).one_or_none()
    if row is None:
        return None
    project: Project = row.Project
    papers = papers_of(session, project)
    step = waiting_step(PROCESSES[project.process], project.stage, papers)
    asked = papers.before(step) if step else ()
    head = ProjectHead(
        id=project.id,
        code=project.code,
        name=project.name,
        area=row.area_name,
        category=project.counted_category or project.category,
        size_class=project.counted_size or project.size_class,
        size_basis=project.size_basis,
        size_is_frozen=project.counted_size is not None,
        process=project.process,
        stage=project.stage,
        floor_area=project.floor_area,
        length_km=project.length_km,
        irrigated_mu=project.irrigated_mu,
        checklists=row.checklists,
        attempts=row.attempts,
        leaves=row.leaves,
        papers_before=step,
        papers_on_file=sum(1 for document in asked if papers.settled(document)),
        papers_asked=len(asked),
    )
    return Headed(project, papers, head)


@cache
def _read() -> Select[Any]:
    """The project, its area and the counts of the tabs; made once."""
    project_id: BindParameter[int] = bindparam("project")
    counts = {
        "checklists": select(func.count()).where(
            Checklist.project_id == project_id, Checklist.submitted_at.is_not(None)
        ),
        "attempts": select(func.count()).where(Attempt.project_id == project_id),
        "leaves": select(func.count()).where(
            Works.project_id == project_id, Works.is_leaf, ~Works.retired
        ),
    }
    return (
        select(
            Project,
            Area.name.label("area_name"),
            *(part.scalar_subquery().label(name) for name, part in counts.items()),
        )
        .join(Area, Area.id == Project.area_id)
        .where(Project.id == project_id)
    )
