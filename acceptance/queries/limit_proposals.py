"""What was proposed for limits of standards, and what became of it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.people import Actor
from acceptance.domain.standards.register import by_code
from acceptance.persistence.standards import LimitDecision, LimitProposal
from acceptance.persistence.users import User
from acceptance.queries.limit_lines import ProposalLine


def proposals(session: Session, actor: Actor) -> tuple[ProposalLine, ...]:
    """Every proposal, the newest first."""
    proposer, decider = aliased(User), aliased(User)
    rows = session.execute(
        select(
            LimitProposal,
            LimitDecision,
            proposer.name.label("proposer"),
            decider.name.label("decider"),
        )
        .outerjoin(LimitDecision, LimitDecision.proposal_id == LimitProposal.id)
        .join(proposer, proposer.id == LimitProposal.proposed_by)
        .outerjoin(decider, decider.id == LimitDecision.decided_by)
        .order_by(LimitProposal.id.desc())
    )
    return tuple(
        _proposal(row.LimitProposal, row.LimitDecision, row.proposer, row.decider or "", actor)
        for row in rows
    )


def _proposal(
    row: LimitProposal, decision: LimitDecision | None, proposer: str, decider: str, actor: Actor
) -> ProposalLine:
    return ProposalLine(
        id=row.id,
        code=row.edition,
        table=by_code(row.edition),
        name=row.field,
        value=row.value,
        before=row.before,
        seen=row.seen,
        reason=row.reason,
        proposed_by=proposer,
        proposed_at=row.proposed_at,
        is_own=row.proposed_by == actor.id,
        confirmed=None if decision is None else decision.confirmed,
        decision_reason="" if decision is None else decision.reason,
        decided_by=decider,
        decided_at=None if decision is None else decision.decided_at,
    )
