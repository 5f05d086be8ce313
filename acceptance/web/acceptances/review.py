"""The desk of the approver: look, send back, approve."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries import review as pages
from acceptance.services.errors import NotFoundError
from acceptance.web.acceptances.acting import after
from acceptance.web.acceptances.conclusion_forms import SendBackForm
from acceptance.web.acceptances.forms import ActForm
from acceptance.web.acceptances.trying import not_done, the_head, try_act
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime
from acceptance.workflow.actions import Action


@needs(Permission.DECIDE, Permission.RUN_ACCEPTANCE, Permission.SEE_LEDGER)
def review(project_id: int) -> ResponseReturnValue:
    """What is wrong, what is near a limit, what changed; then who did what; then the decision."""
    page = pages.review_page(
        reading(),
        current_actor(),
        project_id,
        now(),
        conditional_counts=runtime().settings.conditional_counts,
    )
    if page is None:
        raise NotFoundError
    form = ActForm(action=Action.APPROVE.value, seen=page.head.seen)
    return render_template("acceptances/review.html", page=page, form=form)


@needs(Permission.DECIDE)
def sending_back(project_id: int) -> ResponseReturnValue:
    """What has to be put right, with clause, party and deadline."""
    head, template = the_head(project_id), "acceptances/sending_back.html"
    # From the review page comes only the opinion: it is carried over and nothing is done yet.
    begins = request.method == "GET" or request.form.get("action") == Action.APPROVE
    if begins:
        form = SendBackForm(formdata=None, reason=request.form.get("reason", ""), seen=head.seen)
        return render_template(template, form=form, head=head, changes=())
    form = SendBackForm()
    if form.more.data:
        form.add_a_row()
        return render_template(template, form=form, head=head, changes=())
    tried = try_act(form.command(project_id)) if form.validate() else None
    if tried is not None and tried.done:
        return after(Action.SEND_BACK, project_id, tried)
    return not_done(template, form, tried, head=head)
