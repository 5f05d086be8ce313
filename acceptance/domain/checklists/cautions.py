"""What a reader should know of an inspection although it changes no verdict.

A caution is said to the inspector while he types and to whoever decides; it blocks nothing.
"""

from __future__ import annotations

from datetime import date

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.group_cautions import group_cautions
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import Answer
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions


def cautions_of(
    item: Item, entry: Entry, editions: Editions = SHIPPED, on: date | None = None
) -> tuple[Finding, ...]:
    """The cautions of one item, in the order of its points; `on` is the day of the submission."""
    if entry.answer is Answer.NOT_APPLICABLE:
        return ()
    return tuple(group_cautions(item, entry, editions, on))
