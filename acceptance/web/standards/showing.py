"""Limits and tables of limits as texts in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from acceptance.domain.standards.limit_texts import limit_text
from acceptance.i18n.evaluation_titles import FIGURE_TITLES, INPUT_TITLES, WORD_TITLES
from acceptance.i18n.standard_titles import LIMIT_TITLES, ROW_TITLES
from acceptance.web.language import titled
from acceptance.web.wording import gettext


def shown(value: Any, place: str) -> Any:
    """A limit as a text, a list, or rows by name: tables keep their shape. `place` is the name of
    the limit or of the field that holds the value."""
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, Fraction | int):
        return limit_text(value)
    if is_dataclass(value):
        return {named(e.name, place): shown(getattr(value, e.name), e.name) for e in fields(value)}
    if isinstance(value, Mapping):
        return {_key(name, place): shown(each, place) for name, each in value.items()}
    if isinstance(value, tuple) and f"{place}.{len(value) - 1}" in ROW_TITLES:
        return {named(str(at), place): shown(each, "") for at, each in enumerate(value)}
    if isinstance(value, tuple | list | frozenset):
        return [shown(each, place) for each in value]
    return _word(value, place)


def _key(name: Any, place: str) -> str:
    parts = name if isinstance(name, tuple) else (name,)
    return " · ".join(_word(part, place) for part in parts)


def _word(value: Any, place: str) -> str:
    if isinstance(value, StrEnum):
        return titled(value)
    return "—" if value in {None, ""} else named(str(value), place)


def named(word: str, place: str) -> str:
    """The title of a name within a table; what has none speaks for itself."""
    for name in (f"{place}.{word}", word):
        for titles in (ROW_TITLES, LIMIT_TITLES, WORD_TITLES, FIGURE_TITLES, INPUT_TITLES):
            if name in titles:
                return gettext(titles[name])
    return word
