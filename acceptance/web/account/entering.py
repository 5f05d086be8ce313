"""The steps of signing in. The slow work on the password happens outside every transaction."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from flask import current_app, request
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.wrappers import Response as BaseResponse

from acceptance.queries import accounts as account_pages
from acceptance.queries.accounts import Credentials
from acceptance.services import own_password, sessions
from acceptance.services.passwords import matches
from acceptance.services.sessions import Origin
from acceptance.services.tokens import digest_of, keyed
from acceptance.web import auth
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction
from acceptance.web.language import chosen_here

COOKIE = "known"
HALF_A_YEAR = 180 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nobody was signed in: wrong (0 minutes), or too many tries."""

    minutes: int = 0


def enter(login: str, password: str) -> int | Refusal:
    """Sign in by password; the person's id, or why not. Unknown and wrong are the same."""
    person = account_pages.credentials(reading(), login)
    origin = _origin(login, person)
    minutes = sessions.minutes_to_wait(reading(), origin, now())
    if minutes:
        return Refusal(minutes)
    if matches(person.password_hash if person else None, password) and person:
        begin(person.user_id)
        return person.user_id
    with transaction() as session:
        sessions.note_failure(session, origin, now())
    return Refusal()


def begin(user_id: int) -> None:
    """Open a new session for a person whose right to it has been checked."""
    moment = now()
    before = auth.current_viewer()
    with transaction() as session:
        if before is not None:
            sessions.end(session, before.session_id, before.user_id)
        token = sessions.open_session(session, user_id, moment)
    viewer = account_pages.viewer(reading(), digest_of(token), moment)
    if viewer is None:
        return
    wanted = chosen_here()
    if wanted is not None and wanted != viewer.locale:
        with transaction() as session:
            own_password.remember_language(session, viewer.actor, wanted)
        # What is said in this very answer is said in that language as well.
        viewer = replace(viewer, locale=wanted)
    auth.sign_in(token, viewer)


def remember_browser(response: BaseResponse, user_id: int) -> BaseResponse:
    """Mark this browser as one the person has signed in from: others' wrong guesses at his
    login do not keep him out here."""
    mark = _serializer().dumps([user_id, secrets.token_urlsafe(16)])
    response.set_cookie(
        COOKIE, mark, max_age=HALF_A_YEAR, secure=request.is_secure, httponly=True, samesite="Lax"
    )
    return response


def _origin(login: str, person: Credentials | None) -> Origin:
    secret = str(current_app.secret_key)
    known = _known_browser()
    if person is not None and known is not None and known[0] == person.user_id:
        browser = keyed(secret, f"browser {known[0]} {known[1]}")
        return Origin(browser, browser)
    return Origin(keyed(secret, f"login {login}"), keyed(secret, f"address {request.remote_addr}"))


def _known_browser() -> tuple[int, str] | None:
    try:
        user_id, browser = _serializer().loads(request.cookies.get(COOKIE, ""))
    except (BadSignature, ValueError, TypeError):
        return None
    return int(user_id), str(browser)


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="known-browser")
