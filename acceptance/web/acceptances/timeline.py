"""The tab 验收 of a project, and asking that an attempt be set aside."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from acceptance.domain.people import Permission
from acceptance.queries import timeline as pages
from acceptance.queries.acceptances import ActionsBox, actions_in_scope
from acceptance.queries.attempts import AttemptLine, attempts_of
from acceptance.queries.project_head import project_head
from acceptance.services.acceptances import request_void
from acceptance.services.errors import NotFoundError, RefusedError
from acceptance.web.acceptances.acting import ACTING
from acceptance.web.acceptances.forms import ActForm, VoidForm
from acceptance.web.acceptances.trying import the_head
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, runtime, transaction
from acceptance.workflow.actions import Action


@needs(Permission.SEE_PROJECTS)
def timeline(project_id: int) -> ResponseReturnValue:
    """Everything around the acceptance in the order in which it happened."""
    page = pages.timeline(
        reading(),
        current_actor(),
        project_id,
        today(),
        conditional_counts=runtime().settings.conditional_counts,
    )
    project = project_head(reading(), current_actor(), project_id)
    if page is None or project is None:
        raise NotFoundError
    return render_template(
        "acceptances/timeline.html", page=page, project=project, actions=_box(project_id)
    )


@needs(*ACTING)
def voiding(project_id: int) -> ResponseReturnValue:
    """Asking for a void, or deciding about one that another unit asked for."""
    head, form = the_head(project_id), VoidForm()
    if request.method == "POST" and form.validate():
        try:
            with transaction() as session:
                request_void(session, project_id, form.reason.data or "", current_actor(), now())
        except RefusedError as refused:
            form.refuse(*refused.findings)
        else:
            flash(gettext("已申请作废，等另一个单位的审批人确认。"))
            return redirect(url_for("acceptances.for_project", project_id=project_id), 303)
    box = _box(project_id)
    confirming = ActForm(formdata=None, action=Action.CONFIRM_VOID.value, seen=box.seen)
    status = 422 if request.method == "POST" else 200
    html = render_template(
        "acceptances/voiding.html",
        form=form,
        confirming=confirming,
        head=head,
        box=box,
        attempt=_newest(project_id),
        failed=status == 422,
    )
    return html, status


def _box(project_id: int) -> ActionsBox:
    box = actions_in_scope(reading(), current_actor(), project_id, now())
    if box is None:
        raise NotFoundError
    return box


def _newest(project_id: int) -> AttemptLine:
    attempts = attempts_of(reading(), project_id)
    if not attempts:
        raise NotFoundError
    return attempts[-1]
