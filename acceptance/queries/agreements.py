"""Which version of an agreement is in force, and what it promises."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.agreements import AgreementTerms
from acceptance.domain.records import from_document
from acceptance.persistence.agreements import Agreement, AgreementSignature, AgreementTarget


def holder_key(area_code: str, unit_id: int | None) -> str:
    """Who answers for an agreement, as one text: 621122100, or 621122:5 for a member unit."""
    return area_code if unit_id is None else f"{area_code}:{unit_id}"


def newest_version(session: Session, holder: str, year: int) -> int:
    """The last version drawn up, signed or not; 0 when there is none."""
    return (
        session.scalar(
            select(func.max(Agreement.version)).where(
                Agreement.holder == holder, Agreement.year == year
            )
        )
        or 0
    )


def in_force(session: Session, holder: str, year: int) -> Agreement | None:
    """The newest signed version."""
    return session.scalars(
        select(Agreement)
        .join(AgreementSignature, AgreementSignature.agreement_id == Agreement.id)
        .where(Agreement.holder == holder, Agreement.year == year)
        .order_by(Agreement.version.desc())
        .limit(1)
    ).one_or_none()


def terms_of(row: Agreement) -> AgreementTerms:
    """The terms of a version as they were drawn up."""
    return from_document(AgreementTerms, json.loads(row.terms))


def signed_targets(
    session: Session, area_ids: Iterable[int], unit_id: int | None = None
) -> tuple[tuple[Agreement, AgreementTarget], ...]:
    """The targets in force that these areas themselves (or a member unit there) have signed."""
    later, signed = aliased(Agreement), aliased(AgreementSignature)
    superseded = (
        select(later.id)
        .join(signed, signed.agreement_id == later.id)
        .where(
            later.holder == Agreement.holder,
            later.year == Agreement.year,
            later.version > Agreement.version,
        )
        .exists()
    )
    rows = session.execute(
        select(Agreement, AgreementTarget)
        .join(AgreementSignature, AgreementSignature.agreement_id == Agreement.id)
        .join(AgreementTarget, AgreementTarget.agreement_id == Agreement.id)
        .where(Agreement.area_id.in_(list(area_ids)), ~superseded)
        .where(Agreement.unit_id.is_(None) if unit_id is None else Agreement.unit_id == unit_id)
        .order_by(Agreement.year, AgreementTarget.id)
    )
    return tuple((row[0], row[1]) for row in rows)
