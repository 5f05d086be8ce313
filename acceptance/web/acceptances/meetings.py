"""Opening a counted acceptance, concluding it, and the final acceptance of a road."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries import meetings as pages
from acceptance.services.errors import NotFoundError
from acceptance.web.acceptances.acting import after
from acceptance.web.acceptances.conclusion_forms import FinalForm, concluding_form
from acceptance.web.acceptances.forms import OpeningForm
from acceptance.web.acceptances.trying import Tried, not_done, the_head, try_act
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, runtime
from acceptance.workflow.actions import Action


@needs(Permission.RUN_ACCEPTANCE)
def opening(project_id: int) -> ResponseReturnValue:
    """The conditions, the meeting, and what opening fixes for ever."""
    form = OpeningForm()
    tried: Tried | None = None
    if request.method == "POST" and form.validate():
        the_head(project_id)
        tried = try_act(form.command(project_id))
        if tried.done:
            return after(Action.OPEN_ATTEMPT, project_id, tried)
    page = _opening_page(project_id)
    if request.method == "POST":
        return not_done("acceptances/opening.html", form, tried, **_opening_words(page))
    form.renew(page.head.seen)
    form.organiser.data = page.organiser
    form.meeting_on.data = max(today(), page.earliest or today())
    return render_template(
        "acceptances/opening.html", form=form, changes=(), **_opening_words(page)
    )


@needs(Permission.RUN_ACCEPTANCE)
def concluding(project_id: int) -> ResponseReturnValue:
    """What each party said, the result, and what has to be put right."""
    page = _concluding_page(project_id)
    if page is None or (request.method == "GET" and page.attempt.result is not None):
        return redirect(url_for("acceptances.for_project", project_id=project_id), 303)
    form = concluding_form(page)
    template = "acceptances/concluding.html"
    if request.method == "GET" or form.more.data:
        if form.more.data:
            form.add_a_row()
        form.renew(form.seen.data if form.more.data else page.head.seen)
        return render_template(template, form=form, page=page, changes=())
    if not form.validate():
        return not_done(template, form, page=page)
    command = form.command(project_id)
    tried = try_act(command)
    if tried.done:
        return after(command.action, project_id, tried)
    return not_done(template, form, tried, page=page)


@needs(Permission.RUN_ACCEPTANCE)
def final(project_id: int) -> ResponseReturnValue:
    """The final acceptance of a road, with its score and grade."""
    head = the_head(project_id)
    form = FinalForm()
    if request.method == "GET":
        form.renew(head.seen)
        return render_template("acceptances/final.html", form=form, head=head, changes=())
    tried = try_act(form.command(project_id)) if form.validate() else None
    if tried is not None and tried.done:
        return after(Action.CONCLUDE_FINAL, project_id, tried)
    return not_done("acceptances/final.html", form, tried, head=head)


def _opening_page(project_id: int) -> pages.OpeningPage:
    counts = runtime().settings.conditional_counts
    page = pages.opening_page(
        reading(), current_actor(), project_id, now(), conditional_counts=counts
    )
    if page is None:
        raise NotFoundError
    return page


def _concluding_page(project_id: int) -> pages.ConcludingPage | None:
    the_head(project_id)
    counts = runtime().settings.conditional_counts
    return pages.concluding_page(
        reading(), current_actor(), project_id, now(), conditional_counts=counts
    )


def _opening_words(page: pages.OpeningPage) -> dict[str, Any]:
    return {"page": page, "days": runtime().settings.abandon_after_days}
