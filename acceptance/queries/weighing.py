"""The two numbers of a rate weighed by what a project is: unit works, investment, area, length."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.conclusions import Measure
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.behind import Question
from acceptance.queries.counts import Counts
from acceptance.queries.tallies import counts_by_area

Weights = dict[Measure, tuple[int, int, int]]
MEASURES = tuple(measure for measure in Measure if measure is not Measure.PROJECTS)


def weights(session: Session, question: Question) -> Weights:
    """By each measure: the numerator, the denominator, and how many projects have it at all.

    They are added up from cells; where none are kept, over the rows themselves, for all measures at
    once.
    """
    if question.around.is_leaf or not question.around.has_sums:
        return _of_rows(session, question)
    return {
        measure: _of(counts_by_area(session, question.period, question.around, measure), question)
        for measure in MEASURES
    }


def _of(counts: Counts, question: Question) -> tuple[int, int, int]:
    return counts.weight(question.code, question.around.area)


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
