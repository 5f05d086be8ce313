"""The facts of a report of the rates: all that its papers say, frozen at a position of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from acceptance.domain.agreements import Assessed
from acceptance.domain.attempts import AttemptResult
from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.rates import Budget, Rate
from acceptance.domain.records import from_document, to_document


@dataclass(frozen=True, slots=True)
class ReportedLine:
    """A project behind a figure, with the attempt that counts, is open or was voided; `stage` is
    the word of the stage it stands at, `said` its conclusion or why it was voided."""

    code: str
    name: str
    area: str
    number: int | None
    result: AttemptResult | None
    decided_on: date | None
    overturned: bool
    said: str
    stage: str


@dataclass(frozen=True, slots=True)
class ReportedList:
    """A part of the projects behind a figure: how many there are, and those that are listed. The
    frozen facts hold the newest `kept` of them, a paper shows the first of these."""

    part: str
    count: int
    lines: tuple[ReportedLine, ...]
    kept: int


@dataclass(frozen=True, slots=True)
class ReportedPoint:
    """A point of the trend; `met` is None where nothing is assessed."""

    name: str
    rate: Rate
    met: bool | None


@dataclass(frozen=True, slots=True)
class ReportedGoal:
    """A goal as it held: decimal text in per cent, or a number of awards."""

    value: str
    year: int
    since: int | None
    is_carried: bool
    responsible: str
    source: str


@dataclass(frozen=True, slots=True)
class ReportedWeight:
    """The two numbers of a rate weighed by `measure` (decimal text), never held against a goal;
    `lacking` counted projects have no such quantity."""

    measure: Measure
    passed: str
    decided: str
    lacking: int


@dataclass(frozen=True, slots=True)
class ReportedForecast:
    """What was to be expected: `chance` in whole per cent ("<1", ">99") of meeting the goal, and
    the final rate in the worst and the best of the ordinary cases."""

    planned: int
    chance: str
    low: Rate
    high: Rate


@dataclass(frozen=True, slots=True)
class ReportedReason:
    """How many of those that were counted and did not pass ended in this way."""

    outcome: CountedOutcome
    count: int


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A rate with its goal, its failure budget, its course and the projects behind it."""

    code: IndicatorCode
    rate: Rate
    goal: ReportedGoal | None
    met: bool | None
    budget: Budget | None
    planned: int
    under_way: int
    voids: int
    not_graded: int
    points: tuple[ReportedPoint, ...]
    lists: tuple[ReportedList, ...]
    can_recover: bool = False
    reasons: tuple[ReportedReason, ...] = ()
    weights: tuple[ReportedWeight, ...] = ()
    forecast: ReportedForecast | None = None


@dataclass(frozen=True, slots=True)
class ReportedPrize:
    """A prize that was won in the period; `project` is the code of its project, or empty."""

    title: str
    awarded_on: date
    area: str
    project: str


@dataclass(frozen=True, slots=True)
class ReportedAward:
    """Awards in the period, and since the goal's first year."""

    code: IndicatorCode
    count: int
    collected: int
    goal: ReportedGoal | None
    met: bool | None
    prizes: tuple[ReportedPrize, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedAgreement:
    """A signed target agreement in force, counted over its whole year up to the day of the report;
    `assessed_on` is the day of its last yearly assessment."""

    holder: str
    year: int
    version: int
    signed_on: date
    lines: tuple[Assessed, ...]
    assessed_on: date | None


@dataclass(frozen=True, slots=True)
class ReportedCell:
    """One rate of one area; `met` is None where that area signed no goal of its own."""

    code: IndicatorCode
    rate: Rate
    met: bool | None


@dataclass(frozen=True, slots=True)
class ReportedArea:
    """An area directly below, or what was counted at the chosen one itself."""

    name: str
    is_itself: bool
    cells: tuple[ReportedCell, ...]
    failures: int


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What one report says. Nothing on its papers comes from anywhere else.

    `period` is the code of the period; `taken_at` is the moment of counting (ISO, UTC), `today`
    its legal date; `size`, `category` and `unit` (a name) narrow the projects that are counted, as
    do `without_unit` (nobody answers for them) and `only` (of the very area, none below it);
    `ledger_position` and `ledger_head` witness the ledger's state. `language` is that of who
    ordered it.
    """

    issuer: str
    area: str
    period: str
    first: date
    last: date
    today: date
    taken_at: str
    conditional_counts: bool
    size: SizeClass | None
    category: Category | None
    unit: str
    voids: int
    figures: tuple[ReportedFigure, ...]
    awards: tuple[ReportedAward, ...]
    areas: tuple[ReportedArea, ...]
    ledger_position: int
    ledger_head: str
    language: str = "zh"
    agreements: tuple[ReportedAgreement, ...] = ()
    without_unit: bool = False
    only: bool = False

    @property
    def is_over(self) -> bool:
        return self.last < self.today

    def to_document(self) -> dict[str, Any]:
        """Plain values for JSON: dates as ISO text, no binary floats."""
        return to_document(self)

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> ReportFacts:
        """The facts of `to_document()` again; anything else raises `NotARecordError`."""
        return from_document(cls, document)

    def shortened(self, most: int) -> ReportFacts:
        """The same with at most so many lines in each list; the counts stay."""
        return replace(
            self,
            figures=tuple(
                replace(
                    figure,
                    lists=tuple(replace(one, lines=one.lines[:most]) for one in figure.lists),
                )
                for figure in self.figures
            ),
        )
