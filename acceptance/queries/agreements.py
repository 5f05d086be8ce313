"""Which version of an agreement is in force, and what it promises."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.agreements import AgreementTerms
from acceptance.domain.people import Actor
from acceptance.domain.records import from_document
from acceptance.persistence.agreements import Agreement, AgreementSignature, AgreementTarget
from acceptance.persistence.areas import Area
from acceptance.queries.scope import inside


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


def is_of_holder(row: Agreement, area_path: str, actor: Actor) -> bool:
    """Whether the actor is of the unit that answers for the targets, or of the area that does."""
    if row.unit_id is not None:
        return actor.organisation_id == row.unit_id
    return actor.area_path == area_path


def is_second_person(row: Agreement, area_path: str, actor: Actor) -> bool:
    """Whether the actor may confirm the signing: not who drew it up, and of the unit that answers
    for it or of another organisation than the one that drew it up."""
    if actor.id is None or actor.id == row.drawn_by:
        return False
    return actor.organisation_id != row.drawn_for or is_of_holder(row, area_path, actor)


def waiting_for(session: Session, actor: Actor) -> tuple[int, ...]:
    """The versions that were drawn up and that the actor may confirm as signed, the oldest first."""
    newer, signature = aliased(Agreement), aliased(AgreementSignature)
    rows = session.execute(
        select(Agreement, Area.path)
        .join(Area, Area.id == Agreement.area_id)
        .outerjoin(signature, signature.agreement_id == Agreement.id)
        .where(
            inside(actor.area_path),
            signature.agreement_id.is_(None),
            ~select(newer.id)
            .where(
                newer.holder == Agreement.holder,
                newer.year == Agreement.year,
                newer.version > Agreement.version,
            )
            .exists(),
        )
        .order_by(Agreement.id)
    )
    return tuple(row.id for row, path in rows if is_second_person(row, path, actor))


def signed_targets(
    session: Session, area_ids: Iterable[int]
) -> tuple[tuple[Agreement, AgreementTarget], ...]:
    """The targets in force that these areas themselves have signed."""
    return _in_force(session, Agreement.area_id.in_(list(area_ids)), Agreement.unit_id.is_(None))


def signed_unit_targets(
    session: Session, area_id: int
) -> tuple[tuple[Agreement, AgreementTarget], ...]:
    """The targets in force that the member units of an area have signed."""
    return _in_force(session, Agreement.area_id == area_id, Agreement.unit_id.is_not(None))


def signed_inside(session: Session, actor: Actor) -> tuple[tuple[Agreement, AgreementTarget], ...]:
    """The targets in force that areas and member units of the viewer's area have signed."""
    visible = select(Area.id).where(inside(actor.area_path))
    return _in_force(session, Agreement.area_id.in_(visible))


def _in_force(
    session: Session, *wanted: ColumnElement[bool]
) -> tuple[tuple[Agreement, AgreementTarget], ...]:
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
        .where(~superseded, *wanted)
        .order_by(Agreement.year, AgreementTarget.id)
    )
    return tuple((row[0], row[1]) for row in rows)
