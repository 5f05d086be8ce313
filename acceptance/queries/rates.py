"""The targets page: every indicator for a period and an area, its parts, its course, its dangers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from acceptance.domain.conclusions import Measure
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.periods import LEGAL_ZONE, Period
from acceptance.domain.rates import Budget, Rate, budget
from acceptance.domain.spans import QUARTER, YEAR, first_day
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import RateCell
from acceptance.queries.ahead import Ahead, ahead, asked_for
from acceptance.queries.ask import Ask
from acceptance.queries.award_tiles import AwardTile, award_tiles
from acceptance.queries.counts import RATE_SUMS, Counts
from acceptance.queries.ledger import head
from acceptance.queries.outlook import Endangered, endangered
from acceptance.queries.places import Place, Places, places
from acceptance.queries.populations import (
    RATE_CODES,
    Field,
    codes_about,
    counts_first,
    in_area,
    readings,
)
from acceptance.queries.tallies import counts_by_area, counts_by_point
from acceptance.queries.targets import Goal, Goals, goals, upwards

MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the trend: its name (2015-Q2, 2015), its counts, and whether the goal was met."""

    name: str
    rate: Rate
    met: bool | None


@dataclass(frozen=True, slots=True)
class Tile:
    """A rate with its goal. `met` is None when nothing is assessed; `planned` and `under_way` are
    acceptances still to come; `budget` is None without a goal."""

    code: IndicatorCode
    rate: Rate
    goal: Goal | None
    met: bool | None
    voids: int
    planned: int
    under_way: int
    not_graded: int
    budget: Budget | None
    can_recover: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An area directly below: its counts, and a verdict only where it signed a goal of its own;
    `agreement` is the version that it stands in."""

    place: Place
    rates: Mapping[IndicatorCode, Rate]
    met: Mapping[IndicatorCode, bool | None]
    failures: int
    signed: int
    agreement: int | None = None


@dataclass(frozen=True, slots=True)
class TargetsPage:
    """Everything the page shows; `seq` is the act of the ledger up to which it was computed."""

    ask: Ask
    places: Places
    tiles: tuple[Tile, ...]
    awards: tuple[AwardTile, ...]
    parts: tuple[Part, ...]
    dangers: tuple[Endangered, ...]
    voids: int
    years: tuple[int, ...]
    seq: int


def targets_page(session: Session, actor: Actor, ask: Ask) -> TargetsPage | None:
    """The page for an area inside the viewer's scope; None when it is missing or foreign."""
    around = places(session, actor, ask.area_code)
    if around is None:
        return None
    field = ask.field(around)
    parts = ask.field(around, parts=True)
    counts = counts_by_area(session, ask.period, parts, names=RATE_SUMS)
    every_goal = goals(session, around, ask.period)
    voids = void_counts(session, ask.period, field)
    to_come = ahead(session, ask.period, ask.today, field)
    course = _course(session, ask, around)
    return TargetsPage(
        ask=ask,
        places=around,
        tiles=tuple(
            _tile(code, ask, around, counts, _goal(every_goal, around, code), to_come, voids, course)
            for code in RATE_CODES
        ),
        awards=award_tiles(session, ask, around, every_goal),
        parts=() if ask.only else _parts(around, counts, _signed_for(ask, every_goal)),
        dangers=endangered(session, actor, ask, field),
        voids=sum(voids.values()),
        years=asked_years(session, ask, around),
        seq=head(session)[0],
    )  # fmt: skip


def void_counts(session: Session, period: Period, around: Field) -> dict[tuple[str, str], int]:
    """Attempts voided in the period, by size and category."""
    values = {
        "begin": midnight(period.first),
        "end": midnight(period.last + timedelta(days=1)),
        **around.values(),
    }
    # What was voided had been opened, so that its kind and unit are frozen.
    voids = _voids().where(*asked_for(around))
    return {(row[0], row[1]): row[2] for row in session.execute(voids, values)}


@cache
def _voids() -> Select[*tuple[Any, ...]]:
    return (
        select(Project.counted_size, Project.counted_category, func.count())
        .join(Attempt, Attempt.project_id == Project.id)
        .where(
            Attempt.voided_at >= bindparam("begin"),
            Attempt.voided_at < bindparam("end"),
            in_area(Project.counted_area_id),
        )
        .group_by(Project.counted_size, Project.counted_category)
    )


def midnight(day: date) -> datetime:
    """The moment at which a legal date begins."""
    return datetime.combine(day, time(), LEGAL_ZONE).astimezone(UTC)


