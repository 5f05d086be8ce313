"""The paper of a certificate as a file: stored once, never overwritten, made again on request."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Permission
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.projects import Project
from acceptance.queries.scope import visible
from acceptance.services import outbox
from acceptance.services.certificates import CERTIFICATE_PDF
from acceptance.services.errors import ForbiddenError, NotFoundError


class DifferentPaperError(RuntimeError):
    """The paper came out different from the one already kept; a person has to look."""


def keep_rendering(session: Session, certificate_id: int, digest: str) -> None:
    """Note the SHA-256 of the paper, once. The same paper again changes nothing."""
    kept = session.execute(
        update(Certificate)
        .where(Certificate.id == certificate_id, Certificate.pdf_sha256.is_(None))
        .values(pdf_sha256=digest)
        .returning(Certificate.id)
        .execution_options(synchronize_session=False)
    ).one_or_none()
    if kept is not None:
        return
    before = session.scalar(select(Certificate.pdf_sha256).where(Certificate.id == certificate_id))
    if before != digest:
        raise DifferentPaperError(f"certificate {certificate_id}: {before} is kept, not {digest}")


def print_again(session: Session, certificate_id: int, actor: Actor, now: datetime) -> None:
    """Queue the paper once more after its job failed, or after its file was lost."""
    if not (actor.may(Permission.DECIDE) or actor.may(Permission.ADMINISTER)):
        raise ForbiddenError
    known = session.scalar(
        select(Certificate.id)
        .join(Project, Project.id == Certificate.project_id)
        .where(Certificate.id == certificate_id, visible(actor))
    )
    if known is None:
        raise NotFoundError
    outbox.post_again(session, CERTIFICATE_PDF, certificate_id, now)
