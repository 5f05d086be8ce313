"""People: who may sign in, as what, and for which area."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.domain.people import ACCOUNT_ROLES, Permission, Role
from acceptance.queries import areas, organisations, people
from acceptance.queries.people import PersonPage
from acceptance.services import accounts
from acceptance.services.accounts import Link
from acceptance.services.activation import LIFETIME
from acceptance.services.errors import RefusedError
from acceptance.web import paging
from acceptance.web.admin.forms import NewPersonForm, PersonForm
from acceptance.web.auth import current_actor, needs
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.forms import only_a_button
from acceptance.web.wording import gettext as _

bp = Blueprint("admin", __name__, url_prefix="/admin")
administering = needs(Permission.ADMINISTER)


@bp.get("/")
@administering
def index() -> ResponseReturnValue:
    """The people of the administrator's area."""
    search = request.args.get("q", "").strip()[:60]
    role = _role(request.args.get("role"))
    before, after = (paging.position(name, [str]) for name in ("before", "after"))
    page = people.page(
        reading(),
        current_actor(),
        search,
        role,
        after=str(after[0]) if after else None,
        before=str(before[0]) if before else None,
    )
    pages = paging.pages(
        [page.before] if page.before else None, [page.after] if page.after else None
    )
    return render_template(
        "admin/people.html", page=page, pages=pages, search=search, role=role, roles=ACCOUNT_ROLES
    )


@bp.get("/people/new")
@administering
def new_person() -> ResponseReturnValue:
    """The form for a new person."""
    return render_template("admin/new_person.html", form=NewPersonForm(**_choices()))


@bp.post("/people/new")
@administering
def add_person() -> ResponseReturnValue:
    """Make an account and show its link, once."""
    form = NewPersonForm(**_choices())
    if form.validate():
        try:
            with transaction() as session:
                link = accounts.create(session, form.command(), current_actor(), now())
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            return _show_link(link)
    return render_template("admin/new_person.html", form=form, failed=True), 422


@bp.get("/people/<int:user_id>")
@administering
def person(user_id: int) -> ResponseReturnValue:
    """One person."""
    found = _find(user_id)
    values = {
        "name": found.person.name,
        "role": found.person.role.value,
        "organisation_id": str(found.person.organisation_id),
        "area_id": str(found.person.area_id),
    }
    form = PersonForm(formdata=None, data=values, **_choices())
    return render_template("admin/person.html", page=found, form=form)


@bp.post("/people/<int:user_id>")
@administering
def change_person(user_id: int) -> ResponseReturnValue:
    """Another name or another post."""
    form, found = PersonForm(**_choices()), _find(user_id)
    if form.validate():
        try:
            with transaction() as session:
                accounts.change(
                    session, user_id, form.name.data or "", form.post(), current_actor(), now()
                )
        except RefusedError as error:
            form.refuse(*error.findings)
        else:
            flash(_("已保存。"))
            return redirect(url_for(".person", user_id=user_id), 303)
    return render_template("admin/person.html", page=found, form=form, failed=True), 422


@bp.post("/people/<int:user_id>/disable")
@administering
def disable(user_id: int) -> ResponseReturnValue:
    """Stop an account."""
    only_a_button()
    with transaction() as session:
        accounts.disable(session, user_id, current_actor(), now())
    flash(_("账号已停用，已在各处退出登录。他办过的事都还在记录里。"))
    return redirect(url_for(".person", user_id=user_id), 303)


@bp.post("/people/<int:user_id>/enable")
@administering
def enable(user_id: int) -> ResponseReturnValue:
    """Let a stopped account in again, by a new link."""
    only_a_button()
    with transaction() as session:
        link = accounts.enable(session, user_id, current_actor(), now())
    return _show_link(link)


@bp.post("/people/<int:user_id>/link")
@administering
def renew_link(user_id: int) -> ResponseReturnValue:
    """A new link for setting a password."""
    only_a_button()
    with transaction() as session:
        link = accounts.renew_link(session, user_id, current_actor(), now())
    return _show_link(link)


@bp.post("/people/<int:user_id>/end-sessions")
@administering
def end_sessions(user_id: int) -> ResponseReturnValue:
    """Sign a person out everywhere."""
    only_a_button()
    with transaction() as session:
        count = accounts.end_sessions(session, user_id, current_actor(), now())
    flash(_("已让 %(count)s 个浏览器退出登录。", count=count))
    return redirect(url_for(".person", user_id=user_id), 303)


def _show_link(link: Link) -> ResponseReturnValue:
    settings = runtime().settings
    address = settings.public_url + url_for("activation.activate", token=link.token)
    return render_template(
        "admin/link.html",
        page=_find(link.user_id),
        address=address,
        hours=int(LIFETIME.total_seconds()) // 3600,
    )


def _find(user_id: int) -> PersonPage:
    found = people.find(reading(), current_actor(), user_id, now())
    if found is None:
        abort(404)
    return found


def _choices() -> dict[str, Any]:
    return {
        "organisations": organisations.choices(reading()),
        "areas": areas.choices(reading(), current_actor()),
    }


def _role(word: str | None) -> Role | None:
    return Role(word) if word in {role.value for role in ACCOUNT_ROLES} else None
