"""The acceptance of a project as it happened, in the order of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.people import Actor
from acceptance.persistence.certificates import Certificate
from acceptance.queries.acceptances import Head, head
from acceptance.queries.acts import REFUSED, ActLine, acts_of
from acceptance.queries.attempts import AttemptLine, Standing, attempts_of, standing_of
from acceptance.queries.rectifications import RectificationLine, rectifications_of
from acceptance.workflow.actions import CONCLUSIONS, Action
from acceptance.workflow.ledger import STAGE_TAG


class EventKind(StrEnum):
    """What stands on the line of time."""

    STEP = "step"  # 不计次的一步
    ATTEMPT = "attempt"  # 计次的验收
    RECTIFICATIONS = "rectifications"  # 整改
    SENT_BACK = "sent_back"  # 退回整改
    VOID_REQUESTED = "void_requested"  # 申请作废
    VOIDED = "voided"  # 作废
    CERTIFICATE = "certificate"  # 签发证书
    REVOKED = "revoked"  # 撤销证书


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate of the project."""

    id: int
    number: str
    state: CertificateState
    issued_at: datetime
    revoked_at: datetime | None
    revoked_reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """One point of the line; what it is about is in the field of its kind."""

    kind: EventKind
    act: ActLine
    attempt: AttemptLine | None = None
    rectifications: tuple[RectificationLine, ...] = ()
    certificate: CertificateLine | None = None

    @property
    def closed(self) -> int:
        """How many of the listed rectifications are closed."""
        return sum(1 for line in self.rectifications if line.closed_at is not None)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The tab 验收 of a project."""

    head: Head
    attempts: tuple[AttemptLine, ...]
    standing: Standing
    events: tuple[Event, ...]
    rectifications: tuple[RectificationLine, ...]


# The attempt itself, its void and its certificate have acts of their own beside the step.
_TOLD_BY_ANOTHER = {REFUSED} | {
    f"{STAGE_TAG}{action}"
    for action in (
        *CONCLUSIONS,
        Action.OPEN_ATTEMPT,
        Action.ABANDON_ATTEMPT,
        Action.CONFIRM_VOID,
        Action.APPROVE,
        Action.REVOKE_CERTIFICATE,
    )
}
_KINDS = {
    "attempt.opened": EventKind.ATTEMPT,
    "attempt.void_requested": EventKind.VOID_REQUESTED,
    "attempt.voided": EventKind.VOIDED,
    "certificate.issued": EventKind.CERTIFICATE,
    "certificate.revoked": EventKind.REVOKED,
    f"{STAGE_TAG}{Action.SEND_BACK}": EventKind.SENT_BACK,
}


def timeline(
    session: Session, actor: Actor, project_id: int, today: date, *, conditional_counts: bool
) -> Timeline | None:
    """The line of time of a project, or None when it is missing or foreign."""
    top = head(session, actor, project_id)
    if top is None:
        return None
    attempts = attempts_of(session, project_id)
    listed = rectifications_of(session, actor, project_id, today)
    return Timeline(
        top,
        attempts,
        standing_of(attempts, conditional_counts=conditional_counts),
        tuple(_events(session, project_id, attempts, listed)),
        listed,
    )


def certificates_of(session: Session, project_id: int) -> tuple[CertificateLine, ...]:
    """The certificates of a project in the order of their issue."""
    rows = session.scalars(
        select(Certificate).where(Certificate.project_id == project_id).order_by(Certificate.id)
    )
    return tuple(
        CertificateLine(
            row.id, row.number, row.state, row.issued_at, row.revoked_at, row.revoked_reason
        )
        for row in rows
    )


def _events(
    session: Session,
    project_id: int,
    attempts: tuple[AttemptLine, ...],
    listed: tuple[RectificationLine, ...],
) -> list[Event]:
    by_number = {attempt.number: attempt for attempt in attempts}
    papers = {paper.number: paper for paper in certificates_of(session, project_id)}
    by_id = {line.id: line for line in listed}
    events: list[Event] = []
    new: list[RectificationLine] = []
    for act in acts_of(session, project_id):
        # They are listed by the act that follows them in the ledger: a conclusion, a sending back.
        if act.tag == "rectification.opened" and act.payload["id"] in by_id:
            new.append(by_id[act.payload["id"]])
        kind = _kind(act)
        if kind is not None:
            number = act.payload.get("number", 0)
            events.append(Event(kind, act, by_number.get(number), (), papers.get(str(number))))
        if new and act.tag.startswith(STAGE_TAG):
            events.append(Event(EventKind.RECTIFICATIONS, act, rectifications=tuple(new)))
            new = []
    return events


def _kind(act: ActLine) -> EventKind | None:
    if act.tag in _KINDS:
        return _KINDS[act.tag]
    is_step = act.tag.startswith(STAGE_TAG) and act.tag not in _TOLD_BY_ANOTHER
    return EventKind.STEP if is_step else None
