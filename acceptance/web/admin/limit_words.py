"""Limits of standards in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.limit_texts import limit_text
from acceptance.i18n.limit_titles import LIMIT_TITLES
from acceptance.i18n.titles import TITLES
from acceptance.web.language import titled
from acceptance.web.wording import gettext


def limit_title(name: str) -> str:
    """What a limit is called; the name of its field where it was lost in a later version."""
    return str(gettext(LIMIT_TITLES[name])) if name in LIMIT_TITLES else name


def content_of(table: Edition, name: str) -> tuple[str, ...]:
    """What stands in a table of the standard, a line for each row."""
    value = getattr(table, name)
    if isinstance(value, Mapping):
        return tuple(f"{_cell(key)}：{_cell(each)}" for key, each in value.items())
    if isinstance(value, tuple) and any(isinstance(e, tuple) or is_dataclass(e) for e in value):
        return tuple(_cell(each) for each in value)
    return (_cell(value),)


def _cell(value: Any) -> str:
    """One cell: numbers as they are typed, words by their titles, rows cell by cell."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return str(gettext("是") if value else gettext("否"))
    if isinstance(value, Fraction | int):
        return limit_text(value)
    if isinstance(value, StrEnum):
        return titled(value) if type(value) in TITLES else value.value
    return gettext("，").join(_parts(value)) or "—"


def _parts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from (f"{_cell(key)} {_cell(each)}" for key, each in value.items())
    elif is_dataclass(value):
        yield from (_cell(getattr(value, each.name)) for each in fields(value))
    elif isinstance(value, tuple):
        yield from map(_cell, value)
    else:
        yield str(value)
