"""Limits and tables of limits as texts in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from acceptance.domain.arithmetic import short_text
from acceptance.i18n.evaluation_titles import FIGURE_TITLES, INPUT_TITLES, WORD_TITLES
from acceptance.i18n.standard_titles import LIMIT_TITLES, ROW_TITLES
from acceptance.web.language import titled
from acceptance.web.wording import gettext


def shown(value: Any) -> Any:
    """A limit as a text, a list, or rows by name: tables keep their shape."""
    if isinstance(value, Fraction):
        return short_text(value, 6)
    if is_dataclass(value):
        return {named(e.name): shown(getattr(value, e.name)) for e in fields(value)}
    if isinstance(value, Mapping):
        return {_key(name): shown(each) for name, each in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [shown(each) for each in value]
    return _word(value)


def _key(name: Any) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    return " · ".join(str(_word(part)) for part in parts)


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, StrEnum):
        return titled(value)
    return "—" if value is None else named(str(value))


def named(word: str) -> str:
    """The title of a name within a table; what has none speaks for itself."""
    for titles in (ROW_TITLES, LIMIT_TITLES, WORD_TITLES, FIGURE_TITLES, INPUT_TITLES):
        if word in titles:
            return gettext(titles[word])
    return word
