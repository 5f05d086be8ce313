"""The editions of standards in force in this bureau."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.tables import tables_of
from acceptance.domain.checklists.template import Template
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.persistence.standards import LimitDecision, LimitProposal


def editions_in_force(session: Session) -> Editions:
    """The shipped editions with every limit that the bureau has confirmed until now."""
    confirmed: dict[str, dict[str, str]] = {}
    for row in session.execute(_confirmed()):
        confirmed.setdefault(row.edition, {})[row.field] = row.value
    return Editions(confirmed)


@cache
def _confirmed() -> Select[*tuple[Any, ...]]:
    """Asked twice for each submission, so made once: making it takes longer than asking."""
    return (
        select(LimitProposal.edition, LimitProposal.field, LimitProposal.value)
        .join(LimitDecision, LimitDecision.proposal_id == LimitProposal.id)
        .where(LimitDecision.confirmed)
        .order_by(LimitDecision.id)
    )


def editions_for(session: Session, template: Template) -> Editions:
    """The editions that a checklist is judged by today: what is confirmed of its tables."""
    tables = tables_of(template)
    return editions_in_force(session).only(tables) if tables else SHIPPED
