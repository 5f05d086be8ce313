"""The services of the register on both databases."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Role
from acceptance.domain.project_description import ProjectDescription
from acceptance.domain.projects import Category, SizeBasis, SizeClass
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project, ProjectParty, Touch
from acceptance.queries.ledger import verify
from acceptance.queries.papers import papers_page
from acceptance.queries.projects import describe, editable_project, project_page
from acceptance.queries.works import works_page
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.papers import RecordPaper, record_paper
from acceptance.services.parties import Party, SetParties, set_parties
from acceptance.services.projects import ChangeProject, RegisterProject, change, register
from acceptance.services.works import (
    AddWorks,
    add_works,
)
from acceptance.services.works_checks import WorksDescription
from acceptance.workflow.stages import Stage
from tests.builders.projects import (
    County,
    make_county,
    make_organisation,
    make_project,
    ready_project,
)


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def description(county: County) -> ProjectDescription:
    return ProjectDescription(
        code="LX-100",
        name="示例卫生院业务用房",
        area_id=county.townships[0].id,
        category=Category.BUILDING,
        process="building",
        rule_set="GB 50300-2013",
        size_class=SizeClass.MEDIUM,
        size_basis=SizeBasis.RULE_171,
        investment=Decimal("12000000.50"),
        organiser="建设单位",
    )


def put(county: County, description: ProjectDescription, **more: bool) -> int:
    command = RegisterProject(description, **more)
    return register(county.session, command, county.actor("inspector"), county.now)


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def payloads(session: Session, action: str) -> list[dict[str, object]]:
    rows = session.scalars(select(LedgerRow.payload).where(LedgerRow.action == action))
    return [json.loads(row) for row in rows]


def test_registering_writes_the_project_the_ledger_and_the_touch(
    county: County, session: Session, description: ProjectDescription
) -> None:
    project_id = put(county, description)
    project = session.get_one(Project, project_id)
    assert describe(project) == description
    assert (project.stage, project.version) == (Stage.REGISTERED, 1)
    payload = payloads(session, "project.registered")[0]
    assert payload == {
        "code": "LX-100",
        "name": "示例卫生院业务用房",
        "area": county.townships[0].path,
        "category": "building",
        "size_class": "medium",
        "size_basis": "171-2007",
        "size_note": "",
        "process": "building",
        "rule_set": "GB 50300-2013",
        "investment": "12000000.5",
        "responsible": None,
        "graded": True,
    }
    touches = session.scalars(select(Touch.act).where(Touch.project_id == project_id)).all()
    assert list(touches) == ["registered"]
    assert verify(session) is None


REFUSALS = [
    ({"process": "water"}, ["process_not_for_category"]),
    ({"rule_set": "SL 176-2007"}, ["rule_set_not_for_category"]),
    ({"size_class": SizeClass.SMALL}, ["size_contradicts_rule"]),
    ({"size_basis": SizeBasis.MANUAL}, ["size_note_missing"]),
    ({"size_basis": SizeBasis.INVESTMENT}, ["size_contradicts_rule"]),
    (
        {"planned_start": date(2015, 2, 1), "planned_finish": date(2015, 1, 31)},
        ["finish_before_start"],
    ),
    ({"area_id": 1}, ["area_not_in_scope"]),
    (
        {"process": "water", "rule_set": "no", "area_id": 1},
        ["rule_set_not_for_category", "process_not_for_category", "area_not_in_scope"],
    ),
]


@pytest.mark.parametrize(("changed", "expected"), REFUSALS)
def test_every_reason_is_given_at_once(
    county: County,
    session: Session,
    description: ProjectDescription,
    changed: dict[str, object],
    expected: list[str],
) -> None:
    with pytest.raises(RefusedError) as refused:
        put(county, replace(description, **changed))
    assert codes(refused) == expected
    assert session.scalars(select(Project)).all() == []


def test_a_code_is_unique_beyond_the_viewers_area(
    county: County, description: ProjectDescription
) -> None:
    put(county, description)
    other = replace(description, name="另一个项目", area_id=county.townships[1].id)
    command = RegisterProject(other)
    with pytest.raises(RefusedError) as refused:
        register(county.session, command, county.actor("neighbour"), county.now)
    assert codes(refused) == ["code_taken"]


def test_a_change_is_written_with_what_changed_only(
    county: County, session: Session, description: ProjectDescription
) -> None:
    project_id = put(county, description)
    moved = replace(description, area_id=county.townships[1].id, investment=Decimal("12000000.500"))
    changed = change(
        session, ChangeProject(project_id, 1, moved), county.actor("inspector"), county.now
    )
    assert changed == ("area_id",)
    assert payloads(session, "project.changed") == [{"area": county.townships[1].path}]
    with pytest.raises(StaleError):
        change(session, ChangeProject(project_id, 1, description), county.actor("inspector"),
               county.now)  # fmt: skip


def test_a_foreign_project_is_missing(
    county: County, session: Session, description: ProjectDescription
) -> None:
    project_id = put(county, description)
    stranger = county.actor("neighbour")
    paper = RecordPaper(project_id, "completion_report", date(2015, 6, 1))
    add = AddWorks(project_id, None, WorksDescription("示例"))
    for act in (
        lambda: change(session, ChangeProject(project_id, 1, description), stranger, county.now),
        lambda: set_parties(session, SetParties(project_id, 1, ()), stranger, county.now),
        lambda: record_paper(session, paper, stranger, county.now),
        lambda: add_works(session, add, stranger, county.now),
    ):
        with pytest.raises(NotFoundError):
            act()
    assert project_page(session, stranger, project_id, county.now) is None
    assert editable_project(session, stranger, project_id) is None
    assert papers_page(session, stranger, project_id) is None
    assert works_page(session, stranger, project_id) is None


def test_a_change_after_attempt_one_leaves_what_is_counted(
    county: County, session: Session
) -> None:
    project = ready_project(county)
    project.counted_category, project.counted_size = project.category, SizeClass.LARGE
    project.counted_area_id = project.area_id
    session.flush()
    described = replace(
        describe(project),
        area_id=county.townships[1].id,
        category=Category.OTHER,
        size_class=SizeClass.SMALL,
        size_basis=SizeBasis.MANUAL,
        size_note="示例",
    )
    command = ChangeProject(project.id, project.version, described)
    change(session, command, county.actor("inspector"), county.now)
    session.refresh(project)
    assert (project.category, project.size_class) == (Category.OTHER, SizeClass.SMALL)
    assert project.counted_category is Category.BUILDING
    assert project.counted_size is SizeClass.LARGE
    assert project.counted_area_id == county.townships[0].id


def test_process_and_edition_are_fixed_in_time(county: County, session: Session) -> None:
    project = make_project(county, Category.RURAL_ROAD, stage=Stage.UNDER_CONSTRUCTION)
    with pytest.raises(RefusedError) as refused:
        change(session, ChangeProject(project.id, 1, replace(describe(project), process="road")),
               county.actor("inspector"), county.now)  # fmt: skip
    assert codes(refused) == ["process_fixed"]
    project.counted_category = project.category
    session.flush()
    described = replace(describe(project), rule_set="JTG F80/1-2004")
    with pytest.raises(RefusedError) as refused:
        change(session, ChangeProject(project.id, project.version, described),
               county.actor("inspector"), county.now)  # fmt: skip
    assert codes(refused) == ["rule_set_fixed"]


def test_parties_replace_one_another_without_names_in_the_ledger(
    county: County, session: Session, description: ProjectDescription
) -> None:
    project_id = put(county, description)
    firm = make_organisation(session, "示例施工单位", county.county)
    both = (Party(PartyRole.OWNER, county.bureau.id, "示例张三"),
            Party(PartyRole.CONTRACTOR, firm.id, "示例李四"))  # fmt: skip
    set_parties(session, SetParties(project_id, 1, both), county.actor("inspector"), county.now)
    with pytest.raises(StaleError):
        set_parties(session, SetParties(project_id, 1, ()), county.actor("inspector"), county.now)
    version = session.get_one(Project, project_id).version
    set_parties(session, SetParties(project_id, version, both[1:]), county.actor("inspector"),
                county.now)  # fmt: skip
    rows = session.scalars(select(ProjectParty.role)).all()
    assert list(rows) == [PartyRole.CONTRACTOR]
    assert payloads(session, "project.parties") == [
        {"owner": [county.bureau.id], "contractor": [firm.id]},
        {"contractor": [firm.id]},
    ]


def test_a_paper_is_recorded_corrected_and_guarded(
    county: County, session: Session, description: ProjectDescription
) -> None:
    project_id = put(county, description)
    actor, today = county.actor("inspector"), county.now.date()
    first = RecordPaper(project_id, "notice", today, "示例1号")
    record_paper(session, first, actor, county.now)
    with pytest.raises(StaleError):
        record_paper(session, first, actor, county.now)
    page = papers_page(session, actor, project_id)
    assert page is not None
    line = page.line("notice")
    assert line is not None
    assert line.recorded is not None
    mark = line.recorded.mark
    later = county.now + timedelta(minutes=1)
    record_paper(session, replace(first, number="示例2号", replaces=mark), actor, later)
    assert [p["number"] for p in payloads(session, "paper.recorded")] == ["示例1号", "示例2号"]
    for bad, code in (
        (replace(first, code="work_summaries"), "paper_not_asked_for"),
        (replace(first, code="completion_report", dated=today + timedelta(1)), "date_in_future"),
    ):
        with pytest.raises(RefusedError) as refused:
            record_paper(session, bad, actor, county.now)
        assert codes(refused) == [code]


def test_the_page_tells_what_is_missing_and_what_is_there(county: County, session: Session) -> None:
    project = ready_project(county)
    page = project_page(session, county.actor("inspector"), project.id, county.now)
    assert page is not None
    assert page.gate is not None
    assert (page.gate.lacking, page.gate.action) == (0, "open_attempt")
    assert len(page.gate.met) == page.gate.total
    project.is_housing = True
    session.flush()
    page = project_page(session, county.actor("auditor"), project.id, county.now)
    assert page is not None
    assert page.gate is not None
    assert [finding.values["paper"] for finding in page.gate.missing] == ["household_acceptance"]
    assert county.actor("auditor").role is Role.AUDITOR
