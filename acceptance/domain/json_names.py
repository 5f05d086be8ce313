"""Objects of JSON text in which one name stands twice: which of the two is meant nobody can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any


class Repeating(dict[str, Any]):
    """An object that gives some names more than once; `names` are those, in their order."""

    def __init__(self, pairs: list[tuple[str, Any]], names: tuple[str, ...]) -> None:
        super().__init__(pairs)
        self.names = names


def repeated(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The names that an object gives more than once."""
    return document.names if isinstance(document, Repeating) else ()


def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs, for `object_pairs_hook`; one that repeats a name stays known."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    times = Counter(name for name, _value in pairs)
    return Repeating(pairs, tuple(name for name, count in times.items() if count > 1))
