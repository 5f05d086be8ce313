"""The paper of a quality record as a file: stored once, never overwritten, made again on request."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.domain.job_state import JobState
from acceptance.domain.people import Actor
from acceptance.persistence.projects import Project
from acceptance.persistence.records import RecordPaper
from acceptance.queries.record_papers import RECORD_PDF
from acceptance.queries.scope import visible
from acceptance.services import outbox
from acceptance.services.errors import NotFoundError
from acceptance.services.renderings import DifferentPaperError


def print_record_again(session: Session, record_id: int, actor: Actor, now: datetime) -> None:
    """Queue the same paper once more after its job failed, or after its file was lost."""
    known = session.scalar(
        select(RecordPaper.id)
        .join(Project, Project.id == RecordPaper.project_id)
        .where(RecordPaper.id == record_id, visible(actor))
    )
    if known is None:
        raise NotFoundError
    job = outbox.post(session, RECORD_PDF, record_id, now)
    if job.state in {JobState.FAILED, JobState.DONE}:
        job.state, job.run_at, job.tries, job.progress = JobState.QUEUED, now, 0, 0
        job.error, job.finished_at = "", None


def keep_record(session: Session, record_id: int, digest: str) -> None:
    """Note the SHA-256 of the paper, once. The same paper again changes nothing."""
    kept = session.execute(
        update(RecordPaper)
        .where(RecordPaper.id == record_id, RecordPaper.pdf_sha256.is_(None))
        .values(pdf_sha256=digest)
        .returning(RecordPaper.id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if kept is not None:
        return
    before = session.scalar(select(RecordPaper.pdf_sha256).where(RecordPaper.id == record_id))
    if before != digest:
        raise DifferentPaperError(f"record {record_id}: {before} is kept, not {digest}")
