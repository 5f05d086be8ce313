"""The facts of a report, taken from the very queries of the targets pages."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.reports import (
    ReportedArea,
    ReportedAward,
    ReportedCell,
    ReportedPrize,
    ReportFacts,
)
from acceptance.persistence.organisations import Organisation
from acceptance.queries.ask import Ask
from acceptance.queries.award_tiles import AwardTile
from acceptance.queries.awards import award_page
from acceptance.queries.ledger import head
from acceptance.queries.populations import NOBODY
from acceptance.queries.rates import Part, TargetsPage, targets_page
from acceptance.queries.report_agreements import reported_agreements
from acceptance.queries.report_figures import reported_figures, reported_goal
from acceptance.queries.reports import ReportOrder


class NotCountedError(LookupError):
    """The area of a report is missing."""


def report_facts(session: Session, order: ReportOrder, issuer: str, now: datetime) -> ReportFacts:
    """Count once more and freeze everything.

    The session must not have begun: on PostgreSQL all is then read as of one moment, so that the
    ledger's position is that of the figures.
    """
    if session.get_bind().dialect.name == "postgresql" and not session.in_transaction():
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    actor, ask = order.actor, order.ask
    position, digest = head(session)
    page = targets_page(session, actor, ask)
    if page is None:
        raise NotCountedError(ask.area_code)
    return ReportFacts(
        issuer=issuer,
        area=page.places.chosen.name,
        period=ask.period.code,
        first=ask.period.first,
        last=ask.period.last,
        today=ask.today,
        taken_at=now.astimezone(UTC).isoformat(timespec="seconds"),
        conditional_counts=ask.conditional_counts,
        size=ask.size,
        category=ask.category,
        unit=_unit(session, ask.unit),
        voids=page.voids,
        figures=reported_figures(session, actor, ask, page),
        awards=tuple(_award(session, actor, ask, tile) for tile in page.awards),
        areas=tuple(_area(part, page) for part in page.parts),
        ledger_position=position,
        ledger_head=digest,
        language=order.language,
        agreements=reported_agreements(session, actor, ask, page.places),
        without_unit=ask.unit == NOBODY,
        only=ask.only,
    )


def _unit(session: Session, unit: int | None) -> str:
    if unit is None or unit == NOBODY:
        return ""
    return session.scalar(select(Organisation.name).where(Organisation.id == unit)) or str(unit)


def _award(session: Session, actor: Actor, ask: Ask, tile: AwardTile) -> ReportedAward:
    page = award_page(session, actor, ask, tile.code)
    return ReportedAward(
        tile.code, tile.count, tile.collected, reported_goal(tile.goal), tile.met,
        tuple(
            ReportedPrize(line.title, line.awarded_on, line.area, line.project_code or "")
            for line in (page.lines if page else ())
        ),
    )  # fmt: skip


def _area(part: Part, page: TargetsPage) -> ReportedArea:
    return ReportedArea(
        part.place.name,
        part.place.id == page.places.chosen.id,
        tuple(ReportedCell(code, rate, part.met[code]) for code, rate in part.rates.items()),
        part.failures,
    )
