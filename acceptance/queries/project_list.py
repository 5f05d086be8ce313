"""A page of the register of projects: two statements, whatever its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal,
    select,
    tuple_,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.people import Actor
from acceptance.domain.projects import Category, SizeClass
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.project_filters import (
    STAGES_OF,
    Filters,
    Progress,
    conditions,
    in_scope,
    lost_first_passes,
)
from acceptance.workflow.stages import Stage

PAGE = 25
LARGEST_ID = 2**63 - 1


class Order(StrEnum):
    """How the list is sorted."""

    UPDATED = "updated"  # 最近有变动的在前
    CODE = "code"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class AttemptMark:
    """An attempt as the list shows it. `result` is None while it is open."""

    number: int
    result: AttemptResult | None
    overturned: bool


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """One project of the list, with every attempt, oldest first."""

    id: int
    code: str
    name: str
    category: Category
    size_class: SizeClass
    area: str
    stage: Stage
    process: str
    acceptance_due: date | None
    updated_at: datetime
    attempts: tuple[AttemptMark, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many projects the viewer's area has, and how many on each part of the way."""

    total: int
    by_progress: dict[Progress, int]
    lost: int


@dataclass(frozen=True, slots=True)
class ProjectList:
    """A page. `before` and `after` are the keys of its neighbours, None at the ends."""

    lines: tuple[ProjectLine, ...]
    counts: Counts
    before: tuple[str | int, ...] | None
    after: tuple[str | int, ...] | None


# The column a list is sorted by, what makes it unique, and whether the newest comes first.
_SORTS: dict[Order, tuple[InstrumentedAttribute[Any], bool]] = {
    Order.UPDATED: (Project.updated_at, True),
    Order.CODE: (Project.code, False),
    Order.NAME: (Project.name, False),
}
KEY_KINDS: tuple[type, ...] = (str, int)


def project_list(
    session: Session,
    actor: Actor,
    filters: Filters,
    order: Order = Order.UPDATED,
    before: Sequence[str | int] | None = None,
    after: Sequence[str | int] | None = None,
    *,
    conditional_counts: bool = False,
    size: int = PAGE,
) -> ProjectList:
    """The page behind `after`, or in front of `before`, or the first one."""
    backwards = before is not None and after is None
    asked = conditions(session, filters, conditional_counts=conditional_counts)
    statement = _select().where(in_scope(actor), *asked)
    key = _key(order, before if backwards else after)
    rows = session.execute(_cut(statement, order, key, size, backwards=backwards)).all()
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows = rows[::-1]
    forward_left = more if not backwards else bool(rows)
    back_left = more if backwards else key is not None and bool(rows)
    return ProjectList(
        lines=tuple(_line(row) for row in rows),
        counts=_counts(session, actor, conditional_counts=conditional_counts),
        before=_key_of(rows[0], order) if back_left and rows else None,
        after=_key_of(rows[-1], order) if forward_left and rows else None,
    )


@cache
def _select() -> Any:
    """The columns of a line, made once."""
    # The attempts come as one text per project: "1:failed:0,2:passed:0".
    marks = func.aggregate_strings(
        cast(Attempt.number, String)
        .concat(":")
        .concat(func.coalesce(cast(Attempt.result, String), ""))
        .concat(":")
        .concat(func.coalesce(cast(Attempt.overturned_at, String), "")),
        ",",
    )
    attempts = (
        select(marks).where(Attempt.project_id == Project.id).correlate(Project).scalar_subquery()
    )
    return select(
        Project.id,
        Project.code,
        Project.name,
        Project.category,
        Project.size_class,
        Area.name.label("area"),
        Project.stage,
        Project.process,
        Project.acceptance_due,
        Project.updated_at,
        attempts.label("attempts"),
    ).join(Area, Area.id == Project.area_id)


def _cut(
    statement: Select[Any], order: Order, key: tuple[Any, int] | None, size: int, *, backwards: bool
) -> Select[Any]:
    column, newest_first = _SORTS[order]
    descending = newest_first != backwards
    if key is not None:
        position = tuple_(column, Project.id)
        value = tuple_(literal(key[0], column.type), literal(key[1]))
        statement = statement.where(position < value if descending else position > value)
    columns: list[ColumnElement[Any]] = [column.expression, Project.id.expression]
    return statement.order_by(*(c.desc() if descending else c.asc() for c in columns)).limit(
        size + 1
    )


def _key(order: Order, key: Sequence[str | int] | None) -> tuple[Any, int] | None:
    """A key out of an address; one that is none is as good as no key."""
    if key is None:
        return None
    value, project_id = str(key[0]), int(key[1])
    if abs(project_id) > LARGEST_ID:
        return None
    if order is not Order.UPDATED:
        return value, project_id
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (moment, project_id) if moment.tzinfo else None


def _key_of(row: Row[Any], order: Order) -> tuple[str | int, ...]:
    if order is Order.UPDATED:
        return (row.updated_at.astimezone(UTC).isoformat(), row.id)
    return (row.code if order is Order.CODE else row.name, row.id)


def _line(row: Row[Any]) -> ProjectLine:
    values = row._asdict()
    values["attempts"] = _marks(row.attempts)
    return ProjectLine(**values)


def _marks(text: str | None) -> tuple[AttemptMark, ...]:
    if not text:
        return ()
    marks = []
    for part in text.split(","):
        number, result, overturned = part.split(":", maxsplit=2)
        marks.append(
            AttemptMark(int(number), AttemptResult(result) if result else None, bool(overturned))
        )
    return tuple(sorted(marks, key=lambda mark: mark.number))


def _counts(session: Session, actor: Actor, *, conditional_counts: bool) -> Counts:
    rows = session.execute(
        _counting(conditional_counts=conditional_counts), {"within": f"{actor.area_path}%"}
    ).all()
    # PostgreSQL adds up whole numbers into a decimal.
    by_stage = {row.stage: int(row.projects) for row in rows}
    return Counts(
        total=sum(by_stage.values()),
        by_progress={
            progress: sum(by_stage.get(stage, 0) for stage in stages)
            for progress, stages in STAGES_OF.items()
        },
        lost=rows[0].lost if rows else 0,
    )


@cache
def _counting(*, conditional_counts: bool) -> Any:
    """The counting statement, made once: making it takes longer than running it.

    An index holds stage and area, so that counting does not read the projects themselves.
    """
    within = select(Area.id).where(Area.path.like(bindparam("within")))
    cells = (
        select(Project.stage, Project.area_id, func.count().label("projects"))
        .group_by(Project.stage, Project.area_id)
        .subquery()
    )
    lost = (
        select(func.count())
        .select_from(Project)
        .join(ProjectConclusion, ProjectConclusion.project_id == Project.id)
        .where(
            (Project.area_id + 0).in_(within),
            lost_first_passes(conditional_counts=conditional_counts),
        )
        .scalar_subquery()
    )
    return (
        select(cells.c.stage, func.sum(cells.c.projects).label("projects"), lost.label("lost"))
        .where(cells.c.area_id.in_(within))
        .group_by(cells.c.stage)
    )
