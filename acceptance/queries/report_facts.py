"""The facts of a report, taken from the very queries of the targets pages."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.reports import (
    ReportedArea,
    ReportedAward,
    ReportedCell,
    ReportedFigure,
    ReportedGoal,
    ReportedLine,
    ReportedList,
    ReportedPoint,
    ReportFacts,
)
from acceptance.persistence.organisations import Organisation
from acceptance.queries.ask import Ask
from acceptance.queries.award_tiles import AwardTile
from acceptance.queries.explain import whole_list
from acceptance.queries.ledger import head
from acceptance.queries.listing import Line, Part
from acceptance.queries.rates import Part as Below
from acceptance.queries.rates import TargetsPage, Tile, targets_page
from acceptance.queries.targets import Goal


class NotCountedError(LookupError):
    """The area of a report is missing."""


def report_facts(
    session: Session, actor: Actor, ask: Ask, issuer: str, now: datetime
) -> ReportFacts:
    """Count once more and freeze everything.

    The session must not have begun: on PostgreSQL all is then read as of one moment, so that the
    ledger's position is that of the figures.
    """
    if session.get_bind().dialect.name == "postgresql" and not session.in_transaction():
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
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
        figures=tuple(_figure(session, actor, ask, tile) for tile in page.tiles),
        awards=tuple(_award(tile) for tile in page.awards),
        areas=tuple(_area(part, page) for part in page.parts),
        ledger_position=position,
        ledger_head=digest,
    )


def _unit(session: Session, unit: int | None) -> str:
    if unit is None:
        return ""
    return session.scalar(select(Organisation.name).where(Organisation.id == unit)) or str(unit)


def _figure(session: Session, actor: Actor, ask: Ask, tile: Tile) -> ReportedFigure:
    return ReportedFigure(
        code=tile.code,
        rate=tile.rate,
        goal=_goal(tile.goal),
        met=tile.met,
        budget=tile.budget,
        planned=tile.planned,
        under_way=tile.under_way,
        voids=tile.voids,
        not_graded=tile.not_graded,
        points=tuple(ReportedPoint(each.name, each.rate, each.met) for each in tile.points),
        lists=tuple(
            _list(session, actor, ask, tile.code, part)
            for part in Part
            if part is not Part.NOT_GRADED or tile.code is IndicatorCode.EXCELLENCE_LARGE
        ),
    )


def _list(
    session: Session, actor: Actor, ask: Ask, code: IndicatorCode, part: Part
) -> ReportedList:
    found = whole_list(session, actor, ask, code, part)
    lines = found[1] if found else ()
    return ReportedList(part.value, len(lines), tuple(_line(line, part) for line in lines))


def _line(line: Line, part: Part) -> ReportedLine:
    return ReportedLine(
        code=line.code,
        name=line.name,
        area=line.area,
        number=line.number,
        result=line.result,
        decided_on=line.decided_on,
        overturned=bool(line.overturned),
        said=line.void_reason if part is Part.VOIDED else line.conclusion,
        stage=line.stage.value,
    )


def _award(tile: AwardTile) -> ReportedAward:
    return ReportedAward(tile.code, tile.count, tile.collected, _goal(tile.goal), tile.met)


def _area(part: Below, page: TargetsPage) -> ReportedArea:
    return ReportedArea(
        part.place.name,
        part.place.id == page.places.chosen.id,
        tuple(ReportedCell(code, rate, part.met[code]) for code, rate in part.rates.items()),
        part.failures,
    )


def _goal(goal: Goal | None) -> ReportedGoal | None:
    if goal is None:
        return None
    return ReportedGoal(
        goal.value, goal.year, goal.since, goal.is_carried, goal.responsible, goal.source
    )
