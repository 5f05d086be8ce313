"""Printed quality records: what the press needs, and the page that waits for the paper."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.job_state import JobState
from acceptance.domain.people import Actor
from acceptance.domain.record_facts import RecordFacts
from acceptance.persistence.jobs import Job
from acceptance.persistence.projects import Project
from acceptance.persistence.records import RecordPaper
from acceptance.queries.scope import visible

RECORD_PDF = "record_pdf"


class NoSuchRecordError(LookupError):
    """No record has this id."""


@dataclass(frozen=True, slots=True)
class RecordOrder:
    """What the press needs; `sha256` is set when the paper has been made before."""

    facts: Mapping[str, Any]
    ordered_at: datetime
    sha256: str | None


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A record and how far its paper is; `progress` in per cent."""

    id: int
    project_id: int
    facts: RecordFacts
    digest: str
    ordered_at: datetime
    sha256: str | None
    state: JobState | None
    progress: int
    tries: int

    @property
    def is_waiting(self) -> bool:
        return self.state in {JobState.QUEUED, JobState.LEASED}

    @property
    def has_failed(self) -> bool:
        return self.state is JobState.FAILED


def record_order(session: Session, record_id: int) -> RecordOrder:
    """The facts of a record as they were when it was asked for."""
    row = session.get(RecordPaper, record_id)
    if row is None:
        raise NoSuchRecordError(record_id)
    return RecordOrder(json.loads(row.facts), row.ordered_at, row.pdf_sha256)


def record_page(session: Session, actor: Actor, record_id: int) -> RecordPage | None:
    """A record of the viewer's area; None when it is missing or foreign."""
    found = session.execute(
        select(RecordPaper, Job)
        .join(Project, Project.id == RecordPaper.project_id)
        .outerjoin(Job, (Job.kind == RECORD_PDF) & (Job.subject_id == RecordPaper.id))
        .where(RecordPaper.id == record_id, visible(actor))
    ).one_or_none()
    if found is None:
        return None
    row: RecordPaper = found[0]
    job: Job | None = found[1]
    return RecordPage(
        id=row.id,
        project_id=row.project_id,
        facts=RecordFacts.from_document(json.loads(row.facts)),
        digest=row.digest,
        ordered_at=row.ordered_at,
        sha256=row.pdf_sha256,
        state=None if job is None else job.state,
        progress=0 if job is None else job.progress,
        tries=0 if job is None else job.tries,
    )
