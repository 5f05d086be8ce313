"""Ordering a report of the rates, and keeping what was made of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Permission
from acceptance.domain.reports import ReportFacts
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.reports import Report
from acceptance.queries.ask import Ask
from acceptance.queries.places import places
from acceptance.queries.reports import KIND, report_page
from acceptance.services import outbox
from acceptance.services.errors import ForbiddenError, NotFoundError


class DifferentReportError(RuntimeError):
    """A report came out different from the one already kept; a person has to look."""


def order_report(session: Session, ask: Ask, actor: Actor, now: datetime) -> int:
    """Queue a report for an area inside the orderer's scope; its id. It is counted when the work
    begins, and never again after that."""
    if actor.id is None or not actor.may(Permission.SEE_TARGETS):
        raise ForbiddenError
    around = places(session, actor, ask.area_code)
    if around is None or not _is_known(session, ask.unit):
        raise NotFoundError
    report = Report(
        area_id=around.chosen.id,
        period=ask.period.code,
        today=ask.today,
        conditional_counts=ask.conditional_counts,
        size=ask.size,
        category=ask.category,
        unit_id=ask.unit,
        ordered_by=actor.id,
        ordered_at=now,
    )
    session.add(report)
    session.flush()
    outbox.post(session, KIND, report.id, now)
    return report.id


def make_again(session: Session, report_id: int, actor: Actor, now: datetime) -> None:
    """Queue the files once more, of the same frozen facts, after a failure or a loss."""
    if not actor.may(Permission.SEE_TARGETS):
        raise ForbiddenError
    if report_page(session, actor, report_id) is None:
        raise NotFoundError
    outbox.post_again(session, KIND, report_id, now)


def freeze(session: Session, report_id: int, digest: str, facts: ReportFacts) -> str:
    """Note the SHA-256 of the facts, once; the digest that holds. Who comes second takes the
    facts of the first."""
    session.execute(
        update(Report)
        .where(Report.id == report_id, Report.facts_sha256.is_(None))
        .values(
            facts_sha256=digest,
            ledger_seq=facts.ledger_position,
            ledger_hash=facts.ledger_head,
        )
        .execution_options(synchronize_session=False)
    )
    kept = session.scalar(select(Report.facts_sha256).where(Report.id == report_id))
    return kept or digest


def keep_files(session: Session, report_id: int, pdf: str, xlsx: str) -> None:
    """Note the SHA-256 of both files, once. The same files again change nothing."""
    row = session.execute(
        select(Report.pdf_sha256, Report.xlsx_sha256).where(Report.id == report_id)
    ).one()
    if row.pdf_sha256 is not None and (row.pdf_sha256, row.xlsx_sha256) != (pdf, xlsx):
        raise DifferentReportError(f"report {report_id}: {row.pdf_sha256} is kept, not {pdf}")
    session.execute(
        update(Report)
        .where(Report.id == report_id)
        .values(pdf_sha256=pdf, xlsx_sha256=xlsx)
        .execution_options(synchronize_session=False)
    )


def _is_known(session: Session, unit: int | None) -> bool:
    return unit is None or session.get(Organisation, unit) is not None
