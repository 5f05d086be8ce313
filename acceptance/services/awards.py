"""Recording prizes that the programme counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.indicators import AwardKind
from acceptance.domain.people import Actor, Permission
from acceptance.domain.periods import legal_date
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.persistence.targets import Award
from acceptance.queries.scope import inside, visible
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.ledger import record


@dataclass(frozen=True, slots=True)
class RecordAward:
    """A prize as its decision names it, for an area and, where it is ours, for a project."""

    kind: AwardKind
    awarded_on: date
    area_code: str
    title: str
    project_code: str = ""


def record_award(session: Session, command: RecordAward, actor: Actor, now: datetime) -> int:
    """Record a prize; the id of its row."""
    if not actor.may(Permission.SET_TARGETS):
        raise ForbiddenError
    area = session.scalars(
        select(Area).where(Area.code == command.area_code, inside(actor.area_path))
    ).one_or_none()
    if area is None:
        raise NotFoundError
    if command.awarded_on > legal_date(now):
        raise RefusedError(Finding.of("award_in_the_future", field="awarded_on"))
    project = _project(session, command.project_code, actor)
    row = Award(
        kind=command.kind.value,
        awarded_on=command.awarded_on,
        area_id=area.id,
        project_id=project.id if project else None,
        title=command.title,
        recorded_by=actor.id,
        recorded_at=now,
    )
    session.add(row)
    session.flush()
    payload = {
        "kind": command.kind,
        "awarded_on": command.awarded_on.isoformat(),
        "area": area.path,
        "title": command.title,
    }
    record(session, actor, now, "award.recorded", "award", row.id, payload, project)
    return row.id


def _project(session: Session, code: str, actor: Actor) -> Project | None:
    if not code:
        return None
    project = session.scalars(
        select(Project).where(Project.code == code, visible(actor))
    ).one_or_none()
    if project is None:
        raise RefusedError(Finding.of("project_unknown", field="project_code", code_given=code))
    return project
