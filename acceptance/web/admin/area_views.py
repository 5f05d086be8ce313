"""The area tree: seen as a whole, added to, renamed from a day on."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries import areas
from acceptance.queries.areas import AreaChoice
from acceptance.services import areas as changes
from acceptance.services.errors import RefusedError
from acceptance.web.admin.forms import AreaNameForm, NewAreaForm
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.wording import gettext as _

bp = Blueprint("areas", __name__, url_prefix="/admin/areas")
administering = needs(Permission.ADMINISTER)


@bp.get("/")
@administering
def index() -> ResponseReturnValue:
    """The tree of the administrator's area."""
    return render_template("admin/areas.html", rows=areas.tree(reading(), current_actor()))


@bp.get("/new")
@administering
def new() -> ResponseReturnValue:
    """The form for a new area."""
    form = _form()
    form.parent_id.data = request.args.get("parent", "")
    return _page("admin/new_area.html", form)


@bp.post("/new")
@administering
def add() -> ResponseReturnValue:
    """Add an area."""
    form = _form()
    if form.validate():
        try:
            with transaction() as session:
                changes.add(session, form.command(), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("区域“%(name)s”已增加。", name=form.name.data))
            return redirect(url_for(".index"), 303)
    return _page("admin/new_area.html", form)


@bp.get("/<int:area_id>")
@administering
def show(area_id: int) -> ResponseReturnValue:
    """The form for another name."""
    return _page("admin/area.html", AreaNameForm(), area=_find(area_id))


@bp.post("/<int:area_id>")
@administering
def rename(area_id: int) -> ResponseReturnValue:
    """Another name from a day on."""
    form, found = AreaNameForm(), _find(area_id)
    if form.validate():
        try:
            with transaction() as session:
                changes.rename(
                    session, area_id, form.name.data or "", form.day, current_actor(), now()
                )
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("“%(old)s”已改名为“%(new)s”。", old=found.name, new=form.name.data))
            return redirect(url_for(".index"), 303)
    return _page("admin/area.html", form, area=found)


def _form() -> NewAreaForm:
    return NewAreaForm(areas=areas.choices(reading(), current_actor()))


def _find(area_id: int) -> AreaChoice:
    found = areas.find(reading(), current_actor(), area_id)
    if found is None:
        abort(404)
    return found


def _page(template: str, form: NewAreaForm | AreaNameForm, **more: object) -> ResponseReturnValue:
    failed = bool(form.error_count)
    return render_template(template, form=form, failed=failed, **more), 422 if failed else 200
