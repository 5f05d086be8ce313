"""Ways to make a failure vanish, each tried against the first-time rate: none of them raises it.

The numbers are those of the list of frauds the bureau keeps: F1 rewriting, F2 never concluding,
F4 registering again, F5 another edition, F8 another date, F10 voiding, F11 another area or class,
F12 the database behind our back. F3, F6, F7 and F9 happen below the project, to drafts, points,
values and photos (`test_frauds_below.py`); F13 and F14 to the whole installation
(`test_frauds_around.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.project_description import ProjectDescription
from acceptance.domain.projects import Category, SizeBasis, SizeClass
from acceptance.domain.rates import Rate
from acceptance.domain.recount import recount
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.projects import Project
from acceptance.queries.ledger import export_lines
from acceptance.queries.populations import Field
from acceptance.queries.projects import describe
from acceptance.queries.recounting import differences
from acceptance.queries.tallies import counts_by_area
from acceptance.services import areas, attempts, projects
from acceptance.services.counting import count_all
from acceptance.services.errors import RefusedError
from acceptance.services.projects import ChangeProject, RegisterProject
from tests.builders.lives import change, step
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, at, make_registry

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


def renamed(registry: Registry, project: Project) -> None:
    rename(registry, project, "示例完全不同的名称")


def township_renamed(registry: Registry, project: Project) -> None:
    command = (project.area_id, "示例新镇", date(2015, 4, 1))
    areas.rename(registry.session, *command, registry.administrator, at(date(2015, 4, 1)))


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
        pytest.param(called_otherwise, id="F4-renamed-in-the-table"),
        pytest.param(renamed, id="F4-renamed"),
        pytest.param(township_renamed, id="F4-township-renamed"),
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
    ("name", "changed", "code"),
    [
        pytest.param("示例乡敬老院综合楼", {"code": "LX-0005"}, "code_taken", id="imported-again"),
        pytest.param("示例乡 敬老院 综合楼", {}, "second_entry", id="written-otherwise"),
        pytest.param("示例乡敬老院综合楼（重建）", {}, "second_entry", id="nearly-the-same"),
        pytest.param("示例乡敬老院综合楼 A 区", {}, "second_entry", id="split"),
        pytest.param("示例乡敬老院综合楼、卫生院合并工程", {}, "second_entry", id="merged"),
        pytest.param("示例乡敬老院综合楼", {"area": TOWNSHIPS[1]}, "second_entry", id="moved"),
        pytest.param(
            "示例乡敬老院综合楼", {"category": Category.MUNICIPAL}, "second_entry", id="other-kind"
        ),
        pytest.param("示例工程5", {}, "second_entry", id="under-its-earlier-name"),
    ],
)
@pytest.mark.parametrize("left", ["failed", "open", "abandoned", "voided"])
def test_f4_what_has_not_passed_is_not_entered_again(
    registry: Registry, left: str, name: str, changed: dict[str, Any], code: str
) -> None:
    """Also where somebody ticked that he has looked: it is accepted under its own number."""
    project = registry.project(area=TOWNSHIPS[0])
    assert (project.code, project.name) == ("LX-0005", "示例工程5")
    rename(registry, project, "示例乡敬老院综合楼")
    for act in {"failed": ("fail",), "open": ("open",), "abandoned": ("open", "abandon"),
                "voided": ("fail", "void")}[left]:  # fmt: skip
        step(registry, project, act, FAILED_ON)
    before = rate(registry)
    with pytest.raises(RefusedError) as refused:
        enter(registry, name, **changed)
    assert code in {found.code for found in refused.value.findings}
    assert rate(registry) == told_by_the_ledger(registry) == before


def test_f4_a_project_not_begun_does_not_take_the_name(registry: Registry, failed: Project) -> None:
    other = registry.project(area=TOWNSHIPS[0])
    with pytest.raises(RefusedError) as refused:
        rename(registry, other, failed.name)
    assert {found.code for found in refused.value.findings} == {"second_entry"}


def test_f4_once_it_has_passed_its_neighbours_may_come(registry: Registry, failed: Project) -> None:
    rename(registry, failed, "示例乡敬老院综合楼")
    passed_later(registry, failed)
    assert enter(registry, "示例乡敬老院综合楼二期")
    assert rate(registry).failed == 1


def test_f5_the_edition_is_fixed_by_the_first_attempt(registry: Registry, failed: Project) -> None:
    with pytest.raises(RefusedError) as refused:
        describe_anew(registry, failed, rule_set="GB 50300-2001")
    assert {found.code for found in refused.value.findings} == {"rule_set_fixed"}
    describe_anew(registry, failed, size_class=SizeClass.MEDIUM, category=Category.OTHER,
                  area_id=registry.areas[TOWNSHIPS[2]].id)  # fmt: skip
    assert rate(registry) == told_by_the_ledger(registry)
    assert rate(registry).failed == 1


def enter(
    registry: Registry,
    name: str,
    area: str = TOWNSHIPS[0],
    category: Category = Category.BUILDING,
    code: str = "LX-2015-001",
) -> int:
    """Register through the service, as somebody who ticked that it is another project."""
    described = ProjectDescription(
        code=code, name=name, area_id=registry.areas[area].id, category=category,
        process="building", rule_set="GB 50300-2013", size_class=SizeClass.SMALL,
        size_basis=SizeBasis.INVESTMENT, organiser="示例建设单位",
    )  # fmt: skip
    command = RegisterProject(described, confirmed=True)
    return projects.register(registry.session, command, registry.inspector, at(date(2015, 5, 4)))


def rename(registry: Registry, project: Project, name: str) -> None:
    describe_anew(registry, project, name=name)


def describe_anew(registry: Registry, project: Project, **changed: Any) -> None:
    described = replace(describe(project), **changed)
    command = ChangeProject(project.id, project.version, described, confirmed=True)
    projects.change(registry.session, command, registry.inspector, at(date(2015, 4, 2)))


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


def test_f8_the_day_of_the_meeting_moves_no_decision(registry: Registry) -> None:
    """Whoever writes last year into the invitation is still decided on the server's day."""
    project = registry.project(area=TOWNSHIPS[0])
    moment, session, actor = at(FAILED_ON), registry.session, registry.inspector
    attempts.open_attempt(session, project, actor, moment, date(2014, 12, 30), "")
    attempts.conclude(session, project, actor, moment, AttemptResult.FAILED, "示例")
    assert rate(registry, Period.year(2014)).decided == 0
    assert rate(registry) == told_by_the_ledger(registry)
    assert rate(registry).failed == 1


def test_f8_new_year_in_another_zone_moves_no_failure(registry: Registry) -> None:
    """23:30 of 31 December in UTC is the new year in Longxi already; the legal date decides."""
    project = registry.project(area=TOWNSHIPS[0])
    late = datetime(2015, 12, 31, 23, 30, tzinfo=UTC)
    attempts.open_attempt(registry.session, project, registry.inspector, late, None, "")
    attempts.conclude(
        registry.session, project, registry.inspector, late, AttemptResult.FAILED, "示例"
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
