"""The second person's word on a proposed limit of a standard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.standards import LimitDecision, LimitProposal
from acceptance.queries.limits import find_limit
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.services.ledger import record
from acceptance.services.standards import payload_of


@dataclass(frozen=True, slots=True)
class DecideLimit:
    """The second person's word on a proposal; declining needs a reason."""

    proposal_id: int
    confirmed: bool
    reason: str = ""


def decide_limit(session: Session, command: DecideLimit, actor: Actor, now: datetime) -> int:
    """Confirm or decline a proposal of somebody else; the id of the decision."""
    if not actor.may(Permission.CONFIRM_LIMITS) or actor.id is None:
        raise ForbiddenError
    row = session.get(LimitProposal, command.proposal_id)
    if row is None:
        raise NotFoundError
    if row.proposed_by == actor.id:
        raise RefusedError(Finding.of("limit_own_proposal"))
    if not (command.confirmed or command.reason):
        raise RefusedError(Finding.of("limit_decline_reason_missing", field="reason"))
    _still_open(session, row, actor, command)
    decision = LimitDecision(
        proposal_id=row.id,
        confirmed=command.confirmed,
        reason=command.reason,
        decided_by=actor.id,
        decided_at=now,
    )
    session.add(decision)
    session.flush()
    act = "standard.limit_confirmed" if command.confirmed else "standard.limit_declined"
    payload = {**payload_of(row), "proposal": row.id, "decision_reason": command.reason}
    record(session, actor, now, act, "limit", row.id, payload)
    return decision.id


def _still_open(session: Session, row: LimitProposal, actor: Actor, command: DecideLimit) -> None:
    """Nobody has decided it, and what is confirmed is what the proposer saw before."""
    decided = select(LimitDecision.id).where(LimitDecision.proposal_id == row.id)
    if session.scalar(decided) is not None:
        raise StaleError
    limit = find_limit(session, actor, row.edition, row.field)
    if command.confirmed and (limit is None or limit.value != row.before):
        raise RefusedError(Finding.of("limit_moved"))
