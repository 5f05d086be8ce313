"""In which language a paper speaks. Chinese is the text itself, as on the pages.

The forms of the standards and the certificates are Chinese in every edition; a report speaks the
language that is frozen in its facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from acceptance.documents.figures import long_date
from acceptance.i18n import DEFAULT_LOCALE, LOCALES, translator

_LANGUAGE = ContextVar("language of the paper", default=DEFAULT_LOCALE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything set inside speaks this language; one that is not known reads Chinese."""
    before = _LANGUAGE.set(language if language in LOCALES else DEFAULT_LOCALE)
    try:
        yield
    finally:
        _LANGUAGE.reset(before)


def language() -> str:
    """The language that is spoken now."""
    return _LANGUAGE.get()


def gettext(text: str, **values: object) -> str:
    """The text in the language of the paper, its values put in by name."""
    said = translator(language()).gettext(text)
    return said % values if values else said


def day(moment: date | None) -> str:
    """2026年11月12日, or 2026-11-12 where Chinese is not spoken."""
    if moment is None or language() == DEFAULT_LOCALE:
        return long_date(moment)
    return moment.isoformat()
