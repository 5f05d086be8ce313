"""The facts of a quality record: all that its paper may say, read once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from acceptance.domain.certificates import Paper, Particular, PartyLine
from acceptance.domain.checklists.words import ItemClass, ItemOutcome
from acceptance.domain.projects import Grade, Level
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.record_quality import (
    NOTHING_SAID,
    Accident,
    FiledDocument,
    Marks,
    PartQuality,
    TreatedPart,
)
from acceptance.domain.record_signing import HeldAcceptance, SupervisionOpinion
from acceptance.domain.records import from_document, to_document


class Subject(StrEnum):
    """What a record is asked for."""

    CHECKLIST = "checklist"  # one inspection of a lowest part
    WORKS = "works"  # a part of the works with what lies below it
    PROJECT = "project"  # the whole project


class Standing(StrEnum):
    """How a part stands by its newest inspections."""

    PASSED = "passed"  # 合格
    FAILED = "failed"  # 不合格
    UNFINISHED = "unfinished"  # 未完成


@dataclass(frozen=True, slots=True)
class RecordPoint:
    """A measured point as typed; `out` when it lies beyond its limits."""

    place: str
    value: str
    out: bool = False


@dataclass(frozen=True, slots=True)
class RecordReport:
    """The test report behind a group of specimens; `specimens` are as typed, `value` is what the group
    gives to its lot, empty for a void one; `age` in days, empty while a date is missing."""

    number: int
    report: str
    laboratory: str
    cast: str
    tested: str
    age: str
    specimens: tuple[str, ...]
    value: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class RecordItem:
    """One inspected item. `minimum` is the least number to be checked; `figures` are those of a
    statistical item; `verified` is False while its limits await the printed standard. `weight` and
    `mark` (percent) stand at the first item of a row of the printed table of 2004."""

    item_class: ItemClass
    title: str
    requirement: str
    minimum: int
    outcome: ItemOutcome
    clause: str = ""
    unit: str = ""
    checked: int = 0
    qualified: int = 0
    rate: str = ""
    design: str = ""
    answered: bool = False
    note: str = ""
    verified: bool = True
    points: tuple[RecordPoint, ...] = ()
    reports: tuple[RecordReport, ...] = ()
    figures: tuple[Particular, ...] = ()
    weight: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class RecordPart:
    """One part in the table of the part above; the counts are of the lowest parts in it.

    `inner` counts the parts directly below it; `important` marks 主要、关键、隐蔽 parts. `score`,
    `weight` (权值; of a unit works its investment in 10⁴ yuan) and their product `weighed` are those
    of a road by the edition of 2004, where a `reworked` part counts less.
    """

    name: str
    level: Level
    standing: Standing
    location: str = ""
    leaves: int = 0
    passed: int = 0
    inner: int = 0
    excellent: int = 0
    graded: bool = False
    important: bool = False
    score: str = ""
    weight: str = ""
    weighed: str = ""
    reworked: bool = False


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What one record says. `level` is None for the project.

    `names` are the parts above and the subject itself, from the unit works down. `finished` is
    False while anything is blank or a draft; `ledger_position` and `ledger_head` witness the
    ledger's state when the facts were read. `treated` and `accidents` are those of the part and of
    everything below it. `marks` are there where the rule set scores. `accepted` is
    the acceptance that the part stands by, `supervision` what the supervision body said to it.
    """

    paper: Paper
    level: Level | None
    rule_set: str
    rule_set_title: str
    project_code: str
    project_name: str
    names: tuple[Particular, ...]
    standing: Standing
    finished: bool
    ledger_position: int
    ledger_head: str
    verified: bool = True
    location: str = ""
    structure: str = ""
    floor_area: str = ""
    started_on: date | None = None
    finished_on: date | None = None
    parties: tuple[PartyLine, ...] = ()
    checklist: str = ""
    basis: str = ""
    attempt: int = 0
    grade: Grade | None = None
    inspector: str = ""
    inspected_on: date | None = None
    items: tuple[RecordItem, ...] = ()
    parts: tuple[RecordPart, ...] = ()
    quality: PartQuality = NOTHING_SAID
    treated: tuple[TreatedPart, ...] = ()
    accidents: tuple[Accident, ...] = ()
    form: RecordForm = RecordForm.RATING
    documents: tuple[FiledDocument, ...] = ()
    marks: Marks | None = None
    accepted: HeldAcceptance | None = None
    supervision: SupervisionOpinion | None = None

    def on(self, form: RecordForm) -> RecordFacts:
        """For one of its forms: whether it is finished is asked of what that form shows."""
        if form in {RecordForm.CONTROL_DOCUMENTS, RecordForm.FUNCTION_TESTS}:
            listed = tuple(each for each in self.documents if each.form is form)
            whole = bool(listed) and not any(each.missing for each in listed)
            return replace(self, form=form, documents=listed, finished=whole)
        if form is RecordForm.APPEARANCE:
            return replace(self, form=form, documents=(), finished=self.quality.is_looked_at)
        return replace(self, form=form)

    def to_document(self) -> dict[str, Any]:
        """Plain values for JSON: dates as ISO text, no binary floats."""
        return to_document(self)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> RecordFacts:
        """The facts of `to_document()` again; anything else raises `NotARecordError`."""
        return from_document(cls, document)
