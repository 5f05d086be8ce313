"""The lists of documents a project goes by, and what became of the documents."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.document_lists import Catalogue
from acceptance.domain.document_reading import from_document
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.document_lists import AttemptDocuments, FrozenDocumentLists
from acceptance.persistence.projects import Project, ProjectPaper
from acceptance.queries.document_lists import documents_of
from acceptance.workflow.papers import Asked, Papers, asked_of
from acceptance.workflow.processes import PROCESSES

# An attempt that ended otherwise is behind; the next one is opened by the lists of its own day.
_STANDING = (None, AttemptResult.PASSED, AttemptResult.CONDITIONAL)
# A digest names its content for ever, so that what was read once need never be read again.
_READ: dict[str, Catalogue] = {}


def papers_of(session: Session, project: Project) -> Papers:
    """What a project is asked for, and what became of it."""
    rows = session.execute(
        select(ProjectPaper.code, ProjectPaper.not_applicable).where(
            ProjectPaper.project_id == project.id
        )
    ).all()
    return Papers(
        asked_of_project(session, project),
        frozenset(row.code for row in rows if not row.not_applicable),
        frozenset(row.code for row in rows if row.not_applicable),
    )


def asked_of_project(session: Session, project: Project) -> tuple[Asked, ...]:
    """What a project is asked for before the steps that it has."""
    steps = {row.action for row in PROCESSES[project.process].transitions}
    asked = asked_of(lists_for(session, project), housing=project.is_housing)
    return tuple(each for each in asked if each.before in steps)


def lists_for(session: Session, project: Project) -> Catalogue:
    """The lists this project goes by: those its newest attempt was opened by while that attempt is
    open or stands, else those of today."""
    row = session.execute(
        select(Attempt.result, Attempt.overturned_at, FrozenDocumentLists.digest)
        .outerjoin(AttemptDocuments, AttemptDocuments.attempt_id == Attempt.id)
        .outerjoin(FrozenDocumentLists, FrozenDocumentLists.id == AttemptDocuments.lists_id)
        .where(Attempt.project_id == project.id)
        .order_by(Attempt.number.desc())
        .limit(1)
    ).one_or_none()
    if row is None or row.digest is None:
        return documents_of(project.process)
    if row.overturned_at is not None or row.result not in _STANDING:
        return documents_of(project.process)
    return _frozen(session, row.digest)


def _frozen(session: Session, digest: str) -> Catalogue:
    if digest not in _READ:
        body = session.scalars(
            select(FrozenDocumentLists.body).where(FrozenDocumentLists.digest == digest)
        ).one()
        _READ[digest] = from_document(json.loads(body))
    return _READ[digest]
