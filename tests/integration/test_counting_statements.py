"""What counting a decision asks of the database, and how rows are brought up to date there."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.spans import MONTH
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.merging import BATCH, Kept, merge
from acceptance.persistence.rates import LATEST_SUMS, OvertakenCell, ProjectConclusion
from acceptance.services.counting import count_project
from acceptance.workflow.stages import Stage
from tests.builders.lives import step
from tests.builders.registry import COUNTY, Registry, at, make_registry
from tests.support.statements import counting_statements

FIRST, AGAIN = date(2015, 3, 3), date(2015, 4, 1)
KEY = (
    "area_id", "conditional_counts", "measure", "months", "month", "next_month", "size", "category",
)  # fmt: skip


@pytest.fixture
def registry(session: Session) -> Registry:
    return make_registry(session)


def test_one_more_decision_asks_twice_and_writes_together(
    engine: Engine, registry: Registry
) -> None:
    """PostgreSQL is sent three statements; SQLite, which nobody travels to, one for each table."""
    session, project = registry.session, registry.project()
    step(registry, project, "fail", FIRST)
    session.add(
        Attempt(project_id=project.id, stage=Stage.COMPLETION_ACCEPTANCE, number=2,
                opened_at=at(AGAIN), meeting_on=AGAIN, result=AttemptResult.PASSED,
                decided_on=AGAIN, concluded_at=at(AGAIN))
    )  # fmt: skip
    session.flush()
    with counting_statements(engine) as asked:
        count_project(session, project.id)
    assert len(asked) == {"postgresql": 3, "sqlite": 5}[engine.dialect.name]
    rows = select(ProjectConclusion.number, ProjectConclusion.overtaken_by)
    assert {(row.number, row.overtaken_by) for row in session.execute(rows)} == {
        (1, AGAIN),
        (2, None),
    }
    with counting_statements(engine) as asked:
        count_project(session, project.id)
    assert len(asked) == 1


@pytest.mark.parametrize("count", [1, BATCH, BATCH + 1])
def test_sums_of_rows_that_are_there_are_raised(registry: Registry, count: int) -> None:
    session, area = registry.session, registry.areas[COUNTY].id
    kept = Kept(OvertakenCell.__table__, KEY, LATEST_SUMS)
    sums = range(1, len(LATEST_SUMS) + 1)
    rows: list[list[Any]] = [
        [area, False, "projects", MONTH, month, 24180, "small", "building", *sums]
        for month in range(count)
    ]
    for _ in range(3):
        merge(session.connection(), (kept, rows))
    added = select(*(func.min(getattr(OvertakenCell, name)) for name in LATEST_SUMS))
    assert tuple(session.execute(added).one()) == tuple(3 * value for value in sums)
    assert session.scalar(select(func.count()).select_from(OvertakenCell)) == count
