"""Opening, concluding and voiding counted attempts. Only `services.acceptances` calls this."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.canonical import sha256
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.domain.projects import RULE_SETS, Grade
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt, Signature
from acceptance.persistence.projects import Project
from acceptance.services.document_lists import freeze_lists
from acceptance.services.ledger import record
from acceptance.workflow.actions import Action

RESULTS = {
    Action.CONCLUDE_PASSED: AttemptResult.PASSED,
    Action.CONCLUDE_CONDITIONAL: AttemptResult.CONDITIONAL,
    Action.CONCLUDE_FAILED: AttemptResult.FAILED,
    Action.ABANDON_ATTEMPT: AttemptResult.ABANDONED,
}


@dataclass(frozen=True, slots=True)
class PartyOpinion:
    """What a party said at the meeting, and who said it."""

    role: PartyRole
    organisation_id: int
    opinion: Opinion
    signer: str = ""


def newest(session: Session, project: Project) -> Attempt | None:
    """The attempt with the highest number."""
    return session.scalars(
        select(Attempt)
        .where(Attempt.project_id == project.id)
        .order_by(Attempt.number.desc())
        .limit(1)
    ).one_or_none()


def open_attempt(
    session: Session,
    project: Project,
    actor: Actor,
    now: datetime,
    meeting_on: date | None,
    organiser: str,
) -> Attempt:
    """Number the next attempt. The first one freezes class, category, area and grading (rule 7)."""
    last = session.scalar(select(func.max(Attempt.number)).where(Attempt.project_id == project.id))
    attempt = Attempt(
        project_id=project.id,
        stage=project.stage,
        number=(last or 0) + 1,
        opened_at=now,
        opened_by=actor.id,
        meeting_on=meeting_on or legal_date(now),
        organiser=organiser or project.organiser,
    )
    session.add(attempt)
    if project.counted_category is None:
        project.counted_category = project.category
        project.counted_size = project.size_class
        project.counted_area_id = project.area_id
        project.counted_unit_id = project.responsible_id
        project.counted_graded = RULE_SETS[project.rule_set].grades
    session.flush()
    payload = _frozen(session, project, attempt) | {
        "documents": freeze_lists(session, project.process, attempt, now)
    }
    record(session, actor, now, "attempt.opened", "attempt", attempt.id, payload, project)
    return attempt


def conclude(
    session: Session,
    project: Project,
    actor: Actor,
    now: datetime,
    result: AttemptResult,
    conclusion: str = "",
    opinions: tuple[PartyOpinion, ...] = (),
    grade: Grade | None = None,
) -> Attempt:
    """End the open attempt. The date is the server's, in Asia/Shanghai, and never another."""
    attempt = newest(session, project)
    if attempt is None or attempt.result is not None:
        raise ValueError("there is no open attempt to conclude")
    attempt.result = result
    attempt.decided_on = legal_date(now)
    attempt.concluded_at = now
    attempt.concluded_by = actor.id
    attempt.conclusion = conclusion
    attempt.grade = grade
    signatures = [
        Signature(
            attempt_id=attempt.id,
            role=said.role,
            organisation_id=said.organisation_id,
            signer=said.signer,
            salt=secrets.token_hex(16),
            opinion=said.opinion,
        )
        for said in opinions
    ]
    session.add_all(signatures)
    tag = "attempt.abandoned" if result is AttemptResult.ABANDONED else "attempt.concluded"
    record(session, actor, now, tag, "attempt", attempt.id,
           _conclusion(attempt, signatures), project)  # fmt: skip
    return attempt


def void(session: Session, project: Project, actor: Actor, now: datetime, reason: str) -> Attempt:
    """Set the newest attempt aside. It stays visible, with how it had ended."""
    attempt = newest(session, project)
    if attempt is None:
        raise ValueError("there is no attempt to void")
    attempt.voided_result = attempt.result
    if attempt.result is None:
        attempt.decided_on = legal_date(now)
    attempt.result = AttemptResult.VOID
    attempt.void_reason = reason
    attempt.voided_by = actor.id
    attempt.voided_at = now
    payload = {
        "number": attempt.number,
        "had_ended": attempt.voided_result,
        "reason": reason,
        "requested_by": attempt.void_requested_by,
    }
    record(session, actor, now, "attempt.voided", "attempt", attempt.id, payload, project)
    return attempt


def _frozen(session: Session, project: Project, attempt: Attempt) -> dict[str, Any]:
    return {
        "number": attempt.number,
        "stage": attempt.stage,
        "meeting_on": attempt.meeting_on.isoformat(),
        "category": project.counted_category,
        "size_class": project.counted_size,
        "size_basis": project.size_basis,
        "area": session.scalar(select(Area.path).where(Area.id == project.counted_area_id)),
        "responsible": project.counted_unit_id,
        "rule_set": project.rule_set,
        "graded": project.counted_graded,
    }


def _conclusion(attempt: Attempt, signatures: list[Signature]) -> dict[str, Any]:
    decided_on = attempt.decided_on.isoformat() if attempt.decided_on else None
    return {
        "number": attempt.number,
        "result": attempt.result,
        "decided_on": decided_on,
        "grade": attempt.grade,
        "conclusion": sha256(attempt.conclusion),
        "opinions": [
            {
                "role": signature.role,
                "organisation": signature.organisation_id,
                "opinion": signature.opinion,
                "signer": sha256(signature.salt + signature.signer),
            }
            for signature in signatures
        ],
    }
