"""Issuing a certificate in the approving transaction, and revoking one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.certificates import certificate_number
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate, Counter
from acceptance.persistence.projects import Project
from acceptance.persistence.upsert import upsert
from acceptance.queries.certificate_facts import Naming, certificate_facts
from acceptance.services import outbox
from acceptance.services.ledger import record

CERTIFICATE_PDF = "certificate_pdf"


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues: the characters that open a number, the name, the address for verification."""

    office: str
    name: str
    public_url: str


def issue(
    session: Session, project: Project, actor: Actor, now: datetime, issuer: Issuer
) -> Certificate:
    """Give the next number to the newest attempt and queue its paper.

    The number is taken from a counter row raised by this transaction, so that no number is
    skipped or given twice, whatever happens to the process.
    """
    attempt = _newest_attempt(session, project)
    former = _former(session, project)
    certificate = _numbered(session, project, attempt, former, actor, now, issuer)
    if former is not None:
        former.state = CertificateState.REPLACED
    session.add(certificate)
    session.flush()
    payload = {
        "number": certificate.number,
        "attempt": attempt.number,
        "facts": sha256(certificate.facts),
        "replaces": former.number if former else "",
    }
    record(session, actor, now, "certificate.issued", "certificate", certificate.id, payload,
           project)  # fmt: skip
    outbox.post(session, CERTIFICATE_PDF, certificate.id, now)
    return certificate


def revoke(session: Session, project: Project, reason: str, actor: Actor, now: datetime) -> None:
    """End the certificate in force; the attempt it rested on counts as not passed from now on."""
    certificate = session.scalars(
        select(Certificate).where(
            Certificate.project_id == project.id, Certificate.state == CertificateState.IN_FORCE
        )
    ).one()
    certificate.state = CertificateState.REVOKED
    certificate.revoked_at, certificate.revoked_by = now, actor.id
    certificate.revoked_reason = reason
    attempt = session.get_one(Attempt, certificate.attempt_id)
    attempt.overturned_at = now
    payload = {
        "number": certificate.number,
        "attempt": attempt.number,
        "reason": reason,
    }
    record(session, actor, now, "certificate.revoked", "certificate", certificate.id, payload,
           project)  # fmt: skip


def short_code(code: str) -> str:
    """Twelve characters to type beside the number, derived from the address so that they match."""
    digest = sha256(code)[:12].upper()
    return "-".join((digest[:4], digest[4:8], digest[8:]))


def _numbered(
    session: Session,
    project: Project,
    attempt: Attempt,
    former: Certificate | None,
    actor: Actor,
    now: datetime,
    issuer: Issuer,
) -> Certificate:
    code = secrets.token_urlsafe(24)
    year = legal_date(now).year
    serial = _next_serial(session, issuer.office, year)
    naming = Naming(
        number=certificate_number(issuer.office, year, serial),
        issuer=issuer.name,
        verification_url=f"{issuer.public_url}/v/{code}",
        short_code=short_code(code),
        signer_id=actor.id,
        replaces=former.number if former else "",
    )
    session.flush()
    facts = certificate_facts(session, project, attempt, naming, now)
    return Certificate(
        number=naming.number,
        office=issuer.office,
        year=year,
        serial=serial,
        project_id=project.id,
        attempt_id=attempt.id,
        code=code,
        facts=canonical(facts.to_document()),
        issued_by=actor.id,
        issued_at=now,
        state=CertificateState.IN_FORCE,
        replaces_id=former.id if former else None,
    )


def _newest_attempt(session: Session, project: Project) -> Attempt:
    return session.scalars(
        select(Attempt)
        .where(Attempt.project_id == project.id)
        .order_by(Attempt.number.desc())
        .limit(1)
    ).one()


def _former(session: Session, project: Project) -> Certificate | None:
    return session.scalars(
        select(Certificate).where(
            Certificate.project_id == project.id, Certificate.state == CertificateState.REVOKED
        )
    ).one_or_none()


def _next_serial(session: Session, office: str, year: int) -> int:
    row = upsert(session, Counter).values(office=office, year=year, value=1)
    raised = row.on_conflict_do_update(
        index_elements=[Counter.office, Counter.year], set_={"value": Counter.value + 1}
    )
    return session.execute(raised.returning(Counter.value)).scalar_one()
