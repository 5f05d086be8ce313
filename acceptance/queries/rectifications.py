"""What has to be put right in a project: by when, how far it is, with what evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, Row, exists, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor, Permission
from acceptance.domain.working_days import Calendar
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.checklists import Photo
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.users import User
from acceptance.queries.calendar import calendar
from acceptance.queries.scope import visible

BEFORE, AFTER = "before", "after"
_DAY = timedelta(days=1)


class RectificationState(StrEnum):
    """How far a rectification is."""

    OPEN = "open"  # 待整改
    REPORTED = "reported"  # 待检查
    CLOSED = "closed"  # 已销号


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo to show: the unguessable part of its address, and when it was taken in.
    `used_before`: the very same file was taken in earlier for something else (fraud F9)."""

    token: str
    at: datetime
    used_before: bool = False


@dataclass(frozen=True, slots=True)
class RectificationLine:
    """One rectification. `days_left` counts working days to the deadline, negative when it is
    over; None once it is closed. `against` says why the viewer cannot check it."""

    id: int
    version: int
    project_id: int
    attempt: int | None
    place: str
    problem: str
    clause: str
    party: PartyRole
    due_on: date
    days_left: int | None
    state: RectificationState
    measure: str
    reported_by: str
    reported_at: datetime | None
    returned_reason: str
    closed_by: str
    closed_at: datetime | None
    before: tuple[Picture, ...]
    after: tuple[Picture, ...]
    may_report: bool
    may_check: bool
    against: tuple[Finding, ...]

    @property
    def is_late(self) -> bool:
        return self.days_left is not None and self.days_left < 0


def rectifications_of(
    session: Session, actor: Actor, project_id: int, today: date
) -> tuple[RectificationLine, ...]:
    """Those of a project in the viewer's area: open ones first by their deadline, then closed."""
    lines = _lines(session, actor, today, Rectification.project_id == project_id)
    closed = RectificationState.CLOSED
    return tuple(sorted(lines, key=lambda line: (line.state is closed, line.due_on, line.id)))


def rectification(
    session: Session, actor: Actor, rectification_id: int, today: date
) -> RectificationLine | None:
    """One rectification, or None when it is missing or foreign."""
    lines = _lines(session, actor, today, Rectification.id == rectification_id)
    return lines[0] if lines else None


def working_days_left(days: Calendar, today: date, due: date) -> int:
    """Working days from tomorrow to the deadline; negative for those gone by since."""
    first, last = sorted((today, due))
    between = sum(
        days.is_working_day(first + _DAY * offset) for offset in range(1, (last - first).days + 1)
    )
    # Over is over, also when only days off have gone by since.
    return between if due >= today else -max(1, between)


def _lines(
    session: Session, actor: Actor, today: date, *wanted: ColumnElement[bool]
) -> list[RectificationLine]:
    reporter, closer = aliased(User), aliased(User)
    rows = session.execute(
        select(Rectification, Attempt.number, reporter.name, closer.name)
        .join(Project, Project.id == Rectification.project_id)
        .outerjoin(Attempt, Attempt.id == Rectification.attempt_id)
        .outerjoin(reporter, reporter.id == Rectification.submitted_by)
        .outerjoin(closer, closer.id == Rectification.closed_by)
        .where(visible(actor), *wanted)
        .order_by(Rectification.id)
    ).all()
    pictures = _pictures(session, [row[0].id for row in rows])
    return [_line(row, pictures, actor, today) for row in rows]


def _pictures(session: Session, ids: Iterable[int]) -> dict[tuple[int, str], list[Picture]]:
    found: dict[tuple[int, str], list[Picture]] = {}
    earlier = aliased(Photo)
    used_before = exists().where(earlier.sha256 == Photo.sha256, earlier.id < Photo.id)
    rows = session.execute(
        select(Photo.rectification_id, Photo.slot, Photo.token, Photo.uploaded_at, used_before)
        .where(Photo.rectification_id.in_(list(ids)))
        .order_by(Photo.id)
    )
    for owner, slot, token, at, is_old in rows:
        found.setdefault((owner or 0, slot), []).append(Picture(token, at, bool(is_old)))
    return found


def _line(
    row: Row[Rectification, int, str, str],
    pictures: dict[tuple[int, str], list[Picture]],
    actor: Actor,
    today: date,
) -> RectificationLine:
    stored, attempt, reporter, closer = row
    state = _state(stored)
    is_open = state is not RectificationState.CLOSED
    against = _against(stored, actor)
    checks = actor.may(Permission.RUN_ACCEPTANCE) or actor.may(Permission.DECIDE)
    return RectificationLine(
        id=stored.id,
        version=stored.version,
        project_id=stored.project_id,
        attempt=attempt,
        place=stored.place,
        problem=stored.problem,
        clause=stored.clause,
        party=stored.party,
        due_on=stored.due_on,
        days_left=working_days_left(calendar(), today, stored.due_on) if is_open else None,
        state=state,
        measure=stored.measure,
        reported_by=reporter or "",
        reported_at=stored.submitted_at,
        returned_reason=stored.returned_reason,
        closed_by=closer or "",
        closed_at=stored.closed_at,
        before=tuple(pictures.get((stored.id, BEFORE), ())),
        after=tuple(pictures.get((stored.id, AFTER), ())),
        may_report=state is RectificationState.OPEN and actor.may(Permission.RUN_ACCEPTANCE),
        may_check=state is RectificationState.REPORTED and checks and not against,
        against=against if state is RectificationState.REPORTED and checks else (),
    )


def _state(row: Rectification) -> RectificationState:
    if row.closed_at is not None:
        return RectificationState.CLOSED
    return RectificationState.REPORTED if row.submitted_at else RectificationState.OPEN


def _against(row: Rectification, actor: Actor) -> tuple[Finding, ...]:
    """Who reported it done does not close it."""
    own = row.submitted_by is not None and row.submitted_by == actor.id
    return (Finding.of("own_rectification"),) if own else ()
