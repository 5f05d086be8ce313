"""Goals and awards: the list that everybody may see, and the forms of the administrator."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries.places import Place, every_place
from acceptance.queries.targets import every_goal
from acceptance.services.awards import record_award
from acceptance.services.errors import RefusedError
from acceptance.services.targets import set_target
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, transaction
from acceptance.web.targets import words
from acceptance.web.targets.blueprint import bp
from acceptance.web.targets.forms import AwardForm, GoalForm
from acceptance.web.wording import gettext as _


@bp.get("/goals")
@needs(Permission.SEE_TARGETS)
def goals() -> ResponseReturnValue:
    """Every goal of the viewer's area."""
    lines = every_goal(reading(), current_actor())
    return render_template("targets/goals.html", lines=lines, words=words)


@bp.get("/goals/new")
@needs(Permission.SET_TARGETS)
def new_goal() -> ResponseReturnValue:
    """The form for a goal."""
    return render_template(
        "targets/goal.html", form=GoalForm(_choices(), data={"year": today().year})
    )


@bp.post("/goals/new")
@needs(Permission.SET_TARGETS)
def set_goal() -> ResponseReturnValue:
    """Set the goal of an indicator, a year and an area, or change it."""
    form = GoalForm(_choices())
    if form.validate():
        try:
            with transaction() as session:
                set_target(session, form.command(), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("目标已经保存，并记入记录。"))
            return redirect(url_for(".goals"), 303)
    return render_template("targets/goal.html", form=form, failed=True), 422


@bp.get("/awards/new")
@needs(Permission.SET_TARGETS)
def new_award() -> ResponseReturnValue:
    """The form for an award."""
    return render_template("targets/award.html", form=AwardForm(_choices()))


@bp.post("/awards/new")
@needs(Permission.SET_TARGETS)
def add_award() -> ResponseReturnValue:
    """Record an award."""
    form = AwardForm(_choices())
    if form.validate():
        try:
            with transaction() as session:
                record_award(session, form.command(), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("奖项已经登记，并记入记录。"))
            return redirect(url_for(".index"), 303)
    return render_template("targets/award.html", form=form, failed=True), 422


def _choices() -> tuple[Place, ...]:
    return every_place(reading(), current_actor())
