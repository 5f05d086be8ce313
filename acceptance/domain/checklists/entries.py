"""What an inspector enters, as it is stored: text as typed, in normal form, nothing computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from acceptance.domain.checklists.group_report import NO_REPORT, GroupReport
from acceptance.domain.checklists.words import Answer, Factor


@dataclass(frozen=True, slots=True)
class Point:
    """One measured point: where, and the value as typed (decimal text, empty while unknown). Of a
    strength lot a point is a group of specimens, with the report that says so."""

    place: str = ""
    value: str = ""
    group: GroupReport = NO_REPORT

    @property
    def is_blank(self) -> bool:
        return not self.place and not self.value and self.group == NO_REPORT

    def to_document(self) -> dict[str, str]:
        """Place and value always, of the report what was typed."""
        return {"place": self.place, "value": self.value, **self.group.to_document()}


@dataclass(frozen=True, slots=True)
class Entry:
    """What was entered for one item. `reason` explains a 不符合 or a 不适用; `design` is the design
    value, `moisture_factor` and `temperature_factor` are factors of a method; `checked` and `failed`
    are counts, `second_failed` that of a second sample; every number is decimal text."""

    item: str
    answer: Answer | None = None
    reason: str = ""
    design: str = ""
    values: tuple[Point, ...] = ()
    checked: str = ""
    failed: str = ""
    second_failed: str = ""
    note: str = ""
    moisture_factor: str = ""
    temperature_factor: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was entered at all."""
        return self == Entry(self.item)


@dataclass(frozen=True, slots=True)
class Answers:
    """The entries of a checklist by item code; an item without one was not inspected."""

    entries: Mapping[str, Entry] = field(default_factory=dict)

    def of(self, item: str) -> Entry:
        """The entry of an item, a blank one when there is none."""
        return self.entries.get(item) or Entry(item)

    def to_document(self) -> dict[str, Any]:
        """Plain JSON types; blank fields are left out."""
        return {code: _document(e) for code, e in self.entries.items() if not e.is_blank}


def _document(entry: Entry) -> dict[str, Any]:
    document: dict[str, Any] = {}
    if entry.answer is not None:
        document["answer"] = entry.answer.value
    for name in ("reason", "design", *Factor, "checked", "failed", "second_failed", "note"):
        if text := getattr(entry, name):
            document[name] = text
    if entry.values:
        document["values"] = [point.to_document() for point in entry.values]
    return document
