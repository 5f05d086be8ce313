"""The message catalogs: Chinese is the source, English is translated."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

DIRECTORY = Path(__file__).parent / "translations"
DEFAULT_LOCALE = "zh"
LOCALES = (DEFAULT_LOCALE, "en")


@cache
def translator(locale: str) -> NullTranslations:
    """The catalog of a language. Chinese needs none; an unknown language reads Chinese."""
    if locale not in LOCALES:
        return NullTranslations()
    return Translations.load(DIRECTORY, [locale])
