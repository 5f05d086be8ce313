"""Work to be done after the commit, written by the transaction that causes it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.job_state import JobState
from acceptance.persistence.jobs import Job


def post(session: Session, kind: str, subject_id: int, now: datetime) -> Job:
    """Queue a job of an allow-listed kind; the same kind and subject are queued once."""
    job = session.scalars(
        select(Job).where(Job.kind == kind, Job.subject_id == subject_id)
    ).one_or_none()
    if job is None:
        job = Job(
            kind=kind, subject_id=subject_id, state=JobState.QUEUED, created_at=now, run_at=now
        )
        session.add(job)
        session.flush()
    return job


def post_again(session: Session, kind: str, subject_id: int, now: datetime) -> None:
    """Queue a job once more that has been done or has failed for good."""
    job = post(session, kind, subject_id, now)
    if job.state in {JobState.FAILED, JobState.DONE}:
        job.state, job.run_at, job.tries, job.progress = JobState.QUEUED, now, 0, 0
        job.error, job.finished_at = "", None
