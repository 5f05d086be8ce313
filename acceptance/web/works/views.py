"""The works tree of a project: looking at it, dividing, describing and retiring parts."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import Permission
from acceptance.queries.works import WorksForm as WorksFormPage
from acceptance.queries.works import WorksPage, project_of_works, works_form, works_page
from acceptance.services.divisions import DivideWorks, divide_works
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.works import (
    AddWorks,
    ChangeWorks,
    RetireWorks,
    add_works,
    change_works,
    retire_works,
)
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.wording import gettext
from acceptance.web.works import quality
from acceptance.web.works.forms import DivideForm, RetireForm, WorksForm, starting_values

bp = Blueprint("works", __name__)
for _rule, _view in (
    ("/works/<int:works_id>/quality", quality.quality),
    ("/works/<int:works_id>/accidents", quality.accident),
    ("/works/<int:works_id>/accidents/<int:accident_id>", quality.treated),
):
    bp.add_url_rule(_rule, view_func=_view, methods=["GET", "POST"])


@bp.get("/projects/<int:project_id>/works")
@needs(Permission.SEE_PROJECTS)
def tree(project_id: int) -> ResponseReturnValue:
    """The tab of the works."""
    page = _page(project_id)
    return render_template(
        "works/tree.html", page=page, head=page.head, form=DivideForm(page.preset)
    )


@bp.post("/projects/<int:project_id>/works/divide")
@needs(Permission.REGISTER_PROJECTS)
def divide(project_id: int) -> ResponseReturnValue:
    """Start from the usual division of the category, with the further parts that were chosen."""
    page = _page(project_id)
    form = DivideForm(page.preset)
    if page.preset is None or not form.validate():
        return render_template("works/tree.html", page=page, head=page.head, form=form), 422
    with transaction() as session:
        command = DivideWorks(project_id, page.preset, page.head.name, form.chosen())
        count = divide_works(session, command, current_actor(), now())
    flash(gettext("已按标准划分建立 %(n)s 个部位，请按设计增减。", n=count))
    return redirect(url_for(".tree", project_id=project_id), 303)


@bp.route("/projects/<int:project_id>/works/new", methods=["GET", "POST"])
@needs(Permission.REGISTER_PROJECTS)
def add(project_id: int) -> ResponseReturnValue:
    """Add a part below `parent` of the address, or a unit of works."""
    parent_id = request.args.get("parent", type=_small)
    if "parent" in request.args and parent_id is None:
        abort(404)
    shown = works_form(reading(), current_actor(), project_id, parent_id=parent_id)
    if shown is None:
        abort(404)
    form = WorksForm(shown.templates, is_leaf=shown.is_leaf)
    if not form.is_submitted():
        return _form_page(form, shown)
    if not form.validate():
        return _form_page(form, shown, 422)
    try:
        with transaction() as session:
            command = AddWorks(project_id, parent_id, form.description(),
                               confirmed=bool(form.confirmed.data))  # fmt: skip
            works_id = add_works(session, command, current_actor(), now())
    except RefusedError as error:
        form.refuse(*error.findings)
        return _form_page(form, shown, 422)
    flash(gettext("已添加。"))
    return redirect(url_for(".tree", project_id=project_id, _anchor=f"w{works_id}"), 303)


@bp.route("/works/<int:works_id>", methods=["GET", "POST"])
@needs(Permission.REGISTER_PROJECTS)
def edit(works_id: int) -> ResponseReturnValue:
    """Describe a part otherwise."""
    shown = _part(works_id)
    form = WorksForm(shown.templates, is_leaf=shown.is_leaf, data=starting_values(shown.part))
    if not form.is_submitted():
        return _form_page(form, shown)
    if not form.validate():
        return _form_page(form, shown, 422)
    try:
        with transaction() as session:
            command = ChangeWorks(works_id, form.mark.data or "", form.description(),
                                  confirmed=bool(form.confirmed.data))  # fmt: skip
            change_works(session, command, current_actor(), now())
    except StaleError:
        return _form_page(form, shown, 409)
    except RefusedError as error:
        form.refuse(*error.findings)
        return _form_page(form, shown, 422)
    flash(gettext("已保存。"))
    return redirect(url_for(".tree", project_id=shown.head.id, _anchor=f"w{works_id}"), 303)


@bp.route("/works/<int:works_id>/retire", methods=["GET", "POST"])
@needs(Permission.REGISTER_PROJECTS)
def retire(works_id: int) -> ResponseReturnValue:
    """Take a part out of use, with a reason."""
    shown = _part(works_id)
    form = RetireForm()
    if form.is_submitted():
        if form.validate():
            try:
                with transaction() as session:
                    command = RetireWorks(works_id, form.reason.data or "")
                    retire_works(session, command, current_actor(), now())
            except RefusedError as error:
                form.refuse(*error.findings)
            else:
                flash(gettext("已停用，记录里保留理由。"))
                return redirect(url_for(".tree", project_id=shown.head.id), 303)
        page = render_template("works/retire.html", form=form, shown=shown, failed=True)
        return page, 422
    return render_template("works/retire.html", form=form, shown=shown)


def _page(project_id: int) -> WorksPage:
    page = works_page(reading(), current_actor(), project_id)
    if page is None:
        abort(404)
    return page


def _part(works_id: int) -> WorksFormPage:
    project_id = project_of_works(reading(), works_id)
    shown = None
    if project_id is not None:
        shown = works_form(reading(), current_actor(), project_id, works_id=works_id)
    if shown is None:
        abort(404)
    return shown


def _form_page(form: WorksForm, shown: WorksFormPage, status: int = 200) -> ResponseReturnValue:
    """At 409 what was typed stays and what others saved stands beside it."""
    if status == 409 and shown.part is not None:
        form.mark.data, form.mark.raw_data = shown.part.mark, None
    page = render_template(
        "works/form.html", form=form, shown=shown, failed=status == 422, stale=status == 409
    )
    return page, status


def _small(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise ValueError(text)
    return int(text)
