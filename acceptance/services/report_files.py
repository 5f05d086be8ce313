"""Keeping what was made of a report: its facts and its files, each noted once."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from acceptance.domain.reports import ReportFacts
from acceptance.persistence.reports import Report


class DifferentReportError(RuntimeError):
    """A report came out different from the one already kept; a person has to look."""


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
