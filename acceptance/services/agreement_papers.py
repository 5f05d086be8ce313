"""The paper of a signed agreement as a file: stored once, never overwritten."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from acceptance.domain.job_state import JobState
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.agreements import AgreementPaper, AgreementSignature
from acceptance.queries.agreement_pages import KIND
from acceptance.services import outbox
from acceptance.services.agreements import found_agreement
from acceptance.services.errors import ForbiddenError, NotFoundError
from acceptance.services.renderings import DifferentPaperError


def keep_agreement_paper(session: Session, agreement_id: int, digest: str) -> None:
    """Note the SHA-256 of the paper, once. The same paper again changes nothing."""
    kept = session.get(AgreementPaper, agreement_id)
    if kept is None:
        session.add(AgreementPaper(agreement_id=agreement_id, sha256=digest))
        session.flush()
    elif kept.sha256 != digest:
        raise DifferentPaperError(f"agreement {agreement_id}: {kept.sha256} is kept, not {digest}")


def print_agreement_again(session: Session, agreement_id: int, actor: Actor, now: datetime) -> None:
    """Queue the paper once more after its job failed, or after its file was lost."""
    if not actor.may(Permission.SIGN_TARGETS):
        raise ForbiddenError
    row, _path = found_agreement(session, agreement_id, actor)
    if session.get(AgreementSignature, row.id) is None:
        raise NotFoundError
    job = outbox.post(session, KIND, row.id, now)
    if job.state in {JobState.FAILED, JobState.DONE}:
        job.state, job.run_at, job.tries, job.progress = JobState.QUEUED, now, 0, 0
        job.error, job.finished_at = "", None
