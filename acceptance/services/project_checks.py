"""Why a description of a project cannot be written down, every reason at once."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.near_names import are_near
from acceptance.domain.people import Actor
from acceptance.domain.project_description import ProjectDescription, inner_contradictions
from acceptance.domain.projects import RULE_SETS
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.scope import inside
from acceptance.queries.units import units
from acceptance.services.second_entries import why_a_second_entry
from acceptance.workflow.processes import PROCESSES_FOR
from acceptance.workflow.stages import Stage


def why_not_registered(
    session: Session, described: ProjectDescription, actor: Actor, *, confirmed: bool
) -> tuple[Finding, ...]:
    """Reasons against a new project."""
    return (
        *inner_contradictions(described),
        *_process(described),
        *_code(session, described, None),
        *_area(session, described, actor),
        *_responsible(session, described, actor, None),
        *why_a_second_entry(session, described.name, described.area_id),
        *(() if confirmed else _near_names(session, described, None)),
    )


def why_not_changed(
    session: Session,
    project: Project,
    described: ProjectDescription,
    actor: Actor,
    *,
    confirmed: bool,
) -> tuple[Finding, ...]:
    """Reasons against another description of a project."""
    renamed = described.name != project.name
    return (
        *inner_contradictions(described),
        *_process(described),
        *_code(session, described, project.id),
        *_area(session, described, actor),
        *_responsible(session, described, actor, project.responsible_id),
        *_fixed(session, project, described),
        *(
            why_a_second_entry(session, described.name, described.area_id, project.id)
            if renamed and project.counted_area_id is None
            else ()
        ),
        *(_near_names(session, described, project.id) if renamed and not confirmed else ()),
    )


def _process(described: ProjectDescription) -> Iterator[Finding]:
    if described.process not in PROCESSES_FOR[described.category]:
        yield Finding.of("process_not_for_category", field="process")


def _code(session: Session, described: ProjectDescription, own_id: int | None) -> Iterator[Finding]:
    # Codes are unique in the whole register, so this looks outside the viewer's area too.
    taken = session.scalar(select(Project.id).where(Project.code == described.code))
    if taken is not None and taken != own_id:
        yield Finding.of("code_taken", field="code")


def _area(session: Session, described: ProjectDescription, actor: Actor) -> Iterator[Finding]:
    own = select(Area.id).where(Area.id == described.area_id, inside(actor.area_path))
    if session.scalar(own) is None:
        yield Finding.of("area_not_in_scope", field="area_id")


def _responsible(
    session: Session, described: ProjectDescription, actor: Actor, known: int | None
) -> Iterator[Finding]:
    """Only an authority answers for a project; one that was written down before may stay."""
    wanted = described.responsible_id
    if wanted not in {None, known, *(each.id for each in units(session, actor))}:
        yield Finding.of("unit_not_responsible", field="responsible_id")


def _near_names(
    session: Session, described: ProjectDescription, own_id: int | None
) -> Iterator[Finding]:
    rows = session.execute(
        select(Project.id, Project.code, Project.name).where(
            Project.area_id == described.area_id, Project.category == described.category
        )
    )
    for row in rows:
        if row.id != own_id and are_near(row.name, described.name):
            yield Finding.of("similar_project", field="name", name=row.name, number=row.code)
            return


def _fixed(session: Session, project: Project, described: ProjectDescription) -> Iterator[Finding]:
    """The way to acceptance is chosen before it is begun, the standard before it is applied."""
    if described.process != project.process and project.stage is not Stage.REGISTERED:
        yield Finding.of("process_fixed", field="process")
    if described.rule_set == project.rule_set or described.rule_set not in RULE_SETS:
        return
    if project.counted_category is not None:
        yield Finding.of("rule_set_fixed", field="rule_set")
        return
    old, new = RULE_SETS[project.rule_set], RULE_SETS[described.rule_set]
    divided = session.scalar(select(exists().where(Works.project_id == project.id)))
    if divided and old.levels != new.levels:
        yield Finding.of("rule_set_levels_differ", field="rule_set")
