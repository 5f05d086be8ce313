"""Ordering a report of the rates, and having its files made once more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from acceptance.domain.people import Actor, Permission
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.reports import Report
from acceptance.queries.ask import Ask
from acceptance.queries.places import places
from acceptance.queries.populations import NOBODY
from acceptance.queries.reports import KIND, report_page
from acceptance.services import outbox
from acceptance.services.errors import ForbiddenError, NotFoundError


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
        unit_id=ask.unit or None,
        without_unit=ask.unit == NOBODY,
        only=ask.only,
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


def _is_known(session: Session, unit: int | None) -> bool:
    return unit in {None, NOBODY} or session.get(Organisation, unit) is not None
