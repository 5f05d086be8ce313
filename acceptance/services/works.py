"""Dividing a project into works, and changing the division until it has been accepted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select, update
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.domain.projects import RULE_SETS
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.works import described, works_mark
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project, refuse
from acceptance.services.touches import touch
from acceptance.services.works_checks import WorksDescription, why_closed, why_not_described


@dataclass(frozen=True, slots=True)
class AddWorks:
    """A new part below `parent_id` (None: a unit of works)."""

    project_id: int
    parent_id: int | None
    description: WorksDescription
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class ChangeWorks:
    """Another description for a part. `replaces` is the `works_mark` of what the writer saw."""

    works_id: int
    replaces: str
    description: WorksDescription
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class RetireWorks:
    """Take a part out of use. It stays in the record with the reason."""

    works_id: int
    reason: str


def add_works(session: Session, command: AddWorks, actor: Actor, now: datetime) -> int:
    """Add a part to the division; its id."""
    project = locked_project(session, command.project_id, actor)
    parent = None if command.parent_id is None else _part(session, project, command.parent_id)
    depth = 0 if parent is None else _depth(project, parent) + 1
    levels = RULE_SETS[project.rule_set].levels
    if depth >= len(levels) or (parent is not None and parent.retired):
        raise RefusedError(Finding.of("works_too_deep", field="parent_id"))
    refuse(
        (
            *why_closed(project),
            *why_not_described(session, project, command.parent_id, command.description, None,
                               confirmed=command.confirmed),
        )
    )  # fmt: skip
    works = Works(
        project_id=project.id,
        parent_id=command.parent_id,
        level=levels[depth],
        is_leaf=depth == len(levels) - 1,
        position=_make_room(session, project, parent),
        code=next_code(session, project, parent),
    )
    _describe(works, command.description)
    session.add(works)
    session.flush()
    touch(session, actor, now, project.id, "divided works")
    record(session, actor, now, "works.added", "works", works.id, described(works), project)
    return works.id


def change_works(session: Session, command: ChangeWorks, actor: Actor, now: datetime) -> None:
    """Describe a part otherwise. What was inspected under its old name stays with it."""
    project, works = _found(session, command.works_id, actor)
    if works_mark(works) != command.replaces:
        raise StaleError
    before = described(works)
    refuse(
        (
            *why_closed(project),
            *why_not_described(session, project, works.parent_id, command.description, works,
                               confirmed=command.confirmed),
        )
    )  # fmt: skip
    _describe(works, command.description)
    after = described(works)
    changed = {name: value for name, value in after.items() if before[name] != value}
    if not changed:
        return
    touch(session, actor, now, project.id, "divided works")
    payload = {"code": works.code, "was": before["name"], **changed}
    record(session, actor, now, "works.changed", "works", works.id, payload, project)


def retire_works(session: Session, command: RetireWorks, actor: Actor, now: datetime) -> None:
    """Take a part out of use; only one that holds nothing and was never submitted."""
    project, works = _found(session, command.works_id, actor)
    findings = list(why_closed(project))
    if not command.reason.strip():
        findings.append(Finding.of("reason_missing", field="reason"))
    if session.scalar(select(exists().where(Works.parent_id == works.id, ~Works.retired))):
        findings.append(Finding.of("works_has_parts"))
    submitted = exists().where(Checklist.works_id == works.id, Checklist.submitted_at.is_not(None))
    if session.scalar(select(submitted)):
        findings.append(Finding.of("works_has_checklists"))
    refuse(findings)
    if works.retired:
        return
    works.retired = True
    touch(session, actor, now, project.id, "divided works")
    payload = {"code": works.code, "name": works.name, "reason": command.reason}
    record(session, actor, now, "works.retired", "works", works.id, payload, project)


def next_code(session: Session, project: Project, parent: Works | None) -> str:
    """The number of the next part below `parent`: 1, 1.2, 1.2.3. A retired number is not reused."""
    parent_id = None if parent is None else parent.id
    count = session.scalar(
        select(func.count()).where(Works.project_id == project.id, Works.parent_id == parent_id)
    )
    own = str((count or 0) + 1)
    return own if parent is None else f"{parent.code}.{own}"


def _found(session: Session, works_id: int, actor: Actor) -> tuple[Project, Works]:
    project_id = session.scalar(select(Works.project_id).where(Works.id == works_id))
    if project_id is None:
        raise NotFoundError
    project = locked_project(session, project_id, actor)
    return project, _part(session, project, works_id)


def _part(session: Session, project: Project, works_id: int) -> Works:
    works = session.scalars(
        select(Works)
        .where(Works.id == works_id, Works.project_id == project.id)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if works is None:
        raise NotFoundError
    return works


def _depth(project: Project, works: Works) -> int:
    return RULE_SETS[project.rule_set].levels.index(works.level)


def _make_room(session: Session, project: Project, parent: Works | None) -> int:
    """The position behind everything below `parent`; what follows moves on by one."""
    own = Works.project_id == project.id
    if parent is None:
        return (session.scalar(select(func.max(Works.position)).where(own)) or 0) + 1
    # Codes of the parts below begin with the code of the part, so no recursion is needed.
    below = Works.code.startswith(f"{parent.code}.", autoescape=True)
    last = session.scalar(select(func.max(Works.position)).where(own, below)) or parent.position
    session.execute(
        update(Works)
        .where(own, Works.position > last)
        .values(position=Works.position + 1)
        .execution_options(synchronize_session=False)
    )
    return last + 1


def _describe(works: Works, described: WorksDescription) -> None:
    works.name, works.location = described.name, described.location
    works.is_main, works.is_key = described.is_main, described.is_key
    works.is_concealed = described.is_concealed
    works.template_code = described.template_code if works.is_leaf else ""
