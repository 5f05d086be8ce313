"""Organisations: the units that build, supervise and administer."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries import areas, organisations
from acceptance.queries.organisations import OrganisationRow
from acceptance.services import organisations as changes
from acceptance.services.errors import RefusedError
from acceptance.web import paging
from acceptance.web.admin.forms import OrganisationForm
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.wording import gettext as _

bp = Blueprint("organisations", __name__, url_prefix="/admin/organisations")
administering = needs(Permission.ADMINISTER)


@bp.get("/")
@administering
def index() -> ResponseReturnValue:
    """The organisations, the newest first."""
    search = request.args.get("q", "").strip()[:60]
    before, after = (paging.position(name, [int]) for name in ("before", "after"))
    page = organisations.page(
        reading(),
        search,
        after=int(after[0]) if after else None,
        before=int(before[0]) if before else None,
    )
    pages = paging.pages(
        [page.before] if page.before else None, [page.after] if page.after else None
    )
    return render_template("admin/organisations.html", page=page, pages=pages, search=search)


@bp.get("/new")
@administering
def new() -> ResponseReturnValue:
    """The form for an organisation."""
    return _page(_form(), None)


@bp.post("/new")
@administering
def add() -> ResponseReturnValue:
    """Enter an organisation."""
    form = _form()
    if form.validate():
        try:
            with transaction() as session:
                changes.register(session, form.command(), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("单位“%(name)s”已登记。", name=form.name.data))
            return redirect(url_for(".index"), 303)
    return _page(form, None)


@bp.get("/<int:organisation_id>")
@administering
def show(organisation_id: int) -> ResponseReturnValue:
    """One organisation, to be corrected."""
    found = _find(organisation_id)
    form = OrganisationForm(
        formdata=None,
        obj=found,
        data={"area_id": str(found.area_id)},
        areas=areas.choices(reading(), current_actor()),
    )
    return _page(form, found)


@bp.post("/<int:organisation_id>")
@administering
def correct(organisation_id: int) -> ResponseReturnValue:
    """Correct what was entered."""
    form, found = _form(), _find(organisation_id)
    if form.validate():
        try:
            with transaction() as session:
                changes.correct(session, organisation_id, form.command(), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("已保存。"))
            return redirect(url_for(".index"), 303)
    return _page(form, found)


def _form() -> OrganisationForm:
    return OrganisationForm(areas=areas.choices(reading(), current_actor()))


def _find(organisation_id: int) -> OrganisationRow:
    found = organisations.find(reading(), organisation_id)
    if found is None:
        abort(404)
    return found


def _page(form: OrganisationForm, organisation: OrganisationRow | None) -> ResponseReturnValue:
    failed = bool(form.error_count)
    asks_reason = bool(
        form.credit_code_reason.data or changes.doubts_of(form.credit_code.data or "")
    )
    page = render_template(
        "admin/organisation.html",
        form=form,
        organisation=organisation,
        asks_reason=asks_reason,
        failed=failed,
    )
    return page, 422 if failed else 200
