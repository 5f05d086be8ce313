"""Asking that an attempt be set aside, and deciding about it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.queries.attempts import AttemptLine, attempts_of
from acceptance.services.acceptances import request_void
from acceptance.services.errors import NotFoundError, RefusedError
from acceptance.web.acceptances.acting import ACTING
from acceptance.web.acceptances.forms import ActForm, VoidForm
from acceptance.web.acceptances.timeline import box_of
from acceptance.web.acceptances.trying import the_head
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.wording import gettext
from acceptance.workflow.actions import Action


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
    box = box_of(project_id)
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


def _newest(project_id: int) -> AttemptLine:
    attempts = attempts_of(reading(), project_id)
    if not attempts:
        raise NotFoundError
    return attempts[-1]
