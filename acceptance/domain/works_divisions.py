"""The divisions (分部) a category of works has, and which checklists belong to each: data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

_KEYS = frozenset({"name", "name_en", "checklists", "also"})


class DivisionsError(ValueError):
    """A list of divisions that is none; the message names the division."""


@dataclass(frozen=True, slots=True)
class Division:
    """A division with the codes of its checklists in the order of the work; `also` are other names
    that counties give it."""

    name: str
    name_en: str
    checklists: tuple[str, ...]
    also: tuple[str, ...] = ()

    def names(self, part: str) -> bool:
        """Whether a part of the works is called after this division."""
        return any(name in part for name in (self.name, *self.also))


def read_divisions(text: str) -> tuple[Division, ...]:
    """The divisions in a TOML text, in order."""
    divisions = tuple(_division(table) for table in tomllib.loads(text)["division"])
    names = [division.name for division in divisions]
    if repeated := {name for name in names if names.count(name) > 1}:
        raise DivisionsError(f"{', '.join(sorted(repeated))} stands twice")
    return divisions


def division_named_in(divisions: tuple[Division, ...], parts: Iterable[str]) -> Division | None:
    """The division that the first of these parts is named after: 建筑装饰装修 is 装饰装修."""
    return next((each for part in parts for each in divisions if each.names(part)), None)


def _division(table: dict[str, object]) -> Division:
    name, english, codes = table.get("name"), table.get("name_en"), table.get("checklists")
    if unknown := set(table) - _KEYS:
        raise DivisionsError(f"{name}: unknown {', '.join(sorted(unknown))}")
    if not (isinstance(name, str) and name and isinstance(english, str) and english):
        raise DivisionsError(f"{name}: a division has a name in both languages")
    if not isinstance(codes, list) or not codes or len(set(codes)) != len(codes):
        raise DivisionsError(f"{name}: checklists are named, each once")
    also = table.get("also", [])
    if not isinstance(also, list) or not all(isinstance(each, str) and each for each in also):
        raise DivisionsError(f"{name}: other names are words")
    return Division(name, english, tuple(str(code) for code in codes), tuple(also))
