"""What a reader should know of an inspection although it changes no verdict.

A caution is said to the inspector while he types and to whoever decides; it blocks nothing.
"""

from __future__ import annotations

from datetime import date

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.group_cautions import group_cautions
from acceptance.domain.checklists.required import Required, too_few
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.words import Answer
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions


def cautions_of(
    item: Item,
    entry: Entry,
    editions: Editions = SHIPPED,
    on: date | None = None,
    required: Required | None = None,
) -> tuple[Finding, ...]:
    """The cautions of one item: too few points, then those of its points in order. `on` is the day of
    the submission."""
    if entry.answer is Answer.NOT_APPLICABLE:
        return ()
    return (*too_few(item, entry, required), *group_cautions(item, entry, editions, on))
