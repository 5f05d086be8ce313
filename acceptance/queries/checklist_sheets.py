"""One checklist: the sheet to fill, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.tables import tables_of
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ChecklistVerdict, editions_of
from acceptance.domain.people import Actor
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.persistence.checklists import Checklist, ChecklistTemplate, Submission
from acceptance.persistence.projects import Project
from acceptance.persistence.users import User
from acceptance.persistence.works import Works
from acceptance.queries.photos import PhotoPage, photos_of_checklist
from acceptance.queries.scope import visible
from acceptance.queries.standards import editions_for
from acceptance.queries.templates import frozen_template


class UnreadableSubmissionError(RuntimeError):
    """What is stored is not what was once read: the record or its template was damaged."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist with the template it was opened with. `draft` is what was saved last, by
    `saved_by`; a submitted one has its time and the id the client made. `editions` are those that it
    is judged by: today's while it is a draft, those of its verdict afterwards."""

    id: int
    number: int
    version: int
    template: Template
    editions: Editions
    draft: Mapping[str, Any]
    saved_at: datetime | None
    saved_by: str
    submitted_at: datetime | None
    project_id: int
    project_code: str
    project_name: str
    works_id: int
    works_name: str
    works_location: str
    photos: tuple[PhotoPage, ...]

    def photos_in(self, slot: str) -> tuple[PhotoPage, ...]:
        """Those that have arrived for one item."""
        return tuple(photo for photo in self.photos if photo.slot == slot)


@dataclass(frozen=True, slots=True)
class Result:
    """A submitted checklist with its verdict, computed again from what is stored."""

    sheet: Sheet
    answers: Answers
    verdict: ChecklistVerdict
    submission_id: str
    digest: str
    submitted_at: datetime
    submitted_by: str
    photos_announced: int
    photos_arrived: int
    missing_slots: tuple[str, ...]


def sheet(session: Session, actor: Actor, checklist_id: int) -> Sheet | None:
    """The sheet, or None when it is missing or foreign."""
    found = session.execute(
        select(
            Checklist,
            ChecklistTemplate.digest,
            Project.code,
            Project.name,
            Works.name.label("works_name"),
            Works.location,
            User.name.label("saver"),
        )
        .select_from(Checklist)
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .join(Project, Project.id == Checklist.project_id)
        .join(Works, Works.id == Checklist.works_id)
        .outerjoin(User, User.id == Checklist.saved_by)
        .where(Checklist.id == checklist_id, visible(actor))
    ).one_or_none()
    if found is None:
        return None
    row, template = found.Checklist, frozen_template(session, found.digest)
    return Sheet(
        id=row.id,
        number=row.number,
        version=row.version,
        template=template,
        editions=editions_for(session, template),
        draft=json.loads(row.draft),
        saved_at=row.saved_at,
        saved_by=found.saver or "",
        submitted_at=row.submitted_at,
        project_id=row.project_id,
        project_code=found.code,
        project_name=found.name,
        works_id=row.works_id,
        works_name=found.works_name,
        works_location=found.location,
        photos=photos_of_checklist(session, row.id),
    )


def result(session: Session, actor: Actor, checklist_id: int) -> Result | None:
    """What a submission came to, or None when there is none in the viewer's area."""
    filled = sheet(session, actor, checklist_id)
    if filled is None or filled.submitted_at is None:
        return None
    sender = aliased(User)
    found = session.execute(
        select(
            Submission,
            sender.name.label("sender"),
            Checklist.photos_announced,
            Checklist.photos_arrived,
        )
        .select_from(Submission)
        .join(Checklist, Checklist.id == Submission.checklist_id)
        .outerjoin(sender, sender.id == Submission.submitted_by)
        .where(Submission.checklist_id == checklist_id)
    ).one()
    row = found.Submission
    filled = replace(filled, editions=stored_editions(filled.template, row.verdict))
    answers = stored_answers(filled.template, row.body)
    return Result(
        sheet=filled,
        answers=answers,
        verdict=judge(filled.template, answers, filled.editions),
        submission_id=row.id,
        digest=row.digest,
        submitted_at=row.submitted_at,
        submitted_by=found.sender or "",
        photos_announced=found.photos_announced,
        photos_arrived=found.photos_arrived,
        missing_slots=_missing(filled, row.body),
    )


def _missing(filled: Sheet, body: str) -> tuple[str, ...]:
    """The slots of photos that were announced and have not arrived, each once."""
    arrived = {(photo.slot, photo.sha256) for photo in filled.photos}
    announced = json.loads(body)["photos"]
    owed = [p["slot"] for p in announced if (p["slot"], p["sha256"]) not in arrived]
    return tuple(dict.fromkeys(owed))


def stored_editions(template: Template, verdict: str) -> Editions:
    """The editions that a stored verdict was found by: those and not today's judge it again."""
    return editions_of(json.loads(verdict)) if tables_of(template) else SHIPPED


def stored_answers(template: Template, body: str) -> Answers:
    """The answers of a stored submission. They were read once before, so that they can be again."""
    answers = parse_answers(template, json.loads(body)["answers"])
    if isinstance(answers, list):
        raise UnreadableSubmissionError(answers[0].code)
    return answers
