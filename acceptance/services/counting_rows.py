"""The rows that say how projects count, from their attempts as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, exists, func, select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.conclusions import SCALES, Conclusion, conclusions
from acceptance.domain.counted import CountedAttempt
from acceptance.domain.projects import RULE_SETS, Grade, Level
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.works import Works

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_SCALES = {measure.value: scale for measure, scale in SCALES.items()}


def counted_rows(session: Session, ids: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of these projects, by project, reading and number."""
    asked = {"ids": list(ids)}
    attempts = _attempts(session.execute(_decided(), asked))
    return [
        row
        for project in session.execute(_projects(), asked)
        for conditional in (False, True)
        for row in _rows(project, attempts.get(project.id, []), conditional_counts=conditional)
    ]


@cache
def _projects() -> Select[*tuple[Any, ...]]:
    """Asked at every decision, so made once, as the next is: making one takes longer than asking."""
    problem = exists().where(
        Rectification.project_id == Project.id,
        Rectification.closed_at.is_(None),
        Rectification.mandatory,
    )
    units = (
        select(func.count())
        .where(Works.project_id == Project.id, Works.level == Level.UNIT, ~Works.retired)
        .scalar_subquery()
    )
    return (
        select(
            Project.id,
            Project.counted_area_id,
            Project.counted_unit_id,
            Project.counted_size,
            Project.counted_category,
            Project.counted_graded,
            Project.rule_set,
            Project.grade,
            Project.investment,
            Project.floor_area,
            Project.length_km,
            Project.irrigated_mu,
            units.label("unit_works"),
            problem.label("problem"),
        )
        .where(Project.id.in_(_IDS), Project.counted_area_id.is_not(None))
        .order_by(Project.id)
    )


@cache
def _decided() -> Select[*tuple[Any, ...]]:
    return select(
        Attempt.project_id,
        Attempt.number,
        Attempt.result,
        Attempt.voided_result,
        Attempt.decided_on,
        Attempt.overturned_at,
    ).where(Attempt.project_id.in_(_IDS))


def _attempts(rows: Iterable[Any]) -> dict[int, list[CountedAttempt]]:
    """The attempts of each project."""
    found: dict[int, list[CountedAttempt]] = {}
    for row in rows:
        voided = row.result is AttemptResult.VOID
        attempt = CountedAttempt(
            row.number,
            row.voided_result if voided else row.result,
            row.decided_on,
            voided=voided,
            overturned=row.overturned_at is not None,
        )
        found.setdefault(row.project_id, []).append(attempt)
    return found


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
