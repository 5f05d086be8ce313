"""What is wrong within a group of specimens, each at its field, so that it cannot be judged yet."""

from __future__ import annotations

from collections.abc import Iterator

from acceptance.domain.checklists.entries import Entry, Point
from acceptance.domain.checklists.gaps import finding_of
from acceptance.domain.checklists.group_report import NO_REPORT
from acceptance.domain.checklists.strength_groups import specimens_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.findings import Finding
from acceptance.domain.standards.specimens import SPECIMENS


def group_gaps(item: Item, entry: Entry) -> list[Finding]:
    """Half-typed groups, and dates that cannot be true."""
    if specimens_of(item) is None:
        return []
    return [
        found
        for index, point in enumerate(entry.values)
        if point.group is not NO_REPORT
        for found in _of_group(item, f"values.{index}", point)
    ]


def _of_group(item: Item, field: str, point: Point) -> Iterator[Finding]:
    group = point.group
    if group.age is not None and group.age < 0:
        yield finding_of(item, "group_tested_before_cast", f"{field}.tested")
    given = len(group.specimens)
    if 0 < given < SPECIMENS:
        blank = next(name for name in ("s1", "s2", "s3") if not getattr(group, name))
        yield finding_of(item, "group_specimen_missing", f"{field}.{blank}", given=given)
    elif not given and not point.value:
        yield finding_of(item, "group_without_value", field)
