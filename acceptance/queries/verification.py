"""What a stranger with a certificate in his hand is told."""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.certificates import CertificateFacts, PublicFacts, public_facts
from acceptance.domain.exact import normalised
from acceptance.domain.periods import legal_date
from acceptance.persistence.certificates import Certificate, VerificationMiss
from acceptance.persistence.ledger import LedgerRow

WINDOW = timedelta(minutes=15)
MOST_MISSES = 20
NOBODY = "0000-0000-0000"


@dataclass(frozen=True, slots=True)
class Verification:
    """A certificate as the public sees it. `agrees` says that the ledger still has, at the position
    that the paper names, the hash that the paper names."""

    code: str
    state: CertificateState
    facts: PublicFacts
    revoked_on: date | None
    agrees: bool
    pdf_sha256: str | None
    successor_code: str | None
    successor_number: str | None


def by_code(session: Session, code: str) -> Verification | None:
    """The certificate that an unguessable code names."""
    successor = aliased(Certificate)
    row = session.execute(
        select(Certificate, successor.code, successor.number)
        .outerjoin(successor, successor.replaces_id == Certificate.id)
        .where(Certificate.code == code)
    ).one_or_none()
    if row is None:
        return None
    certificate, successor_code, successor_number = row
    facts = CertificateFacts.from_document(json.loads(certificate.facts))
    return Verification(
        code=certificate.code,
        state=certificate.state,
        facts=public_facts(facts),
        revoked_on=legal_date(certificate.revoked_at) if certificate.revoked_at else None,
        agrees=_agrees(session, facts),
        pdf_sha256=certificate.pdf_sha256,
        successor_code=successor_code,
        successor_number=successor_number,
    )


def code_of(session: Session, number: str, typed: str) -> str | None:
    """The code of the certificate with this number, if the short code beside it was typed too."""
    row = session.execute(
        select(Certificate.code, Certificate.facts).where(Certificate.number == plain(number))
    ).one_or_none()
    # The comparison is made in any case, so that a number alone is told nothing by the time.
    short = json.loads(row.facts)["short_code"] if row else NOBODY
    same = hmac.compare_digest(_letters(short).encode(), _letters(typed).encode())
    return row.code if row is not None and same else None


def plain(number: str) -> str:
    """A certificate number however it was typed: brackets, spaces and full-width digits."""
    text = "".join(normalised(number).split())
    for typed, meant in (
        ("[", "〔"),
        ("]", "〕"),
        ("(", "〔"),
        (")", "〕"),
        ("【", "〔"),
        ("】", "〕"),
    ):
        text = text.replace(typed, meant)
    return text


def is_throttled(session: Session, address_hash: str, now: datetime) -> bool:
    """Whether an address has named too many certificates that do not exist."""
    misses = session.scalar(
        select(func.count()).where(
            VerificationMiss.address_hash == address_hash, VerificationMiss.at > now - WINDOW
        )
    )
    return (misses or 0) >= MOST_MISSES


def _agrees(session: Session, facts: CertificateFacts) -> bool:
    found = session.scalar(select(LedgerRow.hash).where(LedgerRow.seq == facts.ledger_position))
    return found == facts.ledger_head


def _letters(code: str) -> str:
    return "".join(sign for sign in normalised(code).upper() if sign.isalnum())
