"""The signed target agreements of a report: those of the years that lie wholly in its period."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.periods import LEGAL_ZONE, Period
from acceptance.domain.reports import ReportedAgreement
from acceptance.persistence.agreements import Agreement, AgreementAssessment, AgreementSignature
from acceptance.queries.agreement_figures import figures, year_of
from acceptance.queries.agreements import signed_targets, signed_unit_targets, terms_of
from acceptance.queries.ask import Ask
from acceptance.queries.places import Places


def reported_agreements(
    session: Session, actor: Actor, ask: Ask, around: Places
) -> tuple[ReportedAgreement, ...]:
    """What the area, the areas directly below and its member units have signed, year by year in
    the official order. An agreement is about all projects of its holder, so that a report of only
    some projects has none."""
    if ask.is_narrowed:
        return ()
    areas = [around.chosen, *around.parts]
    order = {place.id: at for at, place in enumerate(areas)}
    signed = (*signed_targets(session, order), *signed_unit_targets(session, around.chosen.id))
    rows = {row.id: row for row, _target in signed if _is_in(row.year, ask.period)}
    ordered = sorted(
        rows.values(), key=lambda row: (row.year, order[row.area_id], row.unit_id or 0)
    )
    return tuple(_agreement(session, actor, ask, row) for row in ordered)


def _is_in(year: int, period: Period) -> bool:
    whole = Period.year(year)
    return period.contains(whole.first) and period.contains(whole.last)


def _agreement(session: Session, actor: Actor, ask: Ask, row: Agreement) -> ReportedAgreement:
    terms = terms_of(row)
    asked = year_of(terms, row.unit_id, ask.today, conditional_counts=ask.conditional_counts)
    assessed = session.scalar(
        select(func.max(AgreementAssessment.assessed_at)).where(
            AgreementAssessment.agreement_id == row.id
        )
    )
    return ReportedAgreement(
        holder=terms.holder,
        year=terms.year,
        version=terms.version,
        signed_on=session.get_one(AgreementSignature, row.id).signed_on,
        lines=tuple(each.now for each in figures(session, actor, terms, asked)),
        assessed_on=assessed.astimezone(LEGAL_ZONE).date() if assessed else None,
    )
