"""Calculator pages: open to everybody, nothing is stored, a result has an address."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.result import Evaluation
from acceptance.i18n.evaluation_titles import METHOD_TITLES
from acceptance.web.auth import public
from acceptance.web.calculators import naming, units
from acceptance.web.calculators.bureau import by_bureau
from acceptance.web.calculators.forms import CalculationForm, form_of
from acceptance.web.calculators.linking import LONGEST_LINK, check_link, example_of, link_of
from acceptance.web.calculators.reading import calculated
from acceptance.web.calculators.rows import add_row, remove_row
from acceptance.web.clock import now
from acceptance.web.wording import gettext

bp = Blueprint("calculators", __name__, url_prefix="/calculators")


@bp.get("")
@public
def index() -> ResponseReturnValue:
    """Every method by the kind of works that it is about."""
    groups = {f: [m for m in METHODS.values() if m.field is f] for f in Field}
    return render_template("calculators/index.html", groups=groups, titles=METHOD_TITLES)


@bp.get("/<name>")
@public
def show(name: str) -> ResponseReturnValue:
    """An empty form, or the calculation whose input stands in the address."""
    method = _method(name)
    form = form_of(method)(formdata=MultiDict(request.args) if request.args else None)
    if not request.args:
        return _page(method, form)
    check_link(form)
    result = calculated(method, form) if not form.error_count else None
    return _page(method, form, result)


@bp.post("/<name>")
@public
def calculate(name: str) -> ResponseReturnValue:
    """Add or remove a row, or calculate; a result that fits into an address gets one."""
    method = _method(name)
    form = form_of(method)()
    act, _, target = request.form.get("submit", "").partition(":")
    if act in {"add", "remove"}:
        change = add_row if act == "add" else remove_row
        change(form, target)
        return _page(method, form)
    is_fine = form.validate()
    result = calculated(method, form)
    if not is_fine or result is None:
        return _page(method, form)
    link = link_of(method.name, form)
    if len(link) > LONGEST_LINK:
        return _page(method, form, result)
    return redirect(link, 303)


def _method(name: str) -> Method[Any]:
    method = METHODS.get(name)
    if method is None:
        abort(404)
    return method


def _page(
    method: Method[Any], form: CalculationForm, result: Evaluation | None = None
) -> ResponseReturnValue:
    page = render_template(
        "calculators/show.html",
        method=method,
        heading=gettext(METHOD_TITLES[method.name]),
        form=form,
        result=result,
        bureau=by_bureau(method, form, result) if result else None,
        naming=naming,
        units=units,
        example=example_of(method.name),
        moment=now(),
        failed=bool(form.error_count),
    )
    return page, 422 if form.error_count else 200
