"""Which language a reader gets: the account's, else the browser's choice, else Chinese."""

from __future__ import annotations

from enum import StrEnum

from flask import Flask, Response, has_request_context, request
from flask_babel import Babel

from acceptance.domain.findings import Finding
from acceptance.i18n import DEFAULT_LOCALE, LOCALES, say, title
from acceptance.i18n.catalogs import DIRECTORY
from acceptance.i18n.places import said_place
from acceptance.i18n.system_reasons import said_reason
from acceptance.web.auth import current_viewer

COOKIE = "lang"
A_YEAR = 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Let templates speak."""
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(DIRECTORY)
    Babel(app, default_locale=DEFAULT_LOCALE, locale_selector=locale)
    app.jinja_env.globals.update(
        say=saying,
        title=titled,
        place=placed,
        reason=reasoned,
        locale=locale,
        other_locale=other_locale,
    )


def locale() -> str:
    """The language of this request."""
    if not has_request_context():
        return DEFAULT_LOCALE
    viewer = current_viewer()
    wanted = viewer.locale if viewer else request.cookies.get(COOKIE)
    return wanted if wanted in LOCALES else DEFAULT_LOCALE


def other_locale() -> str:
    """The language the switch offers."""
    return "en" if locale() == "zh" else "zh"


def chosen_here() -> str | None:
    """The language this browser was switched to, if it ever was."""
    wanted = request.cookies.get(COOKIE)
    return wanted if wanted in LOCALES else None


def remember(response: Response, wanted: str) -> Response:
    """Keep the choice in this browser."""
    response.set_cookie(
        COOKIE, wanted, max_age=A_YEAR, secure=request.is_secure, httponly=True, samesite="Lax"
    )
    return response


def saying(finding: Finding) -> str:
    """The sentence of a finding in the reader's language."""
    return say(finding, locale())


def placed(text: str) -> str:
    """A place in the reader's words."""
    return said_place(text, locale())


def reasoned(text: str) -> str:
    """A reason or conclusion of a record; what the system wrote in the reader's words."""
    return said_reason(text, locale())


def titled(word: StrEnum | None) -> str:
    """The title of a stored word in the reader's language; empty for none."""
    return title(word, locale()) if word is not None else ""
