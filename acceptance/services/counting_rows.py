"""The rows that say how projects count, from their attempts as they are now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, bindparam, exists, func, select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.conclusions import SCALES, Conclusion, conclusions
from acceptance.domain.counted import CountedAttempt
from acceptance.domain.projects import RULE_SETS, Grade, Level
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.works import Works

_PROJECTS: Any = Project.__table__
_ATTEMPTS: Any = Attempt.__table__
_RECTIFICATIONS: Any = Rectification.__table__
_WORKS: Any = Works.__table__
_SCALES = {measure.value: scale for measure, scale in SCALES.items()}


def counted_rows(session: Session, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of these projects, by project, reading and number."""
    found = session.execute(_attempts(), {"ids": list(ids)})
    return [
        row
        for _, of_project in groupby(found, key=attrgetter("id"))
        for row in _of_project(list(of_project))
    ]


@cache
def _attempts() -> Select[*tuple[Any, ...]]:
    """The projects, each as often as it has attempts. Asked at every decision, so made once: making
    it takes longer than asking."""
    of, mended, works = _PROJECTS.c, _RECTIFICATIONS.c, _WORKS.c
    problem = exists().where(
        mended.project_id == of.id, mended.closed_at.is_(None), mended.mandatory
    )
    units = (
        select(func.count())
        .where(works.project_id == of.id, works.level == Level.UNIT, ~works.retired)
        .scalar_subquery()
    )
    tried = _ATTEMPTS.c
    return (
        select(
            of.id,
            of.counted_area_id,
            of.counted_unit_id,
            of.counted_size,
            of.counted_category,
            of.counted_graded,
            of.rule_set,
            of.grade,
            *(of[name] for name in _SCALES),
            units.label("unit_works"),
            problem.label("problem"),
            tried.number,
            tried.result,
            tried.voided_result,
            tried.decided_on,
            tried.overturned_at,
        )
        .join_from(_PROJECTS, _ATTEMPTS, tried.project_id == of.id)
        .where(of.id.in_(bindparam("ids", expanding=True)), of.counted_area_id.is_not(None))
        .order_by(of.id)
    )


def _of_project(rows: Sequence[Any]) -> Iterator[dict[str, Any]]:
    attempts = [_counted(row) for row in rows]
    for conditional_counts in (False, True):
        yield from _rows(rows[0], attempts, conditional_counts=conditional_counts)


def _counted(row: Any) -> CountedAttempt:
    voided = row.result is AttemptResult.VOID
    return CountedAttempt(
        row.number,
        row.voided_result if voided else row.result,
        row.decided_on,
        voided=voided,
        overturned=row.overturned_at is not None,
    )


def _rows(
    project: Any, attempts: list[CountedAttempt], *, conditional_counts: bool
) -> list[dict[str, Any]]:
    graded = project.counted_graded
    if graded is None:
        graded = RULE_SETS[project.rule_set].grades
    return [
        {
            "project_id": project.id,
            "conditional_counts": conditional_counts,
            "number": found.number,
            "area_id": project.counted_area_id,
            "unit_id": project.counted_unit_id,
            "size": project.counted_size,
            "category": project.counted_category,
            "decided_on": found.decided_on,
            "outcome": found.outcome,
            "is_first": found.is_first,
            "passed": found.passed,
            "accepted_graded": found.passed and graded,
            "excellent": found.passed and graded and project.grade is Grade.EXCELLENT,
            "sound": found.passed and not project.problem,
            **_overtaking(found),
            "unit_works": project.unit_works,
            **{name: _whole(getattr(project, name), scale) for name, scale in _SCALES.items()},
        }
        for found in conclusions(attempts, conditional_counts=conditional_counts)
    ]


def _overtaking(found: Conclusion) -> dict[str, Any]:
    return {
        "overtaken_by": found.overtaken_by,
        "overtaken_before": found.overtaken_before,
    }


def _whole(quantity: Decimal | None, scale: int) -> int:
    """The quantity in whole units; what is finer than a unit is cut off."""
    return 0 if quantity is None else int(quantity * scale)
