"""The open checklist of a command, locked."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.template import Template
from acceptance.domain.people import Actor
from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.projects import Project
from acceptance.queries.scope import visible
from acceptance.queries.templates import frozen_template
from acceptance.services.drafts import AlreadySubmittedError
from acceptance.services.errors import NotFoundError


def opened_checklist(
    session: Session, checklist_id: int, actor: Actor
) -> tuple[Checklist, Project, Template]:
    """The checklist that can still be changed, locked: two people cannot draw at once."""
    found = session.execute(
        select(Checklist, Project, ChecklistTemplate.digest)
        .join(Project, Project.id == Checklist.project_id)
        .join(ChecklistTemplate, ChecklistTemplate.id == Checklist.template_id)
        .where(Checklist.id == checklist_id, visible(actor))
        .with_for_update(of=Checklist)
    ).one_or_none()
    if found is None:
        raise NotFoundError
    if found[0].submitted_at is not None:
        raise AlreadySubmittedError
    return found[0], found[1], frozen_template(session, found[2])