def can_recover(code: IndicatorCode, ask: Ask) -> bool:
    """Whether a failure can still be made good: quality rates take the latest conclusion."""
    return (
        not counts_first(code)
        and code is not IndicatorCode.EXCELLENCE_LARGE
        and ask.today <= ask.period.last
    )


def allowance(rate: Rate, planned: int, share: Fraction | None) -> Budget | None:
    """The failure budget of what is decided and what is planned; None without a goal."""
    if share is None:
        return None
    return budget(rate.decided + planned, rate.decided, rate.failed, share)


def _goal(every: Goals, around: Places, code: IndicatorCode) -> Goal | None:
    return every.nearest(code, upwards(around))


def _tile(
    code: IndicatorCode,
    ask: Ask,
    around: Places,
    counts: Counts,
    goal: Goal | None,
    to_come: tuple[Ahead, ...],
    voids: Mapping[tuple[str, str], int],
    course: tuple[tuple[str, int, Counts], ...],
) -> Tile:
    rate = counts.rate(code, around.chosen.id)
    kinds = [kind for kind in to_come if kind.counts_in(code)]
    planned = sum(kind.planned for kind in kinds)
    share = goal.share if goal else None
    return Tile(
        code=code,
        rate=rate,
        goal=goal,
        met=None if share is None else rate.meets(share),
        voids=sum(n for kind, n in voids.items() if code in codes_about(*kind)),
        planned=planned,
        under_way=sum(kind.under_way for kind in kinds),
        not_graded=counts.not_graded(around.chosen.id) if code is IndicatorCode.EXCELLENCE_LARGE else 0,
        budget=allowance(rate, planned, share),
        can_recover=can_recover(code, ask),
        points=tuple(
            Point(name, point := found.rate(code, place), None if share is None else point.meets(share))
            for name, place, found in course
        ),
    )  # fmt: skip


def _course(session: Session, ask: Ask, around: Places) -> tuple[tuple[str, int, Counts], ...]:
    """The quarters of the year, or the years of a longer period."""
    first, last = ask.period.first.year, ask.period.last.year
    unit = QUARTER if first == last else YEAR
    counts = counts_by_point(session, Period.cumulative(first, last), ask.field(around), unit)
    if unit == QUARTER:
        return tuple((f"{first}-Q{n + 1}", first * 4 + n, counts) for n in range(4))
    return tuple((str(year), year, counts) for year in range(first, last + 1))


def _signed_for(ask: Ask, every: Goals) -> Goals:
    """What may judge the parts: an agreement is about all projects of its holder, so that some of
    them are not held against it (indicators.md, counting rule 13)."""
    return Goals(every.year, ()) if ask.is_narrowed else every


def _parts(around: Places, counts: Counts, every: Goals) -> tuple[Part, ...]:
    rates = {
        place: {code: counts.rate(code, place.id) for code in RATE_CODES} for place in around.parts
    }
    # What was counted at the area itself, in none of its parts, is a line too: the parts add up.
    own = {
        code: counts.rate(code, around.chosen.id).without(*(each[code] for each in rates.values()))
        for code in RATE_CODES
    }
    if rates and any(rate.decided for rate in own.values()):
        rates[around.chosen] = own
    return tuple(_part(place, found, every) for place, found in rates.items())


def _part(place: Place, rates: Mapping[IndicatorCode, Rate], every: Goals) -> Part:
    signed = {code: every.own(code, place.id) for code in RATE_CODES}
    return Part(
        place,
        rates,
        {code: rates[code].meets(goal.share) if goal else None for code, goal in signed.items()},
        sum(rates[code].failed for code in RATE_CODES if counts_first(code)),
        sum(goal is not None for goal in signed.values()),
        next((goal.agreement for goal in signed.values() if goal and goal.agreement), None),
    )


def asked_years(session: Session, ask: Ask, around: Places) -> tuple[int, ...]:
    """The years that can be chosen: from the first that has anything to this one."""
    today = ask.today
    first = session.scalar(
        _first_month(),
        {"area": around.chosen.id, "readings": readings(ask.conditional_counts)},
    )
    begin = min(first_day(first).year if first else today.year, today.year)
    return tuple(range(today.year, max(begin, today.year - MOST_YEARS) - 1, -1))


@cache
def _first_month() -> Select[*tuple[Any, ...]]:
    return select(func.min(RateCell.start)).where(
        RateCell.area_id == bindparam("area"),
        RateCell.conditional_counts.in_(bindparam("readings", expanding=True)),
        RateCell.measure == Measure.PROJECTS,
        RateCell.months == YEAR,
    )
