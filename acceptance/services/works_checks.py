"""Why a part of the works cannot be described so, every reason at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.near_names import are_near, plain_name
from acceptance.persistence.checklists import ChecklistTemplate
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage


@dataclass(frozen=True, slots=True)
class WorksDescription:
    """What a person writes down about a part: what it is, where, and what is special about it."""

    name: str
    location: str = ""
    is_main: bool = False
    is_key: bool = False
    is_concealed: bool = False
    template_code: str = ""


def why_closed(project: Project) -> tuple[Finding, ...]:
    """The division is closed from the approval on: what was accepted is not divided anew."""
    line = PROCESSES[project.process].line
    if project.stage in line and line.index(project.stage) >= line.index(Stage.APPROVAL):
        return (Finding.of("works_closed", stage=project.stage),)
    return ()


def why_not_described(
    session: Session,
    project: Project,
    parent_id: int | None,
    described: WorksDescription,
    own: Works | None,
    *,
    confirmed: bool,
) -> tuple[Finding, ...]:
    """Reasons against this description beside the other parts below the same parent."""
    return (
        *_twin(session, project, parent_id, described, own, confirmed=confirmed),
        *_template(session, project, described),
    )


def _twin(
    session: Session,
    project: Project,
    parent_id: int | None,
    described: WorksDescription,
    own: Works | None,
    *,
    confirmed: bool,
) -> Iterator[Finding]:
    beside = session.execute(
        select(Works.id, Works.code, Works.name, Works.location, Works.retired).where(
            Works.project_id == project.id, Works.parent_id == parent_id
        )
    ).all()
    others = [row for row in beside if own is None or row.id != own.id]
    wanted = (plain_name(described.name), plain_name(described.location))
    for row in others:
        if (plain_name(row.name), plain_name(row.location)) == wanted:
            yield Finding.of("works_taken", field="name", number=row.code)
            return
    if confirmed:
        return
    for row in others:
        if not row.retired and are_near(
            f"{row.name} {row.location}", f"{described.name} {described.location}"
        ):
            yield Finding.of(
                "similar_works", field="name", number=row.code, name=f"{row.name} {row.location}"
            )
            return


def _template(session: Session, project: Project, described: WorksDescription) -> Iterator[Finding]:
    if not described.template_code:
        return
    known = exists().where(
        ChecklistTemplate.code == described.template_code,
        ChecklistTemplate.category == project.category,
    )
    if not session.scalar(select(known)):
        yield Finding.of("template_unknown", field="template_code")
