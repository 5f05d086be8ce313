"""Limits of standards: what is in doubt, what waits, what was decided."""

from __future__ import annotations

from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.limit_texts import limit_text
from acceptance.domain.standards.register import EDITIONS, by_code
from acceptance.queries.limit_lines import LimitLine, LimitsPage
from acceptance.queries.limit_proposals import proposals
from acceptance.queries.standards import editions_in_force

MOST_DECIDED = 200


def limits_page(session: Session, actor: Actor) -> LimitsPage:
    """All limits that wait, are in doubt, or were decided upon."""
    lines = proposals(session, actor)
    pending = tuple(line for line in lines if line.confirmed is None)
    waiting = {(line.code, line.name) for line in pending}
    editions = editions_in_force(session)
    doubtful = tuple(
        _line(editions.of(table), name, waiting)
        for table in EDITIONS
        for name in sorted(editions.of(table).unverified)
    )
    decided = tuple(line for line in lines if line.confirmed is not None)
    return LimitsPage(pending, doubtful, decided[:MOST_DECIDED])


def find_limit(session: Session, actor: Actor, code: str, name: str) -> LimitLine | None:
    """One limit as it is used here; None where there is none of that name."""
    shipped = by_code(code)
    if shipped is None or name not in {*shipped.limits(), *shipped.unverified}:
        return None
    waiting = {(p.code, p.name) for p in proposals(session, actor) if p.confirmed is None}
    return _line(editions_in_force(session).of(shipped), name, waiting)


def table_limits(session: Session, actor: Actor, code: str) -> tuple[LimitLine, ...]:
    """Every limit of a table as it is used here, and what else of it is in doubt."""
    shipped = by_code(code)
    if shipped is None:
        return ()
    waiting = {(p.code, p.name) for p in proposals(session, actor) if p.confirmed is None}
    table = editions_in_force(session).of(shipped)
    names = dict.fromkeys((*table.limits(), *sorted(shipped.unverified)))
    return tuple(_line(table, name, waiting) for name in names)


def pending_for(session: Session, actor: Actor) -> int:
    """How many proposals wait for this person, who may not decide on an own one."""
    rows = proposals(session, actor)
    return sum(row.confirmed is None and not row.is_own for row in rows)


def _line(table: Edition, name: str, waiting: set[tuple[str, str]]) -> LimitLine:
    value = table.single_limits().get(name)
    return LimitLine(
        table=table,
        name=name,
        value="" if value is None else limit_text(value),
        is_doubtful=name in table.unverified,
        is_changed=name in table.changed,
        is_pending=(table.code, name) in waiting,
    )
