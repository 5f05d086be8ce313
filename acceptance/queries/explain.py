"""A figure explained: its numbers, what is not in them, and the exact list of projects behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.exact import decimal
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.quarters import quarters_of
from acceptance.domain.rates import Budget, Rate
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rate_checks import RateCheck
from acceptance.persistence.rates import ProjectQuarter
from acceptance.queries.behind import Question
from acceptance.queries.listing import PAGE, Line, Part, list_counts, list_lines
from acceptance.queries.outlook import ahead
from acceptance.queries.places import Places, places
from acceptance.queries.rates import Ask, allowance, can_recover
from acceptance.queries.targets import Goal, goals, upwards

OVERTURNED = "overturned"


@dataclass(frozen=True, slots=True)
class Weight:
    """The same rate weighed by a quantity, beside the figure and never instead of it."""

    name: str
    passed: Decimal
    decided: Decimal
    lacking: int


@dataclass(frozen=True, slots=True)
class Check:
    """The last comparison with the second count, up to the ledger's act `seq`."""

    seq: int
    at: datetime
    differences: int


@dataclass(frozen=True, slots=True)
class ExplainPage:
    """Everything the page shows; `reasons` counts the failures by how they ended."""

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
    weights: tuple[Weight, ...]
    part: Part
    lines: tuple[Line, ...]
    following: str
    check: Check | None

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
) -> ExplainPage | None:
    """One figure of the targets page; None when its area is missing or foreign."""
    around = places(session, actor, ask.area_code)
    if around is None:
        return None
    first, last = quarters_of(ask.period)
    question = Question(code, first, last, around.ids, ask.conditional_counts)
    goal = goals(session, around, ask.period).nearest(code, upwards(around))
    reasons, rate = _outcomes(session, question)
    to_come = ahead(session, ask.period, ask.today, around.ids)
    planned = sum(kind.planned for kind in to_come if kind.counts_in(code))
    counts = list_counts(session, ask, question, rate)
    opened = part if part is not None else _first_part(counts)
    lines = list_lines(session, actor, ask, question, opened, after)
    share = goal.share if goal else None
    return ExplainPage(
        ask=ask,
        places=around,
        code=code,
        rate=rate,
        goal=goal,
        met=None if share is None else rate.meets(share),
        reasons=reasons,
        counts=counts,
        planned=planned,
        budget=allowance(rate, planned, share),
        can_recover=can_recover(code, ask),
        weights=_weights(session, question),
        part=opened,
        lines=lines[:PAGE],
        following=lines[PAGE - 1].code if len(lines) > PAGE else "",
        check=_last_check(session),
    )


def _first_part(counts: Mapping[Part, int]) -> Part:
    """The list opens on those that did not pass; where there are none, on those that did."""
    return Part.NOT_PASSED if counts[Part.NOT_PASSED] else Part.PASSED


def _outcomes(session: Session, question: Question) -> tuple[dict[str, int], Rate]:
    """The failures by their outcome, and the rate: one count over the same rows as the list."""
    outcome = case(
        (Attempt.result == AttemptResult.VOID, Attempt.voided_result), else_=Attempt.result
    )
    overturned = Attempt.overturned_at.is_not(None)
    good = question.is_good()
    rows = session.execute(
        select(
            good.label("good"),
            overturned.label("overturned"),
            outcome.label("outcome"),
            func.count().label("projects"),
        )
        .select_from(ProjectQuarter)
        .join(Attempt, _counted_attempt(question))
        .where(question.is_counted())
        .group_by(good, overturned, outcome)
    ).all()
    reasons: dict[str, int] = {}
    for row in rows:
        if not row.good:
            reason = OVERTURNED if row.overturned else str(row.outcome)
            reasons[reason] = reasons.get(reason, 0) + row.projects
    passed = sum(row.projects for row in rows if row.good)
    return reasons, Rate(passed, passed + sum(reasons.values()))


def _counted_attempt(question: Question) -> ColumnElement[bool]:
    return and_(
        Attempt.project_id == ProjectQuarter.project_id, Attempt.number == question.number()
    )


def _weights(session: Session, question: Question) -> tuple[Weight, ...]:
    """The same rate by investment, floor area, length and irrigated area, where they are known."""
    rows = session.execute(
        select(
            question.is_good(),
            Project.investment,
            Project.floor_area,
            Project.length_km,
            Project.irrigated_mu,
        )
        .select_from(ProjectQuarter)
        .join(Project, Project.id == ProjectQuarter.project_id)
        .where(question.is_counted())
    ).all()
    names = ("investment", "floor_area", "length_km", "irrigated_mu")
    weights = []
    for column, name in enumerate(names, start=1):
        known: list[tuple[bool, Decimal]] = [
            (bool(row[0]), value) for row in rows if (value := _decimal(row[column])) is not None
        ]
        if known:
            passed = sum((value for good, value in known if good), Decimal(0))
            decided = sum((value for _, value in known), Decimal(0))
            weights.append(Weight(name, passed, decided, len(rows) - len(known)))
    return tuple(weights)


def _last_check(session: Session) -> Check | None:
    row = session.execute(
        select(RateCheck.seq, RateCheck.at, RateCheck.differences)
        .order_by(RateCheck.id.desc())
        .limit(1)
    ).one_or_none()
    return Check(*row) if row else None


def _decimal(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) else None
