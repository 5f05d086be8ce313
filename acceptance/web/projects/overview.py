"""The overview of a project."""

from __future__ import annotations

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.i18n.conditions import say_met
from acceptance.queries.projects import ProjectPage, project_page
from acceptance.queries.stage_line import Stop, StopState
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading
from acceptance.web.language import locale, titled
from acceptance.web.projects.blueprint import bp
from acceptance.web.wording import gettext

_SHAPES = {
    StopState.DONE: "done",
    StopState.GAP: "warn",
    StopState.NOW: "now",
    StopState.TODO: "todo",
}


@bp.get("/projects/<int:project_id>")
@needs(Permission.SEE_PROJECTS)
def show(project_id: int) -> ResponseReturnValue:
    """One project: where it stands and what is still missing."""
    page = project_page(reading(), current_actor(), project_id, now())
    if page is None:
        abort(404)
    return render_template(
        "projects/show.html",
        page=page,
        head=page.head,
        stops=[_stop(page, stop) for stop in page.stops],
        met=[say_met(met, locale()) for met in page.gate.met] if page.gate else [],
        actions=page.actions,
    )


def _stop(page: ProjectPage, stop: Stop) -> dict[str, str]:
    name = titled(stop.stage)
    if stop.counted:
        name = str(gettext("%(stage)s（计数）", stage=name))
    return {"name": name, "state": _SHAPES[stop.state], "note": _note(page, stop)}


def _note(page: ProjectPage, stop: Stop) -> str:
    if stop.aside is not None:
        return titled(stop.aside)
    if stop.state is StopState.GAP:
        return str(gettext("%(passed)s/%(total)s 处合格", passed=stop.passed, total=stop.total))
    if stop.state is StopState.NOW and stop.counted:
        return _attempt_note(page)
    return stop.day.isoformat() if stop.day else ""


def _attempt_note(page: ProjectPage) -> str:
    if page.attempts and page.attempts[-1].result is None:
        return str(gettext("第 %(n)s 次未结论", n=page.attempts[-1].number))
    return str(gettext("第 %(n)s 次未开启", n=len(page.attempts) + 1))
