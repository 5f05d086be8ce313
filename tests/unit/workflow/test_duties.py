"""Every act is the business of one role, and of nobody else."""

from __future__ import annotations

import pytest

from acceptance.domain.people import GRANTS, Permission, Role
from acceptance.workflow.actions import Action
from acceptance.workflow.duties import permission_for
from acceptance.workflow.processes import PROCESSES

DECIDING = {Action.APPROVE, Action.SEND_BACK, Action.CONFIRM_VOID, Action.REVOKE_CERTIFICATE}


@pytest.mark.parametrize("action", Action)
def test_an_act_is_the_business_of_one_role(action: Action) -> None:
    rows = [r for p in PROCESSES.values() for r in p.transitions if r.action is action]
    assert len({row.role for row in rows}) == 1
    wanted = Permission.DECIDE if action in DECIDING else Permission.RUN_ACCEPTANCE
    assert permission_for(action) is wanted
    assert wanted in GRANTS[rows[0].role]


def test_nobody_but_inspectors_and_approvers_moves_a_project() -> None:
    holders = {
        role for role in Role if GRANTS[role] & {Permission.DECIDE, Permission.RUN_ACCEPTANCE}
    }
    assert holders == {Role.INSPECTOR, Role.APPROVER, Role.SYSTEM}
