"""Two people changed one record: what merges by itself, and what a person must choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both changed, each in another way."""

    name: str
    base: str
    theirs: str
    mine: str


def merge(base: Fields, theirs: Fields, mine: Fields) -> tuple[dict[str, str], tuple[Clash, ...]]:
    """The record with both hands' changes, and the fields where a choice is open.

    A field that a record leaves out is blank in it.
    """
    merged: dict[str, str] = {}
    clashes: list[Clash] = []
    for name, own in mine.items():
        other = theirs.get(name, "")
        before = base.get(name, "")
        if own in (other, before):
            merged[name] = other
        elif before == other:
            merged[name] = own
        else:
            clashes.append(Clash(name, before, other, own))
    return merged, tuple(clashes)
