"""A figure explained: its numbers, what is not in them, and the exact list of projects behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.exact import decimal
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.rates import Budget, Rate
from acceptance.domain.spans import span_of
from acceptance.persistence.rate_checks import RateCheck
from acceptance.queries.ahead import ahead
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question
from acceptance.queries.ledger import head
from acceptance.queries.listing import PAGE, Line, Part, every_line, list_counts, list_lines
from acceptance.queries.places import Place, Places, places
from acceptance.queries.rates import allowance, asked_years, can_recover
from acceptance.queries.tallies import counts_by_area
from acceptance.queries.targets import Goal, goals, upwards
from acceptance.queries.weighing import Weight, weight_lines, weights


@dataclass(frozen=True, slots=True)
class Check:
    """The last comparison with the second count, up to the ledger's act `seq`."""

    seq: int
    at: datetime
    differences: int


@dataclass(frozen=True, slots=True)
class ExplainPage:
    """Everything the page shows; `reasons` counts the failures by how they ended. `weights` is None
    where weighing takes long and was not asked for; `seq` is the act of the ledger up to which the
    figure was computed."""

    ask: Ask
    places: Places
    code: IndicatorCode
    rate: Rate
    goal: Goal | None
    met: bool | None
    reasons: Mapping[str, int]
    counts: Mapping[Part, int]
    planned: int
    budget: Budget | None
    can_recover: bool
    weights: tuple[Weight, ...] | None
    part: Part
    lines: tuple[Line, ...]
    following: str
    check: Check | None
    years: tuple[int, ...]
    seq: int

    @property
    def required(self) -> Decimal | None:
        """The right side of the comparison: the goal in per cent times the denominator."""
        return decimal(self.goal.value) * self.rate.decided if self.goal else None


def explain_page(
    session: Session,
    actor: Actor,
    ask: Ask,
    code: IndicatorCode,
    part: Part | None = None,
    after: str = "",
    weigh: bool = False,  # noqa: FBT001, FBT002 - the caller names it
) -> ExplainPage | None:
    """One figure of the targets page; None when its area is missing or foreign."""
    around = places(session, actor, ask.area_code)
    if around is None:
        return None
    question = Question(code, ask.period, ask.field(around))
    tally = counts_by_area(session, ask.period, question.around)
    rate, reasons = tally.rate(code, around.chosen.id), tally.outcomes(code, around.chosen.id)
    goal = goals(session, around, ask.period).nearest(code, upwards(around))
    planned = _planned(session, question, ask)
    counts = list_counts(session, ask, question, rate, tally.not_graded(around.chosen.id))
    opened = part if part is not None else _first_part(counts)
    lines = list_lines(session, actor, ask, question, opened, after)
    share, weighed = goal.share if goal else None, weigh or is_quick(question)
    return ExplainPage(
        ask=ask, places=around, code=code, rate=rate, goal=goal,
        met=None if share is None else rate.meets(share),
        reasons=reasons,
        counts=counts,
        planned=planned,
        budget=allowance(rate, planned, share),
        can_recover=can_recover(code, ask),
        weights=weight_lines(weights(session, question), rate) if weighed else None,
        part=opened,
        lines=lines[:PAGE],
        following=_following(lines),
        check=_last_check(session),
        years=asked_years(session, ask, around),
        seq=head(session)[0],
    )  # fmt: skip


def _following(lines: tuple[Line, ...]) -> str:
    return lines[PAGE - 1].key if len(lines) > PAGE else ""


def _planned(session: Session, question: Question, ask: Ask) -> int:
    to_come = ahead(session, ask.period, ask.today, question.around)
    return sum(kind.planned for kind in to_come if kind.counts_in(question.code))


def whole_list(
    session: Session, actor: Actor, ask: Ask, code: IndicatorCode, part: Part
) -> tuple[Place, tuple[Line, ...]] | None:
    """The chosen area and every line of a part of the list; None when the area is missing or
    foreign."""
    around = places(session, actor, ask.area_code)
    if around is None:
        return None
    question = Question(code, ask.period, ask.field(around))
    return around.chosen, every_line(session, actor, ask, question, part)


def _first_part(counts: Mapping[Part, int]) -> Part:
    """The list opens on those that did not pass; where there are none, on those that did."""
    return Part.NOT_PASSED if counts[Part.NOT_PASSED] else Part.PASSED


def is_quick(question: Question) -> bool:
    """Whether weighing takes no time to speak of: not of a whole province by single days."""
    return span_of(question.period).is_even or not question.around.keeps_days


def _last_check(session: Session) -> Check | None:
    row = session.execute(
        select(RateCheck.seq, RateCheck.at, RateCheck.differences)
        .order_by(RateCheck.id.desc())
        .limit(1)
    ).one_or_none()
    return Check(*row) if row else None
