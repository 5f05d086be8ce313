"""What stands in the way of judging an item with points, each gap at its field."""

from __future__ import annotations

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.findings import Finding, Value


def gaps_of(item: Item, entry: Entry) -> list[Finding]:
    """What is not filled in; an untouched item is one gap, not one for each point."""
    measured = sum(1 for point in entry.values if point.value)
    if not measured and not entry.design:
        return [finding_of(item, "item_not_inspected", "values")]
    gaps = []
    if item.needs_design and not entry.design:
        gaps.append(finding_of(item, "item_design_missing", "design"))
    gaps += (
        finding_of(item, "item_point_blank", f"values.{index}", place=point.place)
        for index, point in enumerate(entry.values)
        if point.place and not point.value
    )
    if measured < item.minimum_points:
        gaps.append(too_few(item, measured, "values"))
    return gaps


def open_item(item: Item, *findings: Finding) -> ItemVerdict:
    """Not judged, for these reasons."""
    return ItemVerdict(item.code, ItemOutcome.NOT_INSPECTED, findings=findings)


def too_few(item: Item, given: int, field: str) -> Finding:
    """Fewer points than the item asks for."""
    return finding_of(item, "item_too_few_points", field, needed=item.minimum_points, given=given)


def finding_of(item: Item, code: str, field: str, **data: Value) -> Finding:
    """A finding at a field of the item, with its clause."""
    return Finding(code, item.clause, None, f"{item.code}.{field}", tuple(sorted(data.items())))
