"""Reports that were ordered: what to make, how far it is, and which there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from acceptance.domain.job_state import JobState
from acceptance.domain.people import SYSTEM, Actor
from acceptance.domain.periods import Period
from acceptance.persistence.areas import Area
from acceptance.persistence.jobs import Job
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.reports import Report
from acceptance.persistence.users import User
from acceptance.queries.ask import Ask
from acceptance.queries.populations import NOBODY
from acceptance.queries.scope import inside

KIND = "rates_report"
PAGE = 30


class NoSuchReportError(LookupError):
    """No report has this id."""


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """What is to be made, in the language of who ordered it. The counting sees the report's area
    and nothing beside it."""

    ask: Ask
    actor: Actor
    facts_sha256: str | None
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report and how far it is (`progress` in per cent); the digests name its files. `unit` is
    the name of the organisation whose projects are counted, empty where none was asked for."""

    id: int
    area: str
    ask: Ask
    unit: str
    ordered_by: str
    ordered_at: datetime
    facts_sha256: str | None
    pdf_sha256: str | None
    xlsx_sha256: str | None
    ledger_seq: int | None
    ledger_hash: str | None
    state: JobState | None
    progress: int
    tries: int
    error: str

    @property
    def is_ready(self) -> bool:
        return bool(self.pdf_sha256 and self.xlsx_sha256) and self.state in {None, JobState.DONE}

    @property
    def has_failed(self) -> bool:
        return self.state is JobState.FAILED


def report_order(session: Session, report_id: int) -> ReportOrder:
    """The question of a report, to be answered by the worker."""
    row = session.execute(
        select(Report, Area.code, Area.path, User.locale)
        .join(Area, Area.id == Report.area_id)
        .join(User, User.id == Report.ordered_by)
        .where(Report.id == report_id)
    ).one_or_none()
    if row is None:
        raise NoSuchReportError(report_id)
    report: Report = row[0]
    counter = replace(SYSTEM, area_path=row[2])
    return ReportOrder(_ask(report, row[1]), counter, report.facts_sha256, row[3])


def report_page(session: Session, actor: Actor, report_id: int) -> ReportLine | None:
    """A report inside the viewer's area; None when it is missing or foreign."""
    found = _lines(session, actor, only=report_id)
    return found[0] if found else None


def report_list(session: Session, actor: Actor) -> tuple[ReportLine, ...]:
    """The newest reports of the viewer's area."""
    return _lines(session, actor)


def _lines(session: Session, actor: Actor, only: int | None = None) -> tuple[ReportLine, ...]:
    chosen = (
        select(Report, Area, Organisation.name, User.name, Job)
        .join(Area, Area.id == Report.area_id)
        .join(User, User.id == Report.ordered_by)
        .outerjoin(Organisation, Organisation.id == Report.unit_id)
        .outerjoin(Job, and_(Job.kind == KIND, Job.subject_id == Report.id))
        .where(inside(actor.area_path))
        .order_by(Report.id.desc())
        .limit(PAGE)
    )
    if only is not None:
        chosen = chosen.where(Report.id == only)
    return tuple(_line(*row) for row in session.execute(chosen))


def _line(report: Report, area: Area, unit: str | None, name: str, job: Job | None) -> ReportLine:
    return ReportLine(
        id=report.id,
        area=area.name,
        ask=_ask(report, area.code),
        unit=unit or "",
        ordered_by=name,
        ordered_at=report.ordered_at,
        facts_sha256=report.facts_sha256,
        pdf_sha256=report.pdf_sha256,
        xlsx_sha256=report.xlsx_sha256,
        ledger_seq=report.ledger_seq,
        ledger_hash=report.ledger_hash,
        state=job.state if job else None,
        progress=job.progress if job else 0,
        tries=job.tries if job else 0,
        error=job.error if job else "",
    )


def _ask(report: Report, area_code: str) -> Ask:
    return Ask(
        period=Period.parse(report.period),
        area_code=area_code,
        today=report.today,
        conditional_counts=report.conditional_counts,
        size=report.size,
        category=report.category,
        unit=NOBODY if report.without_unit else report.unit_id,
        only=report.only,
    )
