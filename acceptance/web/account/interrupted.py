"""A form whose sign-in or page has run out: what was typed comes back, with or without script."""

from __future__ import annotations

from typing import Any

from flask import Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge, Unauthorized

from acceptance.web import carried
from acceptance.web.account.forms import SignInForm
from acceptance.web.auth import current_viewer
from acceptance.web.carried import Carried
from acceptance.web.errors import problem, wants_json
from acceptance.web.local import here, local_path

SIGN_IN = "account.sign_in"


def ask_to_sign_in(_error: Unauthorized) -> Response:
    """The sign-in page in the place of the page that was asked for."""
    if wants_json():
        return problem(401)
    try:
        kept = carried.from_request()
    except RequestEntityTooLarge:
        return problem(413)
    target = here() if request.method == "GET" else ""
    return sign_in_page(sign_in_form(target, kept), 401, kept=kept, expired=kept is not None)


def token_expired(_error: CSRFError) -> Response:
    """The form's token is no longer good: offer to send the same once more."""
    if wants_json():
        return problem(400)
    signing_in = request.endpoint in {SIGN_IN, "account.sign_in_now"}
    if signing_in:
        kept = carried.from_text(request.form.get("carried_to"), request.form.get("carried"))
        if current_viewer() is None:
            form = sign_in_form(local_path(request.form.get("next"), ""), kept)
            form.login.data = request.form.get("login", "")[:80]
            return sign_in_page(form, 400, kept=kept, expired=True)
    else:
        kept = carried.from_request()
    if kept is None or any("password" in name for name in request.form if not signing_in):
        return problem(400)
    return continue_page(kept, 400)


def continue_page(kept: Carried, status: int = 200) -> Response:
    """One button that posts the same fields, with a fresh token, to the same path."""
    return make_response(render_template("account/continue.html", kept=kept), status)


def sign_in_form(target: str, kept: Carried | None) -> SignInForm:
    """An empty sign-in form that carries along where to go, and what was typed there."""
    return SignInForm(
        formdata=None,
        data={
            "next": target,
            "carried": kept.text() if kept else "",
            "carried_to": kept.path if kept else "",
        },
    )


def sign_in_page(form: SignInForm, status: int, **said: Any) -> Response:
    """The sign-in page with what is to be said above the form."""
    page = {"kept": None, "expired": False, "wrong": "", **said}
    return make_response(render_template("account/sign_in.html", form=form, **page), status)
