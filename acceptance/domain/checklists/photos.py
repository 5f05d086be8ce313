"""Which items still want a photo. Photos may arrive late; that they are announced is asked for."""

from __future__ import annotations

from collections.abc import Collection

from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.checklists.words import ItemOutcome, PhotoRule
from acceptance.domain.findings import Finding


def missing_photos(
    template: Template, verdict: ChecklistVerdict, slots: Collection[str]
) -> tuple[Finding, ...]:
    """A finding for each item that must have a photo and is not in `slots` (item codes)."""
    pairs = zip(template.items, verdict.items, strict=True)
    return tuple(
        Finding.of("photo_missing", clause=item.clause, field=f"{item.code}.photo")
        for item, judged in pairs
        if item.code not in slots and _wants_photo(item, judged.verdict)
    )


def _wants_photo(item: Item, outcome: ItemOutcome) -> bool:
    if outcome is ItemOutcome.NOT_APPLICABLE or item.photo is PhotoRule.NONE:
        return False
    if item.photo is PhotoRule.REQUIRED:
        return True
    return item.photo_on_failure and outcome is ItemOutcome.FAILED
