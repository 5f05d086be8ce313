"""`_("…")` in templates. A page says some hundred and fifty texts, so each is translated once."""

from __future__ import annotations

from functools import lru_cache

from flask import Flask
from markupsafe import Markup

from acceptance.i18n import translator
from acceptance.web.language import locale


def init_app(app: Flask) -> None:
    """Take the place of the functions that the translation library gave to the templates."""
    app.jinja_env.globals.update(_=spoken, gettext=spoken)


def spoken(text: str, **values: object) -> Markup:
    """A text of a template in the reader's language; what is put into it is escaped."""
    wanted = locale()
    return _translated(wanted, text) % values if values else _finished(wanted, text)


@lru_cache(maxsize=4096)
def _translated(wanted: str, text: str) -> Markup:
    return Markup(translator(wanted).gettext(text))  # noqa: S704 - the source texts are ours


@lru_cache(maxsize=4096)
def _finished(wanted: str, text: str) -> Markup:
    """Without values, too, a text is a pattern: `%%` in it is one sign."""
    return _translated(wanted, text) % {}
