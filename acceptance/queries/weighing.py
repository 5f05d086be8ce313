"""The two numbers of a rate weighed by what a project is: unit works, investment, area, length."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.conclusions import SCALES, Measure
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.rates import Rate
from acceptance.domain.spans import span_of
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.behind import Question
from acceptance.queries.populations import Field
from acceptance.queries.tallies import counts_by_area

Weights = dict[Measure, tuple[int, int, int]]
MEASURES = tuple(measure for measure in Measure if measure is not Measure.PROJECTS)


@dataclass(frozen=True, slots=True)
class Weight:
    """The same rate weighed by a quantity, beside the figure and never instead of it. `lacking` is
    the number of counted projects whose quantity is not recorded."""

    name: str
    passed: Decimal
    decided: Decimal
    lacking: int


def weight_lines(found: Weights, rate: Rate) -> tuple[Weight, ...]:
    """A rate by unit works, investment, floor area, length and irrigated area, as far as known."""
    return tuple(
        Weight(
            measure.value,
            Decimal(passed) / SCALES.get(measure, 1),
            Decimal(decided) / SCALES.get(measure, 1),
            rate.decided - known,
        )
        for measure, (passed, decided, known) in found.items()
        if known
    )


def weights(session: Session, question: Question) -> Weights:
    """By each measure: the numerator, the denominator, and how many projects have it at all."""
    return weights_of(session, question.period, question.around, [question.code])[question.code]


def weights_of(
    session: Session, period: Period, around: Field, codes: Iterable[IndicatorCode]
) -> Mapping[IndicatorCode, Weights]:
    """The same of several indicators at once.

    They are added up from cells. Over the rows themselves, for all measures at once, where no cells
    are kept, and for the single days of few areas: the edges of each measure would be looked for
    one by one.
    """
    if around.is_leaf or not around.has_sums or not (around.is_wide or span_of(period).is_even):
        return {code: _of_rows(session, Question(code, period, around)) for code in codes}
    counts = {measure: counts_by_area(session, period, around, measure) for measure in MEASURES}
    return {
        code: {measure: counts[measure].weight(code, around.area) for measure in MEASURES}
        for code in codes
    }


def _of_rows(session: Session, question: Question) -> Weights:
    row: Any = ProjectConclusion
    columns = [
        column
        for measure in MEASURES
        for weight in (getattr(row, measure.value),)
        for column in (
            func.sum(weight).filter(question.is_good()),
            func.sum(weight),
            func.count().filter(weight > 0),
        )
    ]
    found = [
        int(value or 0)
        for value in session.execute(select(*columns).where(question.is_counted())).one()
    ]
    return {
        measure: (found[3 * at], found[3 * at + 1], found[3 * at + 2])
        for at, measure in enumerate(MEASURES)
    }
