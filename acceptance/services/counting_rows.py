"""The rows that say how a project counts, from its attempts as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.conclusions import SCALES, Conclusion, conclusions
from acceptance.domain.counted import CountedAttempt
from acceptance.domain.projects import RULE_SETS, Grade

QUANTITIES = {measure.value: scale for measure, scale in SCALES.items()}
"""The columns with what weighs a project, and how many whole units one of theirs is."""

Row = dict[str, Any]


def due_rows(project: Any, attempts: Iterable[Any]) -> Iterator[Row]:
    """The rows of a project by reading and number, none before its place in the counts is known."""
    if project.counted_area_id is None:
        return
    counted = [_attempt(row) for row in attempts]
    for conditional_counts in (False, True):
        yield from _rows(project, counted, conditional_counts=conditional_counts)


def _attempt(row: Any) -> CountedAttempt:
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
) -> Iterator[Row]:
    graded = project.counted_graded
    if graded is None:
        graded = RULE_SETS[project.rule_set].grades
    for found in conclusions(attempts, conditional_counts=conditional_counts):
        yield {
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
            **{name: _whole(getattr(project, name), scale) for name, scale in QUANTITIES.items()},
        }


def _overtaking(found: Conclusion) -> dict[str, Any]:
    return {
        "overtaken_by": found.overtaken_by,
        "overtaken_before": found.overtaken_before,
    }


def _whole(quantity: Decimal | None, scale: int) -> int:
    """The quantity in whole units; what is finer than a unit is cut off."""
    return 0 if quantity is None else int(quantity * scale)
