"""Proposing a value for a limit of a standard; another person decides on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from acceptance.domain.exact import NotANumberError
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.domain.standards.limit_texts import limit_text, limit_value
from acceptance.persistence.standards import LimitProposal
from acceptance.queries.limit_lines import LimitLine
from acceptance.queries.limits import find_limit
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.ledger import record

# As wide as the column.
LONGEST_VALUE = 40


@dataclass(frozen=True, slots=True)
class ProposeLimit:
    """A value for one limit: `edition` is the code of the table, `field` the name of the limit.

    `value` is a decimal or a fraction as typed, empty to confirm what stands there. `seen` is the
    printed page or clause where the proposer has read it.
    """

    edition: str
    field: str
    value: str
    seen: str
    reason: str


def propose_limit(session: Session, command: ProposeLimit, actor: Actor, now: datetime) -> int:
    """Enter a proposal; nothing is judged by it before somebody else has confirmed it."""
    if not actor.may(Permission.ADMINISTER) or actor.id is None:
        raise ForbiddenError
    limit = find_limit(session, actor, command.edition, command.field)
    if limit is None:
        raise NotFoundError
    value, findings = _value(command, limit)
    if limit.is_pending:
        findings += (Finding.of("limit_waits_already", field="value"),)
    if findings:
        raise RefusedError(*findings)
    row = LimitProposal(
        edition=command.edition,
        field=command.field,
        value=value,
        before=limit.value,
        seen=command.seen,
        reason=command.reason,
        proposed_by=actor.id,
        proposed_at=now,
    )
    session.add(row)
    session.flush()
    record(session, actor, now, "standard.limit_proposed", "limit", row.id, payload_of(row))
    return row.id


def _value(command: ProposeLimit, limit: LimitLine) -> tuple[str, tuple[Finding, ...]]:
    """The value as it is stored, and what is wrong with the one typed."""
    known = limit.table.single_limits().get(limit.name)
    if not command.value:
        nothing = () if limit.is_doubtful else (Finding.of("limit_not_in_doubt", field="value"),)
        return limit.value, nothing
    if known is None:
        return "", (Finding.of("limit_is_no_number", field="value"),)
    try:
        value = limit_value(command.value)
    except NotANumberError:
        return "", (Finding.of("limit_number_wanted", field="value"),)
    if value < 0:
        return "", (Finding.of("limit_below_zero", field="value"),)
    if isinstance(known, int) and value.denominator != 1:
        return "", (Finding.of("limit_whole_wanted", field="value"),)
    text = limit_text(value)
    if len(text) > LONGEST_VALUE:
        return "", (Finding.of("limit_number_wanted", field="value"),)
    if text == limit.value and not limit.is_doubtful:
        return text, (Finding.of("limit_not_in_doubt", field="value"),)
    return text, ()


def payload_of(row: LimitProposal) -> dict[str, Any]:
    """What both acts say of a proposal in the ledger."""
    return {
        "edition": row.edition,
        "field": row.field,
        "value": row.value,
        "before": row.before,
        "seen": row.seen,
        "reason": row.reason,
    }
