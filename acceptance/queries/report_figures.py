"""The figures of a report: what the explanation of each tile shows, and every list behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.exact import decimal_text
from acceptance.domain.forecast import forecast, percent_of
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.reports import (
    ReportedFigure,
    ReportedForecast,
    ReportedGoal,
    ReportedLine,
    ReportedList,
    ReportedPoint,
    ReportedReason,
    ReportedWeight,
)
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question
from acceptance.queries.counts import Counts
from acceptance.queries.listing import Line, Part, every_line, list_counts
from acceptance.queries.populations import RATE_CODES, Field
from acceptance.queries.rates import TargetsPage, Tile
from acceptance.queries.tallies import counts_by_area
from acceptance.queries.targets import Goal
from acceptance.queries.weighing import Weights, weight_lines, weights_of


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind the tiles of a page; `field` is the projects that are counted."""

    session: Session
    actor: Actor
    ask: Ask
    field: Field
    counts: Counts
    weights: Mapping[IndicatorCode, Weights]


def reported_figures(
    session: Session, actor: Actor, ask: Ask, page: TargetsPage
) -> tuple[ReportedFigure, ...]:
    """The tiles of a page with all that is behind them."""
    field = ask.field(page.places)
    behind = Behind(
        session, actor, ask, field, counts_by_area(session, ask.period, field),
        weights_of(session, ask.period, field, RATE_CODES),
    )  # fmt: skip
    return tuple(_figure(behind, tile) for tile in page.tiles)


def reported_goal(goal: Goal | None) -> ReportedGoal | None:
    """A goal as it held."""
    if goal is None:
        return None
    return ReportedGoal(
        goal.value, goal.year, goal.since, goal.is_carried, goal.responsible, goal.source
    )


def _figure(behind: Behind, tile: Tile) -> ReportedFigure:
    reasons = behind.counts.outcomes(tile.code, behind.field.area)
    return ReportedFigure(
        code=tile.code,
        rate=tile.rate,
        goal=reported_goal(tile.goal),
        met=tile.met,
        budget=tile.budget,
        planned=tile.planned,
        under_way=tile.under_way,
        voids=tile.voids,
        not_graded=tile.not_graded,
        points=tuple(ReportedPoint(each.name, each.rate, each.met) for each in tile.points),
        lists=_lists(behind, tile),
        can_recover=tile.can_recover,
        reasons=tuple(ReportedReason(CountedOutcome(name), n) for name, n in reasons.items()),
        weights=tuple(
            ReportedWeight(
                Measure(each.name), decimal_text(each.passed), decimal_text(each.decided),
                each.lacking,
            )
            for each in weight_lines(behind.weights[tile.code], tile.rate)
        ),
        forecast=_forecast(tile),
    )  # fmt: skip


def _forecast(tile: Tile) -> ReportedForecast | None:
    found = forecast(tile.rate, tile.planned, tile.goal.share) if tile.goal else None
    if found is None:
        return None
    return ReportedForecast(found.planned, percent_of(found.probability), found.low, found.high)


def _lists(behind: Behind, tile: Tile) -> tuple[ReportedList, ...]:
    ask, question = behind.ask, Question(tile.code, behind.ask.period, behind.field)
    counts = list_counts(behind.session, ask, question, tile.rate, tile.not_graded)
    parts = [
        part
        for part in Part
        if part is not Part.NOT_GRADED or tile.code is IndicatorCode.EXCELLENCE_LARGE
    ]
    return tuple(_list(behind, question, part, counts[part]) for part in parts)


def _list(behind: Behind, question: Question, part: Part, count: int) -> ReportedList:
    lines = every_line(behind.session, behind.actor, behind.ask, question, part) if count else ()
    return ReportedList(part.value, count, tuple(_line(line, part) for line in lines), len(lines))


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
