"""Limits that the bureau has set, by the two people that it takes."""

from __future__ import annotations

from acceptance.services.limit_decisions import DecideLimit, decide_limit
from acceptance.services.standards import ProposeLimit, propose_limit
from tests.builders.projects import County


def set_limit(county: County, table: str, field: str, value: str) -> None:
    """The administrator proposes a value, the approver confirms it."""
    command = ProposeLimit(table, field, value, "附录D", "与印刷本核对")
    proposal = propose_limit(county.session, command, county.actor("administrator"), county.now)
    decision = DecideLimit(proposal, confirmed=True)
    decide_limit(county.session, decision, county.actor("approver"), county.now)
