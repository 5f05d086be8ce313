"""Who acts, and what each role may do. Everything not granted here is denied."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account is for. One person has one account and one role."""

    INSPECTOR = "inspector"  # 检查员
    APPROVER = "approver"  # 审批人
    LEADER = "leader"  # 领导
    ADMINISTRATOR = "administrator"  # 管理员
    AUDITOR = "auditor"  # 审计员
    SYSTEM = "system"  # 系统自身：命令行和后台任务，不能登录


ACCOUNT_ROLES = tuple(role for role in Role if role is not Role.SYSTEM)


class Permission(StrEnum):
    """What a route or an act asks for."""

    SEE_PROJECTS = "see_projects"
    REGISTER_PROJECTS = "register_projects"
    INSPECT = "inspect"
    RUN_ACCEPTANCE = "run_acceptance"
    DECIDE = "decide"
    SEE_TARGETS = "see_targets"
    SET_TARGETS = "set_targets"
    SIGN_TARGETS = "sign_targets"
    SEE_LEDGER = "see_ledger"
    ADMINISTER = "administer"
    CONFIRM_LIMITS = "confirm_limits"
    OWN_ACCOUNT = "own_account"


_READ = frozenset({Permission.SEE_PROJECTS, Permission.SEE_TARGETS, Permission.OWN_ACCOUNT})

GRANTS: dict[Role, frozenset[Permission]] = {
    Role.INSPECTOR: _READ
    | {Permission.REGISTER_PROJECTS, Permission.INSPECT, Permission.RUN_ACCEPTANCE},
    Role.APPROVER: _READ
    | {
        Permission.DECIDE,
        Permission.SEE_LEDGER,
        Permission.SIGN_TARGETS,
        Permission.CONFIRM_LIMITS,
    },
    Role.LEADER: _READ | {Permission.SIGN_TARGETS},
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.OWN_ACCOUNT,
            Permission.ADMINISTER,
            Permission.CONFIRM_LIMITS,
            Permission.SET_TARGETS,
            Permission.SIGN_TARGETS,
            Permission.SEE_PROJECTS,
            Permission.SEE_TARGETS,
        }
    ),
    Role.AUDITOR: _READ | {Permission.SEE_LEDGER},
    Role.SYSTEM: frozenset(Permission),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """The person a service acts for. `area_path` bounds everything this person can see.

    `id` is None only for the system itself.
    """

    id: int | None
    role: Role
    organisation_id: int | None
    area_path: str

    def may(self, permission: Permission) -> bool:
        return permission in GRANTS[self.role]


SYSTEM = Actor(id=None, role=Role.SYSTEM, organisation_id=None, area_path="")
