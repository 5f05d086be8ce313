"""Limits of standards: what is to be checked, proposals, and the second person's decision."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.domain.standards.register import EDITIONS
from acceptance.queries import limits
from acceptance.queries.limit_lines import LimitLine
from acceptance.services.errors import RefusedError
from acceptance.services.limit_decisions import DecideLimit, decide_limit
from acceptance.services.standards import propose_limit
from acceptance.web.admin.limit_forms import DeclineForm, LimitForm
from acceptance.web.admin.limit_words import content_of, limit_title
from acceptance.web.auth import current_actor, may, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.forms import only_a_button
from acceptance.web.wording import gettext as _

bp = Blueprint("limits", __name__, url_prefix="/admin/limits")
confirming = needs(Permission.CONFIRM_LIMITS)
proposing = needs(Permission.ADMINISTER)


@bp.get("/")
@confirming
def index() -> ResponseReturnValue:
    """What waits, what is in doubt, and what was decided."""
    page = limits.limits_page(reading(), current_actor())
    return _page("admin/limits.html", page=page, tables=EDITIONS, form=DeclineForm(formdata=None))


@bp.get("/table")
@confirming
def table() -> ResponseReturnValue:
    """Every limit of one table, the checked ones too."""
    code = request.args.get("table", "")
    lines = limits.table_limits(reading(), current_actor(), code) or abort(404)
    return _page("admin/limit_table.html", lines=lines, table=lines[0].table)


@bp.get("/propose")
@proposing
def propose() -> ResponseReturnValue:
    """The form for a value."""
    limit = _limit()
    form = LimitForm(formdata=None, data={"value": limit.value})
    return _page("admin/limit.html", limit=limit, form=form)


@bp.post("/propose")
@proposing
def enter() -> ResponseReturnValue:
    """Enter a proposal."""
    limit, form = _limit(), LimitForm()
    if form.validate():
        try:
            with transaction() as session:
                command = form.command(limit.table.code, limit.name)
                propose_limit(session, command, current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("已提出，等另一位管理员或审批人核定。"))
            return redirect(url_for(".index"), 303)
    return _page("admin/limit.html", limit=limit, form=form, failed=True), 422


@bp.post("/<int:proposal_id>/confirm")
@confirming
def confirm(proposal_id: int) -> ResponseReturnValue:
    """The second person confirms."""
    only_a_button()
    with transaction() as session:
        decide_limit(session, DecideLimit(proposal_id, confirmed=True), current_actor(), now())
    flash(_("已核定。从现在起提交的检查表按这个限值评定，以前的结果不变。"))
    return redirect(url_for(".index"), 303)


@bp.post("/<int:proposal_id>/decline")
@confirming
def decline(proposal_id: int) -> ResponseReturnValue:
    """The second person declines, with a reason."""
    form = DeclineForm()
    if form.validate():
        command = DecideLimit(proposal_id, confirmed=False, reason=form.reason.data or "")
        with transaction() as session:
            decide_limit(session, command, current_actor(), now())
        flash(_("不予核定，理由已记录。"))
        return redirect(url_for(".index"), 303)
    page = limits.limits_page(reading(), current_actor())
    return _page("admin/limits.html", page=page, tables=EDITIONS, form=form, failed=True), 422


def _limit() -> LimitLine:
    code, name = request.args.get("table", ""), request.args.get("limit", "")
    return limits.find_limit(reading(), current_actor(), code, name) or abort(404)


def _page(template: str, **values: object) -> str:
    return render_template(
        template,
        limit_title=limit_title,
        content_of=content_of,
        may_propose=may(Permission.ADMINISTER),
        **values,
    )
