"""The record of a part says who signed its acceptance, as it was recorded."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.parties import PartyRole
from acceptance.domain.procedures.proceeding import Recorded
from acceptance.domain.projects import Category, Level
from acceptance.domain.record_facts import RecordFacts, Subject
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.record_facts import record_facts
from acceptance.services.proceedings import RecordEvents, record_events
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage
from tests.builders.acts import hold, pass_attempt
from tests.builders.projects import (
    County,
    add_parties,
    add_works,
    inspect,
    make_county,
    make_project,
    ready_project,
)


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


def built(county: County, category: Category) -> Project:
    project = make_project(county, category, stage=Stage.UNDER_CONSTRUCTION)
    add_parties(county, project)
    inspect(county, add_works(county, project))
    return project


def facts_of(
    county: County, project: Project, level: Level, form: RecordForm = RecordForm.RATING
) -> RecordFacts:
    query = select(Works.id).where(Works.project_id == project.id, Works.level == level)
    works_id = county.session.scalars(query).one()
    found = record_facts(county.session, county.actor("inspector"), Subject.WORKS, works_id, form)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("level", [Level.ITEM, Level.DIVISION])
def test_a_signed_part_of_a_building_names_its_day_and_its_firms(
    county: County, level: Level
) -> None:
    project = built(county, Category.BUILDING)
    assert facts_of(county, project, level).accepted is None
    hold(county, project, Action.REPORT_COMPLETION)
    held = facts_of(county, project, level).accepted
    assert held is not None
    assert held.clause.startswith("GB 50300-2013 6.0.")
    assert held.day == county.now.date() - timedelta(days=20)
    firms = {each.role: each.organisation.name for each in project.parties}
    (builder,) = held.signers_as(PartyRole.CONTRACTOR)
    assert builder.organisation == firms[PartyRole.CONTRACTOR]
    assert (builder.people, builder.names) == (1, "")


def test_part_works_of_a_canal_say_what_supervision_answered(county: County) -> None:
    project = built(county, Category.WATER_SAVING)
    hold(county, project, Action.REPORT_COMPLETION)
    facts = facts_of(county, project, Level.DIVISION, RecordForm.MINUTES)
    assert facts.accepted is not None
    assert facts.accepted.chair is PartyRole.OWNER
    assert facts.supervision is not None
    assert (facts.supervision.act, facts.supervision.approved) == ("核备", True)
    unit = facts_of(county, project, Level.UNIT)
    assert (unit.accepted, unit.supervision) == (None, None)


def test_an_acceptance_held_anew_takes_its_older_opinion_off_the_record(county: County) -> None:
    project = built(county, Category.WATER_SAVING)
    hold(county, project, Action.REPORT_COMPLETION)
    facts = facts_of(county, project, Level.DIVISION)
    works = county.session.scalars(select(Works.id).where(Works.level == Level.DIVISION)).one()
    assert facts.accepted is not None
    present = tuple((each.role, each.people) for each in facts.accepted.signers)
    anew = Recorded(day=county.now.date(), chair=PartyRole.OWNER, present=present,
                    agree=len(present))  # fmt: skip
    command = RecordEvents(project.id, "part_works", ((Event.MEETING, anew),), (works,), "重新验收")
    record_events(county.session, command, county.actor("inspector"), county.now)
    again = facts_of(county, project, Level.DIVISION)
    assert again.accepted is not None
    assert again.accepted.day == county.now.date()
    assert again.supervision is None


def test_the_forms_beside_the_record_do_not_change_with_a_signing(county: County) -> None:
    project = built(county, Category.WATER_SAVING)
    hold(county, project, Action.REPORT_COMPLETION)
    hold(county, project, Action.CONFIRM_UNIT_WORKS)
    assert facts_of(county, project, Level.UNIT).accepted is not None
    beside = facts_of(county, project, Level.UNIT, RecordForm.CONTROL_DOCUMENTS)
    assert beside.accepted is None


def test_the_unit_works_of_a_building_are_signed_at_the_counted_acceptance(county: County) -> None:
    project = ready_project(county)
    assert facts_of(county, project, Level.UNIT).accepted is None
    assert pass_attempt(county, project).done
    held = facts_of(county, project, Level.UNIT).accepted
    assert held is not None
    assert held.title == "竣工验收"
    assert {signer.role for signer in held.signers} == {each.role for each in project.parties}
    assert {signer.names for signer in held.signers} == {"示例签字人"}
