"""Certificates: the list, one with its paper, what the press needs, what the public may see."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.certificates import CertificateFacts
from acceptance.domain.exact import normalised
from acceptance.domain.job_state import JobState
from acceptance.domain.people import Actor
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.jobs import Job
from acceptance.persistence.projects import Project
from acceptance.queries.scope import visible

PAGE = 30
KIND = "certificate_pdf"
Key = tuple[datetime, int]


class NoSuchCertificateError(LookupError):
    """No certificate has this id."""


@dataclass(frozen=True, slots=True)
class PrintingOrder:
    """What the press needs; `sha256` is set when the paper has been made before."""

    facts: Mapping[str, Any]
    issued_at: datetime
    sha256: str | None


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate in the list."""

    id: int
    number: str
    project_id: int
    project_code: str
    project_name: str
    issued_at: datetime
    state: CertificateState
    has_paper: bool


@dataclass(frozen=True, slots=True)
class CertificateList:
    """A page of the list, newest first, with the number of each state under the same search."""

    lines: tuple[CertificateLine, ...]
    counts: Mapping[CertificateState, int]
    before: tuple[str, int] | None
    after: tuple[str, int] | None

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class PaperState:
    """How far the paper is: being made (`progress` in per cent), ready, or left to a person."""

    sha256: str | None
    state: JobState | None
    progress: int
    tries: int
    error: str

    @property
    def is_ready(self) -> bool:
        return self.sha256 is not None and self.state in {None, JobState.DONE}

    @property
    def has_failed(self) -> bool:
        return self.state is JobState.FAILED


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """A certificate with its facts, its paper, and what replaced it."""

    id: int
    project_id: int
    state: CertificateState
    code: str
    facts: CertificateFacts
    issued_at: datetime
    revoked_at: datetime | None
    revoked_reason: str
    paper: PaperState
    replaced_by: tuple[int, str] | None


def printing_order(session: Session, certificate_id: int) -> PrintingOrder:
    """The facts of a certificate as they were when it was issued."""
    row = session.execute(
        select(Certificate.facts, Certificate.issued_at, Certificate.pdf_sha256).where(
            Certificate.id == certificate_id
        )
    ).one_or_none()
    if row is None:
        raise NoSuchCertificateError(certificate_id)
    return PrintingOrder(json.loads(row.facts), row.issued_at, row.pdf_sha256)


def certificate_list(
    session: Session,
    actor: Actor,
    text: str = "",
    state: CertificateState | None = None,
    after: tuple[datetime, int] | None = None,
    before: tuple[datetime, int] | None = None,
) -> CertificateList:
    """Certificates of the viewer's area whose number, project code or name holds `text`."""
    found = _found(actor, text)
    rows = select(
        Certificate.id,
        Certificate.number,
        Project.id,
        Project.code,
        Project.name,
        Certificate.issued_at,
        Certificate.state,
        Certificate.pdf_sha256.is_not(None),
    ).join(Project, Project.id == Certificate.project_id)
    rows = rows.where(*found)
    if state is not None:
        rows = rows.where(Certificate.state == state)
    lines, has_more = _slice(session, rows, after, before)
    counts = session.execute(
        select(Certificate.state, func.count())
        .join(Project, Project.id == Certificate.project_id)
        .where(*found)
        .group_by(Certificate.state)
    )
    newer = bool(after) if before is None else has_more
    older = has_more if before is None else True
    return CertificateList(
        lines,
        {row[0]: row[1] for row in counts},
        _key(lines[0]) if lines and newer else None,
        _key(lines[-1]) if lines and older else None,
    )


def _found(actor: Actor, text: str) -> tuple[Any, ...]:
    wanted = normalised(text)
    if not wanted:
        return (visible(actor),)
    matches = (
        column.contains(part, autoescape=True)
        for column in (Certificate.number, Project.code, Project.name)
        for part in {text.strip(), wanted}
    )
    return (visible(actor), or_(*matches))


def _slice(
    session: Session, rows: Select[*tuple[Any, ...]], after: Key | None, before: Key | None
) -> tuple[tuple[CertificateLine, ...], bool]:
    place = tuple_(Certificate.issued_at, Certificate.id)
    if before is not None:
        rows = rows.where(place > tuple_(*before)).order_by(Certificate.issued_at, Certificate.id)
    else:
        if after is not None:
            rows = rows.where(place < tuple_(*after))
        rows = rows.order_by(Certificate.issued_at.desc(), Certificate.id.desc())
    found = [CertificateLine(*row) for row in session.execute(rows.limit(PAGE + 1))]
    lines = found[:PAGE]
    if before is not None:
        lines.reverse()
    return tuple(lines), len(found) > PAGE


def _key(line: CertificateLine) -> tuple[str, int]:
    return line.issued_at.isoformat(), line.id


def certificate_page(session: Session, actor: Actor, certificate_id: int) -> CertificatePage | None:
    """A certificate of the viewer's area; None when it is missing or foreign."""
    successor = aliased(Certificate)
    row = session.execute(
        select(Certificate, Job, successor.id, successor.number)
        .join(Project, Project.id == Certificate.project_id)
        .outerjoin(Job, (Job.kind == KIND) & (Job.subject_id == Certificate.id))
        .outerjoin(successor, successor.replaces_id == Certificate.id)
        .where(Certificate.id == certificate_id, visible(actor))
    ).one_or_none()
    if row is None:
        return None
    certificate, job, successor_id, successor_number = row
    return CertificatePage(
        id=certificate.id,
        project_id=certificate.project_id,
        state=certificate.state,
        code=certificate.code,
        facts=CertificateFacts.from_document(json.loads(certificate.facts)),
        issued_at=certificate.issued_at,
        revoked_at=certificate.revoked_at,
        revoked_reason=certificate.revoked_reason,
        paper=_paper(certificate.pdf_sha256, job),
        replaced_by=(successor_id, successor_number) if successor_id else None,
    )


def _paper(sha256: str | None, job: Job | None) -> PaperState:
    if job is None:
        return PaperState(sha256, None, 0, 0, "")
    return PaperState(sha256, job.state, job.progress, job.tries, job.error)
