"""The list behind a figure, in its parts: each line of an explanation opens one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    false,
    func,
    literal,
    select,
    true,
    tuple_,
)
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.rates import Rate
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.ahead import meetings
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question
from acceptance.queries.populations import categories_of, sizes_of
from acceptance.queries.rates import midnight
from acceptance.queries.scope import visible
from acceptance.workflow.stages import Stage

PAGE = 50
# Lines of one list in a file: more than a county has in five years, and no more than a process can
# hold. A longer one is taken area by area.
MOST_LISTED = 20_000
_KEY = re.compile(r"(\d{4}-\d\d-\d\d)\.(\d{1,9})\.(\d{1,4})\Z", re.ASCII)


class Part(StrEnum):
    """A part of the list: each line of the explanation opens one."""

    NOT_PASSED = "not_passed"
    PASSED = "passed"
    UNDER_WAY = "under_way"
    VOIDED = "voided"
    NOT_GRADED = "not_graded"


@dataclass(frozen=True, slots=True)
class Line:
    """A project in the list, with the attempt that counts (or is open, or was voided). `key` is
    its place in the order of the list."""

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
    key: str


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
    """The project, the number of the attempt and its day for each line of a part of the list."""
    if part in {Part.UNDER_WAY, Part.VOIDED}:
        return (
            select(
                Project.id.label("project_id"),
                Attempt.number.label("number"),
                Attempt.meeting_on.label("day"),
            )
            .join(Attempt, Attempt.project_id == Project.id)
            .where(_is_of_kind(question), _happened(part, ask))
        )
    counted = {
        Part.NOT_GRADED: question.is_not_graded(),
        Part.PASSED: and_(question.is_counted(), question.is_good()),
        Part.NOT_PASSED: and_(question.is_counted(), question.is_good() == false()),
    }[part]
    row = ProjectConclusion
    # A database would walk day by day through the whole province for a page of one county, because
    # the days come in order; where they are computed it looks in the county and sorts.
    day = row.decided_on if question.around.is_wide else func.coalesce(row.decided_on, None)
    return select(row.project_id, row.number, day.label("day")).where(counted)


def _is_of_kind(question: Question) -> ColumnElement[bool]:
    around = question.around
    return and_(
        around.holds_area(Project.counted_area_id),
        Project.counted_size.in_(sizes_of(question.code)),
        Project.counted_category.in_(categories_of(question.code)),
        true() if around.size is None else Project.counted_size == around.size,
        true() if around.category is None else Project.counted_category == around.category,
        around.holds_unit(Project.counted_unit_id),
    )


def _happened(part: Part, ask: Ask) -> ColumnElement[bool]:
    if part is Part.UNDER_WAY:
        # What is open now can be decided in no period that is over.
        if ask.is_over:
            return false()
        meets = Attempt.meeting_on.between(*meetings(ask.period, ask.today))
        return and_(Attempt.result.is_(None), Project.counted_decided == false(), meets)
    end = midnight(ask.period.last + timedelta(days=1))
    return and_(Attempt.voided_at >= midnight(ask.period.first), Attempt.voided_at < end)


def list_lines(
    session: Session, actor: Actor, ask: Ask, question: Question, part: Part, after: str
) -> tuple[Line, ...]:
    """One line more than a page, the newest day first; the next page begins behind `after`, the
    `key` of a line."""
    return _read(session, actor, _page(_rows(ask, question, part), after))


def every_line(
    session: Session, actor: Actor, ask: Ask, question: Question, part: Part
) -> tuple[Line, ...]:
    """The part of the list, the newest day first; of one that is too long the newest lines."""
    rows = _rows(ask, question, part)
    return _read(session, actor, _newest(rows).limit(MOST_LISTED))


def _read(session: Session, actor: Actor, rows_of: Select[*tuple[Any, ...]]) -> tuple[Line, ...]:
    listed = rows_of.subquery()
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
            listed.c.day,
        )
        .join(listed, listed.c.project_id == Project.id)
        .join(Area, Area.id == Project.counted_area_id)
        .join(Attempt, and_(Attempt.project_id == Project.id, Attempt.number == listed.c.number))
        .order_by(listed.c.day.desc(), Project.id.desc(), Attempt.number.desc())
    )  # fmt: skip
    return tuple(_line(*row) for row in rows)


def _page(rows: Select[*tuple[Any, ...]], after: str) -> Select[*tuple[Any, ...]]:
    """One line more than a page, behind a line with this key; a key that is none begins anew."""
    project, number, day = rows.selected_columns
    if behind := _place(after):
        rows = rows.where(tuple_(day, project, number) < tuple_(*map(literal, behind)))
    return _newest(rows).limit(PAGE + 1)


def _newest(rows: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    project, number, day = rows.selected_columns
    return rows.order_by(day.desc(), project.desc(), number.desc())


def _place(after: str) -> tuple[date, int, int] | None:
    found = _KEY.match(after)
    if found is None:
        return None
    try:
        return date.fromisoformat(found[1]), int(found[2]), int(found[3])
    except ValueError:
        return None


def _line(*values: Any) -> Line:
    result = AttemptResult(values[6]) if values[6] else None
    key = f"{values[12]}.{values[0]}.{values[5]}"
    return Line(*(*values[:6], result, *values[7:12], key))
