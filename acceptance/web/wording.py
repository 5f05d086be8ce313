"""Texts in the reader's language, with a type: the library that translates them declares none."""

from __future__ import annotations

from flask_babel import gettext as translated
from markupsafe import Markup


def gettext(text: str, **values: object) -> str:
    """The text in the reader's language, its values put in by name."""
    return str(translated(text, **values))


def marked(text: str, **values: object) -> Markup:
    """The same for a text whose values may bring markup with them; all others are escaped."""
    return Markup(gettext(text)) % values  # noqa: S704 - the texts are our own


def unbroken(value: object) -> Markup:
    """A date or a number that never breaks across lines."""
    return Markup('<span class="ax-n">{}</span>').format(value)
