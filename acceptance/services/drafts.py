"""Drafts: what was typed so far is kept, and nobody's later save is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.template import Template
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.projects import Project
from acceptance.queries.scope import visible
from acceptance.queries.templates import frozen_template
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError, StaleError
from acceptance.services.touches import touch


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """What was typed so far, as sent. `version` is the one the person began from."""

    checklist_id: int
    version: int
    answers: object


class AlreadySubmittedError(StaleError):
    """The checklist has been submitted and takes nothing more."""


def save_draft(session: Session, command: SaveDraft, actor: Actor, now: datetime) -> int:
    """Keep what was typed and return the new version; nobody's later save is overwritten."""
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError
    found = session.execute(
        select(
            Checklist.project_id,
            Checklist.submitted_at,
            Checklist.version,
            Checklist.draft,
            ChecklistTemplate.digest,
        )
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .join(Project, Project.id == Checklist.project_id)
        .where(Checklist.id == command.checklist_id, visible(actor))
    ).one_or_none()
    if found is None:
        raise NotFoundError
    if found.submitted_at is not None:
        raise AlreadySubmittedError
    template = frozen_template(session, found.digest)
    draft = canonical(_read(template, command.answers).to_document())
    if draft == found.draft:
        return int(found.version)
    saved = session.execute(
        update(Checklist)
        .where(
            Checklist.id == command.checklist_id,
            Checklist.version == command.version,
            Checklist.submitted_at.is_(None),
        )
        .values(draft=draft, version=command.version + 1, saved_by=actor.id, saved_at=now)
        .returning(Checklist.version)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if saved is None:
        raise StaleError
    touch(session, actor, now, found.project_id, "drafted")
    return command.version + 1


def _read(template: Template, document: object) -> Answers:
    """The answers in a document; everything wrong with it is refused at once."""
    answers = parse_answers(template, document)
    if isinstance(answers, list):
        raise RefusedError(*answers)
    return answers
