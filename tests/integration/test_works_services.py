"""Dividing projects into works, on both databases."""

import json
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.projects import Category
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.works import Works
from acceptance.queries.works import works_form, works_mark, works_page
from acceptance.queries.works_presets import preset_for
from acceptance.services.divisions import DivideWorks, divide_works
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.works import (
    AddWorks,
    ChangeWorks,
    RetireWorks,
    add_works,
    change_works,
    retire_works,
)
from acceptance.services.works_checks import WorksDescription
from acceptance.workflow.stages import Stage
from tests.builders.projects import (
    County,
    inspect,
    make_county,
    make_project,
)
from tests.builders.projects import (
    add_works as build_works,
)


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


def codes(refused: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def payloads(session: Session, action: str) -> list[dict[str, object]]:
    rows = session.scalars(select(LedgerRow.payload).where(LedgerRow.action == action))
    return [json.loads(row) for row in rows]


@pytest.mark.parametrize("category", list(Category))
def test_the_usual_division_fits_its_category(county: County, category: Category) -> None:
    project = make_project(county, category)
    actor, session = county.actor("inspector"), county.session
    command = DivideWorks(project.id, preset_for(category), project.name)
    made = divide_works(session, command, actor, county.now)
    page = works_page(session, actor, project.id)
    assert page is not None
    assert made == len(session.scalars(select(Works)).all())
    assert sum(unit.leaves for unit in page.units) == page.head.leaves > 0
    assert len(payloads(session, "works.divided")[0]["parts"]) == made  # type: ignore[arg-type]
    with pytest.raises(RefusedError) as refused:
        divide_works(session, command, actor, county.now)
    assert codes(refused) == ["works_exist"]


def test_parts_are_added_changed_and_retired(county: County, session: Session) -> None:
    project = make_project(county, Category.RURAL_ROAD)
    actor, now = county.actor("inspector"), county.now
    unit = add_works(session, AddWorks(project.id, None, WorksDescription("路基工程")), actor, now)
    part = add_works(session, AddWorks(project.id, unit, WorksDescription("排水工程")), actor, now)
    leaf = add_works(session, AddWorks(project.id, part, WorksDescription("浆砌水沟")), actor, now)
    with pytest.raises(RefusedError) as refused:
        add_works(session, AddWorks(project.id, leaf, WorksDescription("再下一层")), actor, now)
    assert codes(refused) == ["works_too_deep"]
    works = session.get_one(Works, leaf)
    assert (works.code, works.is_leaf, works.level) == ("1.1.1", True, "item")
    mark = works_mark(works)
    described = WorksDescription("浆砌水沟", "K0+100～K0+400", is_concealed=True)
    change_works(session, ChangeWorks(leaf, mark, described), actor, now)
    with pytest.raises(StaleError):
        change_works(session, ChangeWorks(leaf, mark, described), actor, now)
    assert payloads(session, "works.changed") == [
        {"code": "1.1.1", "was": "浆砌水沟", "location": "K0+100～K0+400", "concealed": True}
    ]
    retire_works(session, RetireWorks(leaf, "示例"), actor, now)
    again = AddWorks(project.id, part, WorksDescription("浆砌水沟", "K0+100～K0+400"))
    with pytest.raises(RefusedError) as refused:
        add_works(session, again, actor, now)
    assert codes(refused) == ["works_taken"]


def test_an_inspected_part_is_not_retired(county: County, session: Session) -> None:
    project = make_project(county)
    leaf = build_works(county, project, 1)[0]
    inspect(county, [leaf], verdict="fail")
    with pytest.raises(RefusedError) as refused:
        retire_works(session, RetireWorks(leaf.id, "示例"), county.actor("inspector"), county.now)
    assert codes(refused) == ["works_has_checklists"]


@pytest.mark.parametrize("stage", [Stage.APPROVAL, Stage.FILED, Stage.ARCHIVED])
def test_the_division_is_closed_from_the_approval_on(county: County, stage: Stage) -> None:
    project = make_project(county, stage=stage)
    command = AddWorks(project.id, None, WorksDescription("示例"))
    with pytest.raises(RefusedError) as refused:
        add_works(county.session, command, county.actor("inspector"), county.now)
    assert codes(refused) == ["works_closed"]


def test_a_parent_of_another_project_is_missing(county: County, session: Session) -> None:
    one = make_project(county)
    other = make_project(county, code="LX-002", name="示例二号")
    leaf = build_works(county, other, 1)[0]
    command = AddWorks(one.id, leaf.parent_id, WorksDescription("示例"))
    with pytest.raises(NotFoundError):
        add_works(session, command, county.actor("inspector"), county.now)
    assert works_form(session, county.actor("inspector"), one.id, parent_id=leaf.parent_id) is None
