"""What a reader should know of an inspection although it changes no verdict.

A caution is said to the inspector while he types and to whoever decides; it blocks nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from acceptance.domain.checklists.drawn_points import not_as_drawn
from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.extents import UNKNOWN
from acceptance.domain.checklists.frequency import Extent
from acceptance.domain.checklists.group_cautions import group_cautions
from acceptance.domain.checklists.required import required_of, too_few
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import Answer
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside the sheet: how much it covers, the places drawn last by item, and the day
    of the submission, None before there is one."""

    extent: Extent = UNKNOWN
    drawn: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    on: date | None = None


NOTHING = Beside()


def cautions_of(
    template: Template,
    item: Item,
    entry: Entry,
    beside: Beside = NOTHING,
    editions: Editions = SHIPPED,
) -> tuple[Finding, ...]:
    """The cautions of one item: those of its number and places, then those of its groups."""
    if entry.answer is Answer.NOT_APPLICABLE:
        return ()
    return (
        *too_few(item, entry, required_of(template, item, beside.extent)),
        *not_as_drawn(item, entry, beside.drawn.get(item.code, ())),
        *group_cautions(item, entry, editions, beside.on),
    )
