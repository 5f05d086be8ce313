"""The page behind a one-time link: a new person's password, or the very first administrator."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from acceptance.queries import people
from acceptance.services import activation
from acceptance.services.errors import RefusedError
from acceptance.services.tokens import digest_of
from acceptance.web.account.entering import begin, remember_browser
from acceptance.web.account.forms import ActivationForm, FoundingForm
from acceptance.web.auth import public
from acceptance.web.clock import now
from acceptance.web.db import reading, runtime, transaction
from acceptance.web.errors import problem
from acceptance.web.wording import gettext as _

bp = Blueprint("activation", __name__)
LONGEST_TOKEN = 80


@bp.route("/account/activate/<token>", methods=["GET", "POST"])
@public
def activate(token: str) -> ResponseReturnValue:
    """Set a password by a link. Looking at the page does not use the link up."""
    invited = people.invitation(reading(), digest_of(token[:LONGEST_TOKEN]), now())
    if invited is None:
        return problem(410)
    if not invited.login:
        return _found(token)
    form = ActivationForm()
    form.invited = invited.login
    if request.method == "GET" or not form.validate():
        return _page("account/activate.html", form, invited=invited)
    password_hash = form.hash()
    with transaction() as session:
        user_id = activation.activate(session, token, password_hash, now()).id
    return _welcome(user_id)


def _found(token: str) -> ResponseReturnValue:
    form = FoundingForm()
    settings = runtime().settings
    if request.method == "GET":
        form.organisation.data = settings.issuer
        return _page("account/found.html", form)
    if not form.validate():
        return _page("account/found.html", form)
    command = form.command(settings.county_code)
    try:
        with transaction() as session:
            user_id = activation.found(session, token, command, now()).id
    except RefusedError as error:
        form.refuse(*error.findings)
        return _page("account/found.html", form)
    return _welcome(user_id)


def _page(
    template: str, form: ActivationForm | FoundingForm, **more: object
) -> ResponseReturnValue:
    failed = bool(form.error_count)
    return render_template(template, form=form, failed=failed, **more), 422 if failed else 200


def _welcome(user_id: int) -> ResponseReturnValue:
    begin(user_id)
    flash(_("密码已设好，您已登录。"))
    answer = redirect(url_for("account.home"), 303)
    return remember_browser(answer, user_id)
