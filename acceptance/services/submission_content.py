"""What a submission says: its answers, the photos it announces, and what is still missing."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.photos import missing_photos
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.checklists.words import ItemOutcome, Verdict
from acceptance.domain.findings import Finding

MOST_ANNOUNCED = 120
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class AnnouncedPhoto:
    """A photo that belongs to the submission and may arrive later."""

    slot: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Submit:
    """What the inspector sends, as sent. `id` is a UUID that the client makes once and keeps;
    `version` is the draft it is based on, None when no draft was read."""

    id: str
    checklist_id: int
    answers: object
    photos: tuple[AnnouncedPhoto, ...] = ()
    version: int | None = None

    @property
    def has_an_id(self) -> bool:
        """Whether `id` can be one at all; nothing else is handed to the database."""
        return _ID.match(self.id) is not None


@dataclass(frozen=True, slots=True)
class Content:
    """A submission as it was read. `body` is the canonical text that is stored and hashed;
    `problems` are all the reasons why it cannot be read, and then there is no body."""

    answers: Answers
    body: str
    problems: tuple[Finding, ...]

    @property
    def digest(self) -> str:
        return sha256(self.body)


def read(command: Submit, template: Template) -> Content:
    """Read a submission strictly: unknown, malformed and over-long things are all named at once."""
    answers = parse_answers(template, command.answers)
    problems = _doubts(command, template)
    if isinstance(answers, list):
        return Content(Answers(), "", (*problems, *answers))
    return Content(answers, _body(command, template, answers), tuple(problems))


def gaps_in(
    template: Template, verdict: ChecklistVerdict, slots: Collection[str]
) -> tuple[Finding, ...]:
    """What stands in the way of a verdict; a failure is a verdict and no gap."""
    gaps = [
        finding
        for item in verdict.items
        if item.verdict is ItemOutcome.NOT_INSPECTED
        for finding in item.findings
    ]
    gaps += missing_photos(template, verdict, slots)
    if verdict.verdict is Verdict.INCOMPLETE and not gaps:
        gaps += verdict.findings
    return tuple(gaps)


def _doubts(command: Submit, template: Template) -> list[Finding]:
    """What is wrong around the answers: the id and the announced photos."""
    problems = []
    if not command.has_an_id:
        problems.append(Finding.of("submission_id_wanted", field="submission_id"))
    slots = {item.code for item in template.items}
    if len(command.photos) > MOST_ANNOUNCED:
        problems.append(Finding.of("photos_too_many", field="photos", all=MOST_ANNOUNCED))
    elif any(p.slot not in slots or not _SHA256.match(p.sha256) for p in command.photos):
        problems.append(Finding.of("photo_slot_unknown", field="photos"))
    return problems


def _body(command: Submit, template: Template, answers: Answers) -> str:
    photos = [{"slot": p.slot, "sha256": p.sha256} for p in sorted(set(command.photos))]
    return canonical(
        {
            "checklist": command.checklist_id,
            "template": template.digest,
            "answers": answers.to_document(),
            "photos": photos,
        }
    )
