"""The usual division of a project into works, by category: data that a project starts from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from acceptance.domain.projects import Category, Level

_MARKS = ("main", "key", "concealed")
_KEYS = frozenset({"name", "location", "template", "part", *_MARKS})


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
    parts: tuple[PresetPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Preset:
    """The usual division for a category under rule sets with these levels."""

    category: Category
    source: str
    levels: tuple[Level, ...]
    parts: tuple[PresetPart, ...]
    verified: bool


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
    return PresetPart(
        name=table["name"],
        location=table.get("location", ""),
        template=table.get("template", ""),
        is_main=table.get("main", False),
        is_key=table.get("key", False),
        is_concealed=table.get("concealed", False),
        parts=tuple(_parts(inner, below)) if below else (),
    )
