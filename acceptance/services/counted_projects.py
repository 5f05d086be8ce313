"""What is read to count projects: their attempts, and beside each the rows that are kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, func, select
from sqlalchemy.orm import Session

from acceptance.domain.projects import Level
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.works import Works
from acceptance.services.counting_rows import QUANTITIES, Row, due_rows

_PROJECTS: Any = Project.__table__
_ATTEMPTS: Any = Attempt.__table__
_RECTIFICATIONS: Any = Rectification.__table__
_WORKS: Any = Works.__table__
_ROWS: Any = ProjectConclusion.__table__
_ASKED = (
    "id", "counted_area_id", "counted_unit_id", "counted_size", "counted_category",
    "counted_graded", "rule_set", "grade", *QUANTITIES,
)  # fmt: skip
_TRIED = ("number", "result", "voided_result", "decided_on", "overturned_at")
_NAMES = tuple(column.name for column in _ROWS.columns)

Place = tuple[bool, int]
"""A reading of 整改后合格 and the number of an attempt."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The rows of a project: those that are kept, and those that its attempts ask for now."""

    kept: dict[Place, Row]
    due: dict[Place, Row]


def counted(session: Session, ids: Sequence[int]) -> Iterator[Counted]:
    """These projects by their ids, as far as they have attempts."""
    found = session.execute(_attempts(), {"ids": list(ids)}).all()
    for _, rows in groupby(found, key=attrgetter("id")):
        yield _counted(list(rows))


def _counted(rows: list[Any]) -> Counted:
    kept = (dict(zip(_NAMES, row[-len(_NAMES) :], strict=True)) for row in rows)
    attempts = {row.attempt_id: row for row in rows}.values()
    return Counted(
        {_place(row): row for row in kept if row["number"] is not None},
        {_place(row): row for row in due_rows(rows[0], attempts)},
    )


def _place(row: Row) -> Place:
    return row["conditional_counts"], row["number"]


@cache
def _attempts() -> Select[*tuple[Any, ...]]:
    """The projects, each as often as it has attempts, and these for each row that is kept of them:
    one question, asked at every decision. It is made once: making it takes longer than asking."""
    of, mended, works = _PROJECTS.c, _RECTIFICATIONS.c, _WORKS.c
    problem = exists().where(
        mended.project_id == of.id, mended.closed_at.is_(None), mended.mandatory
    )
    units = (
        select(func.count())
        .where(works.project_id == of.id, works.level == Level.UNIT, ~works.retired)
        .scalar_subquery()
    )
    tried, kept = _ATTEMPTS.c, _ROWS.c
    with_attempts = _PROJECTS.join(_ATTEMPTS, tried.project_id == of.id)
    with_rows = with_attempts.outerjoin(
        _ROWS, and_(kept.project_id == tried.project_id, kept.number == tried.number)
    )
    return (
        select(
            *(of[name] for name in _ASKED),
            units.label("unit_works"),
            problem.label("problem"),
            tried.id.label("attempt_id"),
            *(tried[name] for name in _TRIED),
            *(column.label(f"kept_{column.name}") for column in kept),
        )
        .select_from(with_rows)
        .where(of.id.in_(bindparam("ids", expanding=True)))
        .order_by(of.id)
    )
