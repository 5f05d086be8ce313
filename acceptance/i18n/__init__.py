"""Saying things in the reader's language: catalogs, titles of words, sentences of reasons.

The source texts are Chinese; English comes from translations/en/LC_MESSAGES/messages.po.
"""

from acceptance.i18n.catalogs import DEFAULT_LOCALE, LOCALES, translator
from acceptance.i18n.saying import say, title

__all__ = ["DEFAULT_LOCALE", "LOCALES", "say", "title", "translator"]
