"""Two people edited one checklist: what merges by itself, and what a person must choose.

Documents are those of `Answers.to_document`. Fields that only make sense together (an answer and
its reason; how many were checked and how many failed) are never merged from two hands: such a
mixture would be a record that nobody entered.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from acceptance.domain.checklists.diff_points import merge_points
from acceptance.domain.checklists.words import Factor

Document = Mapping[str, Any]

_TOGETHER = (
    ("answer", "reason"),
    ("design",),
    *((name,) for name in Factor),
    ("checked", "failed", "second_failed"),
    ("note",),
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place both changed differently; None stands for blank. `field` is its path, with the
    points counted from 0 in the merged document."""

    field: str
    base: Any
    theirs: Any
    mine: Any


def compare(
    base: Document, theirs: Document, mine: Document
) -> tuple[dict[str, Any], tuple[Conflict, ...]]:
    """The merged document, holding theirs wherever a choice is open, and the open choices."""
    merged: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    # The keys of a table keep their order of first appearance, so that the page's order is stable.
    for code in {**base, **theirs, **mine}:
        entry: dict[str, Any] = {}
        versions = tuple(_entry(document.get(code)) for document in (base, theirs, mine))
        for names in _TOGETHER:
            _merge_fields(code, names, versions, entry, conflicts)
        _merge_values(code, versions, entry, conflicts)
        if entry:
            merged[code] = entry
    return merged, tuple(conflicts)


def resolve(
    merged: Document, conflicts: tuple[Conflict, ...], mine: frozenset[str]
) -> dict[str, Any]:
    """The merged document with my version in the fields named by `mine`, theirs in the others."""
    chosen: dict[str, Any] = deepcopy(dict(merged))
    removed = set()
    for conflict in conflicts:
        content = conflict.mine if conflict.field in mine else conflict.theirs
        code, name, *place = conflict.field.split(".")
        if place:
            chosen[code]["values"][int(place[0])] = content
            if content is None:
                removed.add(code)
        else:
            _put(chosen, code, name, content)
    for code in sorted(removed):
        kept = [point for point in chosen[code]["values"] if point is not None]
        _put(chosen, code, "values", kept)
    return chosen


Versions = tuple[dict[str, Any], ...]


def _merge_fields(
    code: str,
    names: tuple[str, ...],
    versions: Versions,
    entry: dict[str, Any],
    conflicts: list[Conflict],
) -> None:
    base, theirs, mine = (tuple(version.get(name) for name in names) for version in versions)
    chosen = mine if theirs == base else theirs
    entry.update((n, content) for n, content in zip(names, chosen, strict=True) if content)
    if base in (theirs, mine) or theirs == mine:
        return
    conflicts += (
        Conflict(f"{code}.{name}", b, t, m)
        for name, b, t, m in zip(names, base, theirs, mine, strict=True)
        if t != m
    )


def _merge_values(
    code: str, versions: Versions, entry: dict[str, Any], conflicts: list[Conflict]
) -> None:
    base, theirs, mine = (version.get("values", []) for version in versions)
    merged = merge_points(base, theirs, mine)
    if merged is None:
        conflicts.append(Conflict(f"{code}.values", base or None, theirs or None, mine or None))
        merged = [(point, None) for point in theirs]
    for index, (_, choice) in enumerate(merged):
        if choice is not None:
            conflicts.append(Conflict(f"{code}.values.{index}", *choice))
    if merged:
        entry["values"] = [point for point, _ in merged]


def _entry(entry: Mapping[str, Any] | None) -> dict[str, Any]:
    """The fields with content; blank and absent are the same."""
    return {name: content for name, content in (entry or {}).items() if content}


def _put(document: dict[str, Any], code: str, name: str, content: Any) -> None:
    entry = document.setdefault(code, {})
    if content:
        entry[name] = content
    else:
        entry.pop(name, None)
    if not entry:
        del document[code]
