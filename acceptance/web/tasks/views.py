"""待办: the first page of a working day."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from acceptance.domain.findings import Finding
from acceptance.domain.people import Permission
from acceptance.i18n.procedures import ACCEPTANCE_TITLES
from acceptance.queries.agreements import waiting_for
from acceptance.queries.limits import pending_for
from acceptance.queries.task_rows import Task, TaskKind, TasksPage
from acceptance.queries.tasks import tasks_page
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, runtime
from acceptance.web.language import saying, titled
from acceptance.web.wording import gettext
from acceptance.workflow.actions import Action

bp = Blueprint("tasks", __name__)

KIND_NAMES = {
    TaskKind.RECTIFICATION: _l("整改"),
    TaskKind.CHECK: _l("整改复查"),
    TaskKind.CONCLUSION: _l("验收结论"),
    TaskKind.REINSPECTION: _l("不合格再检"),
    TaskKind.DRAFT: _l("检查表草稿"),
    TaskKind.NEXT_STEP: _l("下一步"),
    TaskKind.APPROVAL: _l("复核批准"),
    TaskKind.VOID: _l("作废确认"),
    TaskKind.OPINION: _l("监督意见"),
    TaskKind.CERTIFICATE: _l("证书制作失败"),
}
# Where each kind of task is done: the endpoint, and the name of its argument.
_PLACES = {
    TaskKind.RECTIFICATION: ("acceptances.rectification", "rectification_id"),
    TaskKind.CHECK: ("acceptances.rectification", "rectification_id"),
    TaskKind.CONCLUSION: ("acceptances.concluding", "project_id"),
    TaskKind.REINSPECTION: ("checklists.for_works", "works_id"),
    TaskKind.DRAFT: ("checklists.show", "checklist_id"),
    TaskKind.NEXT_STEP: ("projects.show", "project_id"),
    TaskKind.APPROVAL: ("acceptances.review", "project_id"),
    TaskKind.VOID: ("acceptances.voiding", "project_id"),
    TaskKind.OPINION: ("acceptances.proceedings", "project_id"),
    TaskKind.CERTIFICATE: ("certificates.show", "certificate_id"),
}


@bp.get("/tasks")
@needs(Permission.OWN_ACCOUNT)
def index() -> ResponseReturnValue:
    """What waits for the signed-in person."""
    asked = request.args.get("kind", "")
    only = TaskKind(asked) if asked in set(TaskKind) else None
    days = runtime().settings.abandon_after_days
    page = tasks_page(reading(), current_actor(), now(), days, only)
    return render_template(
        "tasks/index.html",
        page=page,
        today=today(),
        only=only,
        chips=_chips(page, only),
        address=_address,
        kind_name=lambda one: str(KIND_NAMES[one.kind]),
        what=_what,
        limits=_limits(),
        agreements=_agreements(),
        bar=lambda one: saying(Finding.of(one.reason)),
    )


def _limits() -> int:
    """How many limits of standards wait for this person's word."""
    return pending_for(reading(), current_actor()) if may(Permission.CONFIRM_LIMITS) else 0


def _agreements() -> tuple[int, ...]:
    """The agreements that this person may confirm as signed."""
    return waiting_for(reading(), current_actor()) if may(Permission.SIGN_TARGETS) else ()


def _chips(page: TasksPage, only: TaskKind | None) -> list[tuple[str, str, int, bool]]:
    total = sum(page.counts.values())
    chips = [(gettext("等我处理"), url_for(".index"), total, only is None)]
    for kind, name in KIND_NAMES.items():
        if count := page.counts.get(kind, 0):
            chips.append((str(name), url_for(".index", kind=kind.value), count, only is kind))
    return chips


def _address(one: Task) -> str:
    endpoint, argument = _PLACES[one.kind]
    values: dict[str, Any] = {
        argument: one.project_id if argument == "project_id" else one.object_id
    }
    if one.kind is TaskKind.OPINION:
        values["_anchor"] = one.detail
    return url_for(endpoint, **values)


def _what(one: Task) -> str:
    """What is asked of the person, in one line."""
    match one.kind:
        case TaskKind.OPINION:
            return str(gettext(ACCEPTANCE_TITLES[one.detail]))
        case TaskKind.NEXT_STEP:
            return titled(Action(one.action))
        case TaskKind.APPROVAL | TaskKind.CONCLUSION:
            return str(gettext("第 %(n)s 次", n=one.number))
        case TaskKind.VOID:
            return str(gettext("第 %(n)s 次：%(reason)s", n=one.number, reason=one.detail))
        case TaskKind.REINSPECTION:
            return str(gettext("%(part)s · 第 %(n)s 次不合格", part=one.detail, n=one.number))
        case _:
            return one.detail
