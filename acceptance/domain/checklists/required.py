"""How many points an item needs, and why: its frequency, table 3.0.9, or its own least number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.extents import asked_by, goes_by_table
from acceptance.domain.checklists.frequency import Extent, points_required
from acceptance.domain.checklists.gaps import finding_of
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import Answer, ItemKind
from acceptance.domain.findings import Finding
from acceptance.domain.standards.gb_50300_sampling import SAMPLING_2013


class Ground(StrEnum):
    """Why so many points are needed."""

    FREQUENCY = "frequency"  # 按检查频率
    TABLE = "table"  # 按最小抽样数量表
    LEAST = "least"  # 本项最少点数


_BELOW = {
    Ground.FREQUENCY: "points_below_frequency",
    Ground.TABLE: "points_below_table",
    Ground.LEAST: "points_below_least",
}


@dataclass(frozen=True, slots=True)
class Required:
    """`points` values are needed on this ground, by this clause; `missing` are the fields of the
    extent that the frequency goes by and nobody has entered yet."""

    points: int
    ground: Ground
    clause: str
    missing: tuple[str, ...] = ()


def required_of(template: Template, item: Item, extent: Extent) -> Required | None:
    """The largest of what applies; None for an item that is answered and not counted."""
    if item.kind is ItemKind.YES_NO:
        return None
    found = [(item.minimum_points, Ground.LEAST, item.clause)]
    if goes_by_table(template, item) and extent.pieces:
        table = SAMPLING_2013.least_sample(extent.pieces)
        clause = f"{SAMPLING_2013.name} {SAMPLING_2013.clause_of('least_samples')}"
        found.append((table or 0, Ground.TABLE, clause))
    if item.sample is not None:
        points = points_required(item.sample, extent)
        found.append((points or 0, Ground.FREQUENCY, item.clause))
    # Where two grounds ask for as many, the item's own frequency is the one that is named.
    points, ground, clause = max(reversed(found), key=lambda each: each[0])
    asked = asked_by(template, item)
    missing = tuple(name for name in asked if getattr(extent, name) is None)
    return Required(points, ground, clause, missing)


def points_given(item: Item, entry: Entry) -> int:
    """How many were measured or checked so far."""
    if item.kind is ItemKind.COUNT:
        return int(entry.checked or 0)
    return sum(1 for p in entry.values if p.value or p.group.specimens)


def too_few(item: Item, entry: Entry, required: Required | None) -> tuple[Finding, ...]:
    """A caution where something was measured, but not as much as is needed. It blocks nothing: how
    much a checklist covers is entered beside it and is no part of what the template judges."""
    given = points_given(item, entry)
    applies = entry.answer is not Answer.NOT_APPLICABLE
    if required is None or not applies or not 0 < given < required.points:
        return ()
    field = "checked" if item.kind is ItemKind.COUNT else "values"
    found = finding_of(item, _BELOW[required.ground], field, needed=required.points, given=given)
    return (Finding(found.code, required.clause, None, found.field, found.data),)
