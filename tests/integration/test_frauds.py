"""Ways to make a failure vanish, each tried against the first-time rate: none of them raises it.

The numbers are those of the list of frauds the bureau keeps: F1 rewriting, F2 never concluding,
F4 registering again, F5 another edition, F8 another date, F10 voiding, F11 another area or class,
F12 the database behind our back. (F3, F6, F7 and F9 happen below the project: to drafts, points,
values and photos; F13 and F14 to the whole installation.)
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import SizeClass
from acceptance.domain.rates import Rate
from acceptance.domain.recount import recount
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.queries.ledger import export_lines
from acceptance.queries.populations import Field
from acceptance.queries.recounting import differences
from acceptance.queries.tallies import counts_by_area
from acceptance.services import attempts
from acceptance.services.counting import count_all
from tests.builders.lives import change, step
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, make_registry

CODE = IndicatorCode.FIRST_TIME_OTHER
YEAR = Period.year(2015)
FAILED_ON = date(2015, 3, 2)


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    for number in range(4):
        step(made, made.project(area=TOWNSHIPS[number % 2]), "pass", date(2015, 2, 1 + number))
    session.commit()
    return made


@pytest.fixture
def failed(registry: Registry) -> Project:
    project = registry.project(area=TOWNSHIPS[0])
    step(registry, project, "fail", FAILED_ON)
    registry.session.commit()
    return project


def rate(registry: Registry, period: Period = YEAR) -> Rate:
    county = registry.areas[COUNTY]
    around = Field(county.id, county.path)
    return counts_by_area(registry.session, period, around).rate(CODE, county.id)


def told_by_the_ledger(registry: Registry) -> Rate:
    found = recount(list(export_lines(registry.session)), YEAR, registry.areas[COUNTY].path)
    return Rate(len(found[CODE].numerator), len(found[CODE].denominator))


def voided(registry: Registry, project: Project) -> None:
    step(registry, project, "void", date(2015, 4, 1))


def opened_and_left(registry: Registry, project: Project) -> None:
    step(registry, project, "open", date(2015, 4, 1))


def passed_later(registry: Registry, project: Project) -> None:
    step(registry, project, "pass", date(2015, 5, 1))


def called_otherwise(registry: Registry, project: Project) -> None:
    project.name, project.code = "示例另一个名称", "LX-9999"
    registry.session.flush()


def made_another_kind(registry: Registry, project: Project) -> None:
    change(registry, project, date(2015, 4, 1))


def made_large(registry: Registry, project: Project) -> None:
    project.size_class = SizeClass.LARGE
    registry.session.flush()


def passed_and_voided(registry: Registry, project: Project) -> None:
    passed_later(registry, project)
    voided(registry, project)


def passed_and_revoked(registry: Registry, project: Project) -> None:
    passed_later(registry, project)
    step(registry, project, "revoke", date(2015, 6, 1))


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(opened_and_left, id="F2-opened-and-left"),
        pytest.param(passed_later, id="F2-passed-later"),
        pytest.param(called_otherwise, id="F4-renamed"),
        pytest.param(made_another_kind, id="F5-F11-other-edition-class-area"),
        pytest.param(made_large, id="F11-other-class"),
        pytest.param(voided, id="F10-voided"),
        pytest.param(passed_and_voided, id="F10-passed-and-voided"),
        pytest.param(passed_and_revoked, id="F10-passed-and-revoked"),
    ],
)
def test_no_deed_raises_the_rate(
    registry: Registry, failed: Project, deed: Callable[[Registry, Project], None]
) -> None:
    before = rate(registry)
    assert (before.passed, before.decided) == (4, 5)
    deed(registry, failed)
    count_all(registry.session)
    after = rate(registry)
    assert after.value is not None
    assert before.value is not None
    assert after.value <= before.value
    if deed is not called_otherwise:  # A name typed into the table is in no act of the ledger.
        assert told_by_the_ledger(registry) == after


@pytest.mark.parametrize(
    "values",
    [
        {"result": "passed"},
        {"decided_on": date(2016, 1, 4)},
        {"number": 7},
    ],
    ids=["F1-rewritten", "F8-dated-elsewhere", "F1-renumbered"],
)
def test_the_database_refuses_to_forget(
    registry: Registry, failed: Project, values: dict[str, Any]
) -> None:
    before, session = rate(registry), registry.session
    with pytest.raises(DBAPIError):
        session.execute(update(Attempt).where(Attempt.project_id == failed.id).values(**values))
    session.rollback()
    with pytest.raises(DBAPIError):
        session.execute(text("DELETE FROM attempt"))
    session.rollback()
    count_all(session)
    assert rate(registry) == before


def test_f2_an_attempt_left_open_is_no_pass(registry: Registry) -> None:
    before = rate(registry)
    project = registry.project(area=TOWNSHIPS[0])
    step(registry, project, "open", date(2015, 3, 1))
    step(registry, project, "abandon", date(2015, 9, 1))
    assert (before.failed, rate(registry).failed) == (0, 1)


def test_f8_new_year_in_another_zone_moves_no_failure(registry: Registry) -> None:
    """23:30 of 31 December in UTC is the new year in Longxi already; the legal date decides."""
    project = registry.project(area=TOWNSHIPS[0])
    late = datetime(2015, 12, 31, 23, 30, tzinfo=UTC)
    attempts.open_attempt(registry.session, project, registry.inspector, late, None, "")
    attempts.conclude(
        registry.session, project, registry.inspector, late, attempts.AttemptResult.FAILED, "示例"
    )
    assert rate(registry).failed == 0
    assert rate(registry, Period.year(2016)).failed == 1


def test_f12_counts_bent_by_hand_are_named(registry: Registry, failed: Project) -> None:
    session = registry.session
    assert list(differences(session, conditional_counts=False)) == []
    session.execute(
        text("UPDATE project_conclusion SET passed = :yes WHERE project_id = :id"),
        {"yes": True, "id": failed.id},
    )
    named = {found.code for found in differences(session, conditional_counts=False)}
    assert failed.code in named
