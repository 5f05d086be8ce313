"""The usual division of a project into works, by category: data that a project starts from.

A lowest part marked `optional` belongs to the whole division of the standard but not to every
project; it is made when somebody chooses it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from acceptance.domain.projects import Category, Level

_MARKS = ("main", "key", "concealed")
_KEYS = frozenset({"name", "location", "template", "optional", "part", *_MARKS})


class PresetError(ValueError):
    """A preset that is none; the message names the part."""


@dataclass(frozen=True, slots=True)
class PresetPart:
    """One part of the works with the parts below it."""

    name: str
    location: str = ""
    template: str = ""
    is_main: bool = False
    is_key: bool = False
    is_concealed: bool = False
    is_optional: bool = False
    parts: tuple[PresetPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A lowest part to choose: its place in the division ("1.3.2"), and the parts it is below."""

    key: str
    above: tuple[str, ...]
    part: PresetPart


@dataclass(frozen=True, slots=True)
class Preset:
    """The usual division for a category under rule sets with these levels."""

    category: Category
    source: str
    levels: tuple[Level, ...]
    parts: tuple[PresetPart, ...]
    verified: bool

    @property
    def options(self) -> tuple[Option, ...]:
        """What may be chosen besides the usual parts, in order."""
        return tuple(option for option in _numbered(self.parts) if option.part.is_optional)

    def chosen(self, keys: Container[str]) -> Preset:
        """The division with its usual parts and the options of these keys; no branch is empty."""
        return replace(self, parts=tuple(_kept(self.parts, keys)))


def read_preset(text: str) -> Preset:
    """The preset in a TOML text. Every branch reaches the lowest level, or it could not be checked."""
    table = tomllib.loads(text)
    levels = tuple(Level(word) for word in table["levels"])
    return Preset(
        category=Category(table["category"]),
        source=table["source"],
        levels=levels,
        parts=tuple(_parts(table["part"], levels)),
        verified=table.get("verified", True),
    )


def leaves(parts: tuple[PresetPart, ...]) -> Iterator[PresetPart]:
    """The lowest parts, in order."""
    for part in parts:
        if part.parts:
            yield from leaves(part.parts)
        else:
            yield part


def _numbered(
    parts: tuple[PresetPart, ...], above: tuple[str, ...] = (), key: str = ""
) -> Iterator[Option]:
    for number, part in enumerate(parts, start=1):
        if part.parts:
            yield from _numbered(part.parts, (*above, part.name), f"{key}{number}.")
        else:
            yield Option(f"{key}{number}", above, part)


def _kept(
    parts: tuple[PresetPart, ...], keys: Container[str], key: str = ""
) -> Iterator[PresetPart]:
    for number, part in enumerate(parts, start=1):
        inner = tuple(_kept(part.parts, keys, f"{key}{number}."))
        if inner:
            yield replace(part, parts=inner)
        elif not part.parts and (not part.is_optional or f"{key}{number}" in keys):
            yield part


def _parts(tables: list[Mapping[str, Any]], levels: tuple[Level, ...]) -> Iterator[PresetPart]:
    seen: set[tuple[str, str]] = set()
    for table in tables:
        part = _part(table, levels)
        if (part.name, part.location) in seen:
            raise PresetError(f"{part.name} stands twice beside itself")
        seen.add((part.name, part.location))
        yield part


def _part(table: Mapping[str, Any], levels: tuple[Level, ...]) -> PresetPart:
    if unknown := set(table) - _KEYS:
        raise PresetError(f"{table.get('name')}: unknown {', '.join(sorted(unknown))}")
    below = levels[1:]
    inner = table.get("part", [])
    if bool(inner) != bool(below):
        raise PresetError(f"{table['name']}: the parts end at {levels[0]}")
    if inner and table.get("optional"):
        raise PresetError(f"{table['name']}: only a lowest part is optional")
    return PresetPart(
        name=table["name"],
        location=table.get("location", ""),
        template=table.get("template", ""),
        is_main=table.get("main", False),
        is_key=table.get("key", False),
        is_concealed=table.get("concealed", False),
        is_optional=table.get("optional", False),
        parts=tuple(_parts(inner, below)) if below else (),
    )
