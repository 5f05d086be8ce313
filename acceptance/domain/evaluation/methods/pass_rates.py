"""`first-time-rate`, `quality-pass-rate`: projects by an attempt that counts (indicators.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from operator import attrgetter

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.counted import CountedAttempt, counted_first, counted_latest
from acceptance.domain.evaluation.inputs import day, flag, percent, row, rows, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.targets import against_target
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.periods import Period
from acceptance.domain.rates import Rate
from acceptance.domain.standards.editions import SHIPPED, Editions

RESULTS = {
    "pass": AttemptResult.PASSED,
    "fail": AttemptResult.FAILED,
    "conditional": AttemptResult.CONDITIONAL,
    "abandoned": AttemptResult.ABANDONED,
    "void": AttemptResult.VOID,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """An attempt at the counted stage by the day of its decision."""

    date: date = day()
    result: str = word(*RESULTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The attempts of a project. They bear no numbers here, so that their days tell the order, and
    of one day the order of the list."""

    attempts: tuple[Attempt, ...] = rows(Attempt, least=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A period; both end days belong to it."""

    first: date = day(name="from")
    last: date = day(name="to")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassRate:
    """Projects, period and target; `conditional_counts` where 整改后合格 counts as passed."""

    projects: tuple[Project, ...] = rows(Project, least=0)
    period: Span = row(Span)
    target: Fraction = percent()
    conditional_counts: bool = flag(default=False)


def first_time_rate(given: PassRate, _editions: Editions = SHIPPED) -> Evaluation:
    """Projects whose first attempt is decided in the period, and those of them that passed then.

    A void attempt is none; a first attempt outside the period keeps its project outside.
    """

    def first(attempts: list[CountedAttempt], period: Period) -> CountedAttempt | None:
        found = counted_first(attempts, conditional_counts=given.conditional_counts)
        return found if found is not None and period.contains(found.decided_on) else None

    return _rated(given, first, "4、5")


def quality_pass_rate(given: PassRate, _editions: Editions = SHIPPED) -> Evaluation:
    """Projects by the latest attempt decided in the period; void ones aside."""

    def latest(attempts: list[CountedAttempt], period: Period) -> CountedAttempt | None:
        return counted_latest(attempts, period, conditional_counts=given.conditional_counts)

    return _rated(given, latest, "6")


FIRST_TIME_RATE = Method("first-time-rate", Field.INDICATOR, PassRate, first_time_rate)
QUALITY_PASS_RATE = Method("quality-pass-rate", Field.INDICATOR, PassRate, quality_pass_rate)

_Choice = Callable[[list[CountedAttempt], Period], CountedAttempt | None]


def _rated(given: PassRate, counted: _Choice, rule: str) -> Evaluation:
    if given.period.last < given.period.first:
        raise InputError("input_before_other", "period.to", other="period.from")
    period = Period(given.period.first, given.period.last)
    found = [counted(_numbered(project), period) for project in given.projects]
    decided = [attempt for attempt in found if attempt is not None]
    passed = sum(a.passed(conditional_counts=given.conditional_counts) for a in decided)
    voids = sum(each.result == "void" for project in given.projects for each in project.attempts)
    rate = Rate(passed, len(decided))
    counts = {"n": len(given.projects), "passed": rate.passed, "decided": rate.decided}
    return against_target(rate, given.target, {**counts, "voids": voids}, rule)


def _numbered(project: Project) -> list[CountedAttempt]:
    return [
        CountedAttempt(number, RESULTS[attempt.result], attempt.date)
        for number, attempt in enumerate(sorted(project.attempts, key=attrgetter("date")), 1)
    ]
