"""Decisions and the limits of standards: taken by today's, and the ledger says which those were."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import Opinion
from acceptance.domain.projects import Category
from acceptance.domain.standards.editions import Editions
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.works_records import QualityAccident
from acceptance.services.attempts import PartyOpinion
from acceptance.services.quality_accidents import RecordAccident, record_accident
from acceptance.workflow.actions import Action
from tests.builders.acts import do
from tests.builders.limits import set_limit
from tests.builders.projects import County, add_works, make_county, make_project, ready_project

QUORUM = ("SL 223-2008", "quorum_share")


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


def payload(county: County, action: str) -> dict[str, Any]:
    """What the newest entry of this kind says."""
    row = county.session.scalars(
        select(LedgerRow.payload).where(LedgerRow.action == action).order_by(LedgerRow.seq.desc())
    ).first()
    assert row is not None
    return json.loads(row)  # type: ignore[no-any-return]


def concluded(county: County, project: Any, *, against: int) -> list[str]:
    """The members conclude, so many of them against; the reasons why they cannot."""
    said = tuple(
        PartyOpinion(party.role, party.organisation_id, Opinion.DISAGREE if at < against
                     else Opinion.AGREE, "示例签字人")
        for at, party in enumerate(project.parties)
    )  # fmt: skip
    outcome = do(county, project, Action.CONCLUDE_PASSED, opinions=said, reason="另附")
    return [finding.code for finding in outcome.findings]


def test_the_members_conclude_by_the_share_that_the_bureau_confirmed(county: County) -> None:
    project = ready_project(county, Category.WATER_SAVING)
    assert len(project.parties) >= 4
    assert do(county, project, Action.OPEN_ATTEMPT).done
    assert "editions" not in payload(county, "stage.open_attempt")
    set_limit(county, *QUORUM, "0.9")
    assert concluded(county, project, against=1) == ["quorum_missing"]
    assert payload(county, "stage.refused")["editions"]["limits"] == {QUORUM[0]: {QUORUM[1]: "0.9"}}
    set_limit(county, *QUORUM, "0.5")
    assert concluded(county, project, against=1) == []
    moved = payload(county, "stage.conclude_passed")
    assert Editions.from_document(moved["editions"]) == Editions({QUORUM[0]: {QUORUM[1]: "0.5"}})


def test_a_building_is_not_decided_by_a_limit_of_water_works(county: County) -> None:
    set_limit(county, *QUORUM, "0.9")
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    assert "editions" not in payload(county, "stage.open_attempt")


@pytest.mark.parametrize(("floor", "expected"), [(None, "minor"), ("15", "defect"), ("5", "minor")])
def test_an_accident_has_the_class_of_the_limits_in_force(
    county: County, floor: str | None, expected: str
) -> None:
    if floor:
        set_limit(county, "水利部令第9号-1999 small", "minor", floor)
    project = make_project(county, Category.WATER_SAVING)
    leaf = add_works(county, project)[0]
    command = RecordAccident(leaf.id, date(2011, 1, 10), "earthworks", Decimal(12), "渠堤塌陷")
    made = record_accident(county.session, command, county.actor("inspector"), county.now)
    assert county.session.get_one(QualityAccident, made).accident == expected
    said = payload(county, "works.accident_recorded")["edition"]
    assert ("本局核定" in said) == (floor is not None)
