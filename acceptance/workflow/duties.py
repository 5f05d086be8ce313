"""Whose business an act is, told from the process tables alone."""

from __future__ import annotations

from acceptance.domain.people import Permission, Role
from acceptance.workflow.actions import Action
from acceptance.workflow.processes import PROCESSES

# Who moves a project along runs its acceptance; who ends the matter decides.
_PERMISSIONS = {Role.INSPECTOR: Permission.RUN_ACCEPTANCE, Role.APPROVER: Permission.DECIDE}

_ROLES: dict[Action, Role] = {
    row.action: row.role for process in PROCESSES.values() for row in process.transitions
}


def permission_for(action: Action) -> Permission:
    """What a person must hold to try this act at all, in whatever process and stage."""
    return _PERMISSIONS[_ROLES[action]]
