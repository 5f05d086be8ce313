"""The editions of standards in force in this bureau."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.tables import tables_of
from acceptance.domain.checklists.template import Template
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.persistence.standards import LimitDecision, LimitProposal


def editions_in_force(session: Session) -> Editions:
    """The shipped editions with every limit that the bureau has confirmed until now."""
    rows = session.execute(
        select(LimitProposal.edition, LimitProposal.field, LimitProposal.value)
        .join(LimitDecision, LimitDecision.proposal_id == LimitProposal.id)
        .where(LimitDecision.confirmed)
        .order_by(LimitDecision.id)
    )
    confirmed: dict[str, dict[str, str]] = {}
    for row in rows:
        confirmed.setdefault(row.edition, {})[row.field] = row.value
    return Editions(confirmed)


def editions_for(session: Session, template: Template) -> Editions:
    """The editions that a checklist is judged by today: what is confirmed of its tables."""
    tables = tables_of(template)
    return editions_in_force(session).only(tables) if tables else SHIPPED
