"""The list behind a figure, in its parts: each line of an explanation opens one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, false, func, select, true
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.rates import Rate
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question
from acceptance.queries.populations import categories_of, sizes_of
from acceptance.queries.rates import midnight
from acceptance.queries.scope import visible
from acceptance.workflow.stages import Stage

PAGE = 50


class Part(StrEnum):
    """A part of the list: each line of the explanation opens one."""

    NOT_PASSED = "not_passed"
    PASSED = "passed"
    UNDER_WAY = "under_way"
    VOIDED = "voided"
    NOT_GRADED = "not_graded"


@dataclass(frozen=True, slots=True)
class Line:
    """A project in the list, with the attempt that counts (or is open, or was voided)."""

    project_id: int
    code: str
    name: str
    area: str
    stage: Stage
    number: int | None
    result: AttemptResult | None
    decided_on: date | None
    overturned: bool
    conclusion: str
    void_reason: str
    may_open: bool


def list_counts(
    session: Session, ask: Ask, question: Question, rate: Rate, not_graded: int
) -> dict[Part, int]:
    """How many lines each part of the list has."""
    other = {
        part: session.scalar(
            select(func.count()).select_from(_rows(ask, question, part).subquery())
        )
        for part in (Part.UNDER_WAY, Part.VOIDED)
    }
    return {
        Part.NOT_PASSED: rate.failed,
        Part.PASSED: rate.passed,
        Part.NOT_GRADED: not_graded if question.code is IndicatorCode.EXCELLENCE_LARGE else 0,
        **{part: count or 0 for part, count in other.items()},
    }  # fmt: skip


def _rows(ask: Ask, question: Question, part: Part) -> Select[*tuple[Any, ...]]:
    """The project and the number of the attempt for each line of a part of the list."""
    if part in {Part.UNDER_WAY, Part.VOIDED}:
        return (
            select(Project.id.label("project_id"), Attempt.number.label("number"))
            .join(Attempt, Attempt.project_id == Project.id)
            .where(_is_of_kind(question), _happened(part, ask))
        )
    counted = {
        Part.NOT_GRADED: question.is_not_graded(),
        Part.PASSED: and_(question.is_counted(), question.is_good()),
        Part.NOT_PASSED: and_(question.is_counted(), question.is_good() == false()),
    }[part]
    return select(ProjectConclusion.project_id, ProjectConclusion.number).where(counted)


def _is_of_kind(question: Question) -> ColumnElement[bool]:
    around = question.around
    return and_(
        Project.counted_area_id.in_(around.areas),
        Project.counted_size.in_(sizes_of(question.code)),
        Project.counted_category.in_(categories_of(question.code)),
        true() if around.size is None else Project.counted_size == around.size,
        true() if around.category is None else Project.counted_category == around.category,
        true() if around.unit is None else Project.counted_unit_id == around.unit,
    )


def _happened(part: Part, ask: Ask) -> ColumnElement[bool]:
    if part is Part.UNDER_WAY:
        # What is open now can be decided in no period that is over.
        if ask.is_over:
            return false()
        return and_(Attempt.result.is_(None), Project.counted_decided == false())
    end = midnight(ask.period.last + timedelta(days=1))
    return and_(Attempt.voided_at >= midnight(ask.period.first), Attempt.voided_at < end)


def list_lines(
    session: Session, actor: Actor, ask: Ask, question: Question, part: Part, after: str
) -> tuple[Line, ...]:
    """One line more than a page, in the order of the codes; the next page begins behind `after`."""
    listed = _rows(ask, question, part).subquery()
    rows = session.execute(
        select(
            Project.id,
            Project.code,
            Project.name,
            Area.name,
            Project.stage,
            Attempt.number,
            case((Attempt.result == AttemptResult.VOID, Attempt.voided_result),
                 else_=Attempt.result).label("outcome"),
            Attempt.decided_on,
            Attempt.overturned_at.is_not(None),
            Attempt.conclusion,
            Attempt.void_reason,
            visible(actor),
        )
        .join(listed, listed.c.project_id == Project.id)
        .join(Area, Area.id == Project.counted_area_id)
        .join(Attempt, and_(Attempt.project_id == Project.id, Attempt.number == listed.c.number))
        .where(Project.code > after)
        .order_by(Project.code, Attempt.number)
        .limit(PAGE + 1)
    )  # fmt: skip
    return tuple(_line(*row) for row in rows)


def _line(*values: Any) -> Line:
    result = AttemptResult(values[6]) if values[6] else None
    return Line(*(*values[:6], result, *values[7:]))
