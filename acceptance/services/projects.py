"""Registering projects and changing what is written down about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from acceptance.domain.exact import decimal_text
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.domain.project_description import DESCRIBED, ProjectDescription
from acceptance.domain.projects import RULE_SETS
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project, refuse
from acceptance.services.parties import Party, put_parties
from acceptance.services.project_checks import why_not_changed, why_not_registered
from acceptance.services.touches import touch
from acceptance.workflow.processes import PROCESSES

# Columns that stand in the ledger under the name of what they point to.
_BY_OTHER_NAMES = frozenset({"area_id", "responsible_id"})


@dataclass(frozen=True, slots=True)
class RegisterProject:
    """A new project with its parties. `confirmed`: it was looked at and is no second entry."""

    description: ProjectDescription
    parties: tuple[Party, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class ChangeProject:
    """Another description for a project, written by somebody who saw `version` of it."""

    project_id: int
    version: int
    description: ProjectDescription
    confirmed: bool = False


def register(session: Session, command: RegisterProject, actor: Actor, now: datetime) -> int:
    """Write a project into the register; its id."""
    described = command.description
    refuse(why_not_registered(session, described, actor, confirmed=command.confirmed))
    project = Project(
        **_columns(described),
        stage=PROCESSES[described.process].start,
        stage_since=now,
        created_at=now,
        created_by=actor.id,
        updated_at=now,
    )
    _insert(session, project)
    touch(session, actor, now, project.id, "registered")
    record(session, actor, now, "project.registered", "project", project.id,
           _registration(session, project), project)  # fmt: skip
    if command.parties:
        put_parties(session, project, command.parties, actor, now)
    return project.id


def change(
    session: Session, command: ChangeProject, actor: Actor, now: datetime
) -> tuple[str, ...]:
    """Write down another description; the names of what changed.

    The columns frozen at attempt 1 stay what they are, whatever changes here.
    """
    project = locked_project(session, command.project_id, actor)
    if project.version != command.version:
        raise StaleError
    described = command.description
    changed = tuple(
        name for name in DESCRIBED if getattr(described, name) != getattr(project, name)
    )
    if not changed:
        return ()
    refuse(why_not_changed(session, project, described, actor, confirmed=command.confirmed))
    for name in changed:
        setattr(project, name, getattr(described, name))
    project.updated_at = now
    try:
        with session.begin_nested():
            session.flush()
    except IntegrityError as error:
        raise RefusedError(Finding.of("code_taken", field="code")) from error
    touch(session, actor, now, project.id, "changed")
    record(session, actor, now, "project.changed", "project", project.id,
           _payload(session, project, changed), project)  # fmt: skip
    return changed


def _insert(session: Session, project: Project) -> None:
    # Two people may choose one code at the same moment; the loser reads it at the field.
    try:
        with session.begin_nested():
            session.add(project)
    except IntegrityError as error:
        raise RefusedError(Finding.of("code_taken", field="code")) from error


def _columns(described: ProjectDescription) -> dict[str, Any]:
    return {name: getattr(described, name) for name in DESCRIBED}


def _registration(session: Session, project: Project) -> dict[str, Any]:
    names = ("code", "name", "area_id", "category", "size_class", "size_basis", "size_note",
             "process", "rule_set", "investment", "responsible_id")  # fmt: skip
    return _payload(session, project, names)


def _payload(session: Session, project: Project, names: tuple[str, ...]) -> dict[str, Any]:
    payload = {
        name: _plain(getattr(project, name)) for name in names if name not in _BY_OTHER_NAMES
    }
    if "area_id" in names:
        payload["area"] = session.scalar(select(Area.path).where(Area.id == project.area_id))
    if "responsible_id" in names:
        payload["responsible"] = project.responsible_id
    if "rule_set" in names:
        payload["graded"] = RULE_SETS[project.rule_set].grades
    return payload


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value.isoformat() if isinstance(value, date) else value
