"""How far an agreement's targets have come: the same counts as on the targets page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from acceptance.domain.agreements import (
    AgreedTarget,
    AgreementTerms,
    Assessed,
    judged_awards,
    judged_rate,
)
from acceptance.domain.people import Actor
from acceptance.domain.periods import Period
from acceptance.domain.rates import Budget, Rate
from acceptance.queries.agreement_awards import collected
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question
from acceptance.queries.counts import RATE_SUMS
from acceptance.queries.failures import Failure, failures
from acceptance.queries.places import places
from acceptance.queries.plans import Plan, plans
from acceptance.queries.rates import allowance, can_recover
from acceptance.queries.tallies import counts_by_area


@dataclass(frozen=True, slots=True)
class Figure:
    """A target with what was reached; `planned` acceptances are still to come, awards have none.
    `failures` are the first of the projects that did not pass."""

    target: AgreedTarget
    now: Assessed
    rate: Rate
    planned: int
    budget: Budget | None
    can_recover: bool
    failures: tuple[Failure, ...] = ()


def figures(session: Session, actor: Actor, terms: AgreementTerms, ask: Ask) -> tuple[Figure, ...]:
    """The targets in their order, counted over the agreement's year (`year_of`)."""
    around = places(session, actor, terms.area_code)
    if around is None:
        return ()
    field = ask.field(around)
    counts = counts_by_area(session, ask.period, field, names=RATE_SUMS)
    to_come = plans(session, ask.period, ask.today, field)
    return tuple(
        _award(target, collected(session, around, ask, target))
        if target.is_count
        else replace(
            _rate(target, counts.rate(target.indicator, around.chosen.id), to_come, ask),
            failures=failures(session, actor, Question(target.indicator, ask.period, field)),
        )
        for target in terms.targets
    )


def year_of(
    terms: AgreementTerms, unit_id: int | None, today: date, *, conditional_counts: bool
) -> Ask:
    """What an agreement is counted over: its year, its area, and the projects of its unit."""
    return Ask(Period.year(terms.year), terms.area_code, today, conditional_counts, unit=unit_id)


def _rate(target: AgreedTarget, rate: Rate, to_come: tuple[Plan, ...], ask: Ask) -> Figure:
    planned = sum(plan.count for plan in to_come if plan.counts_in(target.indicator))
    return Figure(
        target,
        judged_rate(target, rate),
        rate,
        planned,
        allowance(rate, planned, target.share),
        can_recover(target.indicator, ask),
    )


def _award(target: AgreedTarget, count: int) -> Figure:
    now = judged_awards(target, count)
    return Figure(target, now, Rate(count, count), 0, None, can_recover=False)
