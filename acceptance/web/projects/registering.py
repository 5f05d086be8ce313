"""Registering a project and changing what is written down about it."""

from __future__ import annotations

import json
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from acceptance.domain.merging import merge
from acceptance.domain.people import Permission
from acceptance.domain.projects import Category, rule_sets_for
from acceptance.domain.size_class import Figures, Suggestion, suggestions
from acceptance.domain.usual_bodies import usual_bodies
from acceptance.queries.project_choices import area_choices, suggested_code
from acceptance.queries.projects import EditableProject, editable_project
from acceptance.queries.units import Unit, units
from acceptance.services.errors import RefusedError, StaleError
from acceptance.services.projects import ChangeProject, RegisterProject, change, register
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now, today
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.projects.blueprint import bp
from acceptance.web.projects.forms import (
    ChangeForm,
    ProjectForm,
    fields_of,
    sent_values,
    starting_values,
)
from acceptance.web.wording import gettext
from acceptance.workflow.processes import PROCESSES_FOR


@bp.get("/projects/new")
@needs(Permission.REGISTER_PROJECTS)
def choose_category() -> ResponseReturnValue:
    """The first step: the category decides what the form asks."""
    return render_template("projects/choose_category.html", categories=tuple(Category))


@bp.route("/projects/new/<category>", methods=["GET", "POST"])
@needs(Permission.REGISTER_PROJECTS)
def new(category: str) -> ResponseReturnValue:
    """The second step: the form of that category."""
    kind = _category(category)
    session, actor = reading(), current_actor()
    form = ProjectForm(
        kind, area_choices(session, actor), units(session, actor), data=_first_values(kind)
    )
    if not form.is_submitted():
        return _register_page(form)
    if form.suggest.data:
        return _register_page(form, hints=_hints(form))
    if not form.validate():
        return _register_page(form, status=422)
    try:
        with transaction() as session:
            command = RegisterProject(form.description(), confirmed=bool(form.confirmed.data))
            project_id = register(session, command, current_actor(), now())
    except RefusedError as error:
        form.refuse(*error.findings)
        return _register_page(form, status=422)
    flash(gettext("已登记。下一步：登记参建单位、划分工程。"))
    return redirect(url_for(".show", project_id=project_id), 303)


@bp.route("/projects/<int:project_id>/edit", methods=["GET", "POST"])
@needs(Permission.REGISTER_PROJECTS)
def edit(project_id: int) -> ResponseReturnValue:
    """Change what is written down; `category` in the address shows another category's form."""
    found = editable_project(reading(), current_actor(), project_id)
    if found is None:
        abort(404)
    kind = _category(request.args.get("category", found.described.category.value))
    if found.described.process not in PROCESSES_FOR[kind] and found.head.attempts:
        kind = found.described.category
    form = _change_form(kind, found)
    if not form.is_submitted():
        return _change_page(form, found)
    if form.suggest.data:
        return _change_page(form, found, hints=_hints(form))
    if not form.validate():
        return _change_page(form, found, status=422)
    try:
        with transaction() as session:
            command = ChangeProject(project_id, int(form.version.data or 0), form.description(),
                                    confirmed=bool(form.confirmed.data))  # fmt: skip
            change(session, command, current_actor(), now())
    except StaleError:
        return _conflict(kind, form, project_id)
    except RefusedError as error:
        form.refuse(*error.findings)
        return _change_page(form, found, status=422)
    flash(gettext("已保存。"))
    return redirect(url_for(".show", project_id=project_id), 303)


def _change_form(kind: Category, found: EditableProject, sent: Any = None) -> ChangeForm:
    values = starting_values(found.described)
    base = json.dumps(sent_values(found.described), ensure_ascii=False)
    more = {} if sent is None else {"formdata": sent}
    session, actor = reading(), current_actor()
    areas, listed = area_choices(session, actor), units(session, actor)
    known = found.described.responsible_id
    if known is not None and known not in {each.id for each in listed}:
        listed = (*listed, Unit(known, found.responsible))
    return ChangeForm(
        kind, areas, listed, data={**values, "version": found.version, "base": base}, **more
    )


def _conflict(kind: Category, form: ChangeForm, project_id: int) -> ResponseReturnValue:
    """Somebody else saved first: both hands are kept, and where both changed one field a person
    chooses. Nothing is preset and nothing typed is lost."""
    found = editable_project(reading(), current_actor(), project_id)
    if found is None:
        abort(404)
    theirs = sent_values(found.described)
    mine = form.as_typed()
    merged, clashes = merge(_base(form), fields_of(theirs, form), mine)
    kept = {name: value for name, value in merged.items() if value}
    fresh = {"version": str(found.version), "base": json.dumps(theirs, ensure_ascii=False)}
    shown = _change_form(kind, found, MultiDict({**kept, **fresh}))
    page = render_template(
        "projects/conflict.html", form=shown, found=found, clashes=clashes, kept=kept, fresh=fresh,
        merged=sum(1 for name, value in merged.items() if value != mine[name]),
    )  # fmt: skip
    return page, 409


def _base(form: ChangeForm) -> dict[str, str]:
    try:
        base = json.loads(form.base.data or "")
    except ValueError:
        return {}
    if not isinstance(base, dict):
        return {}
    return {str(name): value for name, value in base.items() if isinstance(value, str)}


def _category(word: str) -> Category:
    try:
        return Category(word)
    except ValueError:
        abort(404)


def _first_values(kind: Category) -> dict[str, str]:
    code = suggested_code(reading(), kind, today())
    return {
        "code": code,
        "procedure": PROCESSES_FOR[kind][0],
        "rule_set": rule_sets_for(kind)[0].key,
        **usual_bodies(kind, runtime().settings.issuer),
    }


def _hints(form: ProjectForm) -> tuple[Suggestion, ...]:
    names = ("investment", "floor_area", "irrigated_mu")
    known: dict[str, Any] = {name: form[name].data for name in names if name in form}
    return suggestions(Figures(form.category, **known))


def _register_page(
    form: ProjectForm, status: int = 200, hints: tuple[Suggestion, ...] | None = None
) -> ResponseReturnValue:
    page = render_template("projects/new.html", form=form, failed=status == 422, hints=hints)
    return page, status


def _change_page(
    form: ChangeForm,
    found: EditableProject,
    status: int = 200,
    hints: tuple[Suggestion, ...] | None = None,
) -> ResponseReturnValue:
    page = render_template(
        "projects/edit.html", form=form, found=found, failed=status == 422, hints=hints,
        categories=tuple(Category),
    )  # fmt: skip
    return page, status
