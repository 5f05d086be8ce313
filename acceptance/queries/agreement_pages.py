"""Agreements as pages show them: the list, and one version with what has come of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.agreements import AgreementTerms, Assessment, SignedAgreement
from acceptance.domain.people import Actor
from acceptance.domain.records import from_document
from acceptance.persistence.agreements import (
    Agreement,
    AgreementAssessment,
    AgreementPaper,
    AgreementSignature,
)
from acceptance.persistence.areas import Area
from acceptance.persistence.jobs import Job
from acceptance.queries.agreement_figures import Figure, figures, year_of
from acceptance.queries.agreements import is_of_holder, is_second_person, terms_of
from acceptance.queries.ask import Ask
from acceptance.queries.certificates import PaperState
from acceptance.queries.scope import inside

KIND = "agreement_pdf"


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in a list. It is in force when it is signed and no later one is."""

    id: int
    terms: AgreementTerms
    signed_on: date | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """A yearly assessment as it was confirmed."""

    assessed: Assessment
    at: datetime


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """A version with its progress, its paper and its assessments, the newest first.

    `may_sign` and `may_assess` say whether separation of duties lets the viewer confirm.
    """

    id: int
    terms: AgreementTerms
    terms_sha256: str
    signed: SignedAgreement | None
    in_force: bool
    is_newest: bool
    versions: tuple[VersionLine, ...]
    ask: Ask
    figures: tuple[Figure, ...]
    paper: PaperState
    assessments: tuple[AssessmentLine, ...]
    may_sign: bool
    may_assess: bool

    @property
    def is_over(self) -> bool:
        return self.ask.is_over


def agreement_list(session: Session, actor: Actor) -> tuple[VersionLine, ...]:
    """The newest version of each agreement of the viewer's area and those in force beside it: the
    last year first, then in the official order of the areas."""
    rows = _versions().where(inside(actor.area_path))
    newest = aliased(Agreement)
    last = (
        select(func.max(newest.version))
        .where(newest.holder == Agreement.holder, newest.year == Agreement.year)
        .scalar_subquery()
    )
    ordered = rows.order_by(
        Agreement.year.desc(), Area.path, Agreement.holder, Agreement.version.desc()
    )
    found = session.execute(ordered.add_columns(last)).all()
    lines = ((_line(row), row[3]) for row in found)
    return tuple(line for line, last in lines if line.in_force or line.terms.version == last)


def agreement_page(
    session: Session, actor: Actor, agreement_id: int, today: date, *, conditional_counts: bool
) -> AgreementPage | None:
    """One version; None when it is missing or foreign."""
    found = session.execute(
        select(Agreement, Area.path, AgreementSignature.document, AgreementPaper.sha256, Job)
        .join(Area, Area.id == Agreement.area_id)
        .outerjoin(AgreementSignature, AgreementSignature.agreement_id == Agreement.id)
        .outerjoin(AgreementPaper, AgreementPaper.agreement_id == Agreement.id)
        .outerjoin(Job, (Job.kind == KIND) & (Job.subject_id == Agreement.id))
        .where(Agreement.id == agreement_id, inside(actor.area_path))
    ).one_or_none()
    if found is None:
        return None
    row, area_path, document, paper, job = found
    terms = terms_of(row)
    ask = year_of(terms, row.unit_id, today, conditional_counts=conditional_counts)
    versions = _versions_of(session, row)
    return AgreementPage(
        id=row.id,
        terms=terms,
        terms_sha256=row.terms_sha256,
        signed=_signed(document),
        in_force=any(line.in_force for line in versions if line.id == row.id),
        is_newest=row.id == versions[0].id,
        versions=versions,
        ask=ask,
        figures=figures(session, actor, terms, ask),
        paper=_paper(paper, job),
        assessments=_assessments(session, row),
        may_sign=is_second_person(row, area_path, actor),
        may_assess=not is_of_holder(row, area_path, actor),
    )


def _paper(digest: str | None, job: Job | None) -> PaperState:
    if job is None:
        return PaperState(digest, None, 0, 0, "")
    return PaperState(digest, job.state, job.progress, job.tries, job.error)


def _signed(document: str | None) -> SignedAgreement | None:
    return from_document(SignedAgreement, json.loads(document)) if document else None


def _versions_of(session: Session, row: Agreement) -> tuple[VersionLine, ...]:
    same = _versions().where(Agreement.holder == row.holder, Agreement.year == row.year)
    return tuple(_line(each) for each in session.execute(same.order_by(Agreement.version.desc())))


def _versions() -> Select[*tuple[Any, ...]]:
    """Each version with the day of its signing and the last signed version of the same holder."""
    other, signature = aliased(Agreement), aliased(AgreementSignature)
    last = (
        select(func.max(other.version))
        .join(signature, signature.agreement_id == other.id)
        .where(other.holder == Agreement.holder, other.year == Agreement.year)
        .scalar_subquery()
    )
    return (
        select(Agreement, AgreementSignature.signed_on, last)
        .join(Area, Area.id == Agreement.area_id)
        .outerjoin(AgreementSignature, AgreementSignature.agreement_id == Agreement.id)
    )


def _line(row: Any) -> VersionLine:
    agreement, signed_on, last_signed = row[0], row[1], row[2]
    return VersionLine(
        agreement.id, terms_of(agreement), signed_on, agreement.version == last_signed
    )


def _assessments(session: Session, row: Agreement) -> tuple[AssessmentLine, ...]:
    rows = session.scalars(
        select(AgreementAssessment)
        .where(AgreementAssessment.agreement_id == row.id)
        .order_by(AgreementAssessment.id.desc())
    )
    return tuple(
        AssessmentLine(from_document(Assessment, json.loads(each.document)), each.assessed_at)
        for each in rows
    )
