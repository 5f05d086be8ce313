"""The yearly assessment of an agreement: counted by the system, confirmed by a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.agreements import AgreementTerms, Assessment
from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.domain.periods import legal_date
from acceptance.domain.records import to_document
from acceptance.persistence.agreements import Agreement, AgreementAssessment
from acceptance.queries.agreement_figures import figures, year_of
from acceptance.queries.agreements import in_force, is_of_holder, terms_of
from acceptance.queries.ledger import head
from acceptance.services.agreements import found_agreement
from acceptance.services.errors import ForbiddenError, RefusedError
from acceptance.services.ledger import record


def assess(
    session: Session, agreement_id: int, actor: Actor, now: datetime, *, conditional_counts: bool
) -> None:
    """Count the year again and write down which targets were met.

    What is voided or revoked later may change the counts; then it is assessed once more, and both
    assessments stay.
    """
    if not actor.may(Permission.SIGN_TARGETS):
        raise ForbiddenError
    row, area_path = found_agreement(session, agreement_id, actor)
    terms = terms_of(row)
    if findings := tuple(_reasons(session, row, terms, area_path, actor, now)):
        raise RefusedError(*findings)
    position, _link = head(session)
    ask = year_of(terms, row.unit_id, legal_date(now), conditional_counts=conditional_counts)
    lines = tuple(figure.now for figure in figures(session, actor, terms, ask))
    made = Assessment(terms.year, position, lines)
    before = _newest(session, row)
    if before is not None and before == canonical(to_document(made)["lines"]):
        raise RefusedError(Finding.of("agreement_already_assessed"))
    text = canonical(to_document(made))
    session.add(
        AgreementAssessment(
            agreement_id=row.id, document=text, assessed_by=actor.id, assessed_at=now
        )
    )
    payload = {
        "holder": row.holder,
        "year": row.year,
        "version": row.version,
        "assessment": to_document(made),
        "sha256": sha256(text),
    }
    record(session, actor, now, "agreement.assessed", "agreement", row.id, payload)


def _reasons(
    session: Session,
    row: Agreement,
    terms: AgreementTerms,
    area_path: str,
    actor: Actor,
    now: datetime,
) -> Iterator[Finding]:
    valid = in_force(session, row.holder, row.year)
    if valid is None or valid.id != row.id:
        yield Finding.of("agreement_not_in_force")
    if legal_date(now).year <= terms.year:
        yield Finding.of("agreement_year_not_over", year=terms.year)
    if actor.id is None or is_of_holder(row, area_path, actor):
        yield Finding.of("agreement_assesses_itself")


def _newest(session: Session, row: Agreement) -> str | None:
    """The lines of the last assessment, as canonical text."""
    document = session.scalar(
        select(AgreementAssessment.document)
        .where(AgreementAssessment.agreement_id == row.id)
        .order_by(AgreementAssessment.id.desc())
        .limit(1)
    )
    return canonical(json.loads(document)["lines"]) if document else None
