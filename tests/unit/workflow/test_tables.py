"""The tables of standards that decide a step: what the ledger keeps of the bureau's limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from acceptance.domain.attempts import Opinion
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor, Role
from acceptance.domain.projects import RULE_SETS, Grade
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import Facts, Request
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage
from acceptance.workflow.tables import tables_of
from tests.support.watched_editions import watched

ASKING = Request(
    Action.APPROVE,
    Actor(7, Role.APPROVER, 3, "620000/"),
    reason="有理由",
    opinions=((PartyRole.OWNER, Opinion.AGREE),),
    grade=Grade.EXCELLENT,
    score="91",
)


def asked_for(process: str) -> set[str]:
    """The tables that the guards of a process take for an acceptance with grade and score."""
    editions = watched()
    facts = Facts(process, Stage.APPROVAL, date(2015, 6, 15), editions=editions)
    for row in PROCESSES[process].transitions:
        for guard in row.guards:
            guard(facts, replace(ASKING, action=row.action))
    return editions.asked


@pytest.mark.parametrize("process", PROCESSES)
def test_no_guard_judges_by_a_table_that_the_ledger_does_not_know_of(process: str) -> None:
    for rule_set in RULE_SETS:
        kept = {table.code for table in tables_of(PROCESSES[process], rule_set)}
        assert asked_for(process) <= kept


def test_the_guards_that_judge_by_limits_do_ask_for_them() -> None:
    asked = set().union(*map(asked_for, PROCESSES))
    assert {"SL 223-2008", "交通部令第3号-2004"} <= asked
