"""Texts in the reader's language."""

from __future__ import annotations

from markupsafe import Markup

from acceptance.i18n import translator
from acceptance.web.language import locale


def gettext(text: str, **values: object) -> str:
    """The text in the reader's language, its values put in by name. A page says hundreds of texts:
    the function of the translation library looks for the reader and the catalog at each of them."""
    found = translator(locale()).gettext(text)
    return found % values if values else found


def marked(text: str, **values: object) -> Markup:
    """The same for a text whose values may bring markup with them; all others are escaped."""
    return Markup(gettext(text)) % values  # noqa: S704 - the texts are our own


def unbroken(value: object) -> Markup:
    """A date or a number that never breaks across lines."""
    return Markup('<span class="ax-n">{}</span>').format(value)
