"""The groups of a strength lot one by one, as they are read and printed."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.group_report import GroupReport
from acceptance.domain.checklists.strength_groups import group_result, group_text, specimens_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.standards.editions import SHIPPED, Editions


@dataclass(frozen=True, slots=True)
class GroupLine:
    """Group `number` (from 1). `value` is what it gives to the lot in the lot's unit, empty for a
    void one; `rule` says how it was found (mean, middle, void), empty where the report states it."""

    number: int
    place: str
    group: GroupReport
    value: str
    rule: str


def group_lines(item: Item, entry: Entry, editions: Editions = SHIPPED) -> tuple[GroupLine, ...]:
    """Every group that has a value or a report; none for an item that is no strength lot."""
    if specimens_of(item) is None:
        return ()
    lines = []
    for number, point in enumerate(entry.values, start=1):
        if point.is_blank:
            continue
        found = group_result(item, point, editions)
        value = point.value if found is None else group_text(item, found)
        rule = "" if found is None else str(found.figures["rule"])
        lines.append(GroupLine(number, point.place, point.group, value, rule))
    return tuple(lines)
