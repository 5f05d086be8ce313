"""The unit that answers for a project: who can be named, and how the ledger tells it."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.project_description import ProjectDescription
from acceptance.domain.projects import Category, SizeBasis, SizeClass
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.queries.projects import describe
from acceptance.services.errors import RefusedError
from acceptance.services.projects import ChangeProject, RegisterProject, change, register
from tests.builders.projects import County, make_county, make_organisation


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
        organiser="建设单位",
    )


def put(county: County, description: ProjectDescription) -> int:
    command = RegisterProject(description)
    return register(county.session, command, county.actor("inspector"), county.now)


def payloads(session: Session, action: str) -> list[dict[str, object]]:
    rows = session.scalars(select(LedgerRow.payload).where(LedgerRow.action == action))
    return [json.loads(row) for row in rows]


def test_only_an_authority_of_the_line_answers_for_a_project(
    county: County, session: Session, description: ProjectDescription
) -> None:
    plain = make_organisation(session, "示例建设单位", county.townships[0])
    bureau = make_organisation(session, "示例县水务局", county.townships[0])
    bureau.is_authority = True
    session.flush()
    with pytest.raises(RefusedError) as refused:
        put(county, replace(description, responsible_id=plain.id))
    assert [found.code for found in refused.value.findings] == ["unit_not_responsible"]
    project_id = put(county, replace(description, responsible_id=bureau.id))
    assert payloads(session, "project.registered")[0]["responsible"] == bureau.id
    # A bureau that is none any more stays with what it answered for, and takes nothing new.
    bureau.is_authority = False
    seen = session.get_one(Project, project_id)
    actor = county.actor("inspector")
    kept = replace(describe(seen), name="示例卫生院综合楼")
    assert change(session, ChangeProject(project_id, seen.version, kept), actor, county.now)
    without = replace(kept, responsible_id=None)
    change(session, ChangeProject(project_id, seen.version, without), actor, county.now)
    assert payloads(session, "project.changed")[-1] == {"responsible": None}
    with pytest.raises(RefusedError):
        change(session, ChangeProject(project_id, seen.version, kept), actor, county.now)
