"""Acceptances before the counted one: recorded once, corrected by new records, gates of the step."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from acceptance.domain.parties import PartyRole
from acceptance.domain.procedures.proceeding import Recorded
from acceptance.domain.projects import Category
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.proceedings import ProceedingRecord
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.ledger import newest_of, verify
from acceptance.queries.proceeding_pages import proceedings_page
from acceptance.queries.task_rows import TaskKind
from acceptance.queries.tasks import tasks_page
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.proceedings import RecordEvents, record_events
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage
from tests.builders.acts import do, hold
from tests.builders.projects import (
    County,
    add_parties,
    add_works,
    inspect,
    make_county,
    make_project,
)

TODAY = date(2015, 6, 15)
CORE = (PartyRole.OWNER, PartyRole.DESIGNER, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR,
        PartyRole.SURVEYOR)  # fmt: skip
MEETING = Recorded(day=TODAY, chair=PartyRole.OWNER, agree=5,
                   present=tuple((role, 1) for role in CORE))  # fmt: skip


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def canal(county: County) -> Project:
    """A canal whose works are done and inspected."""
    project = make_project(county, Category.WATER_SAVING, stage=Stage.UNDER_CONSTRUCTION)
    add_parties(county, project)
    inspect(county, add_works(county, project))
    return project


def note(county: County, project: Project, *given: tuple[Event, Recorded], who: str = "inspector",
         kind: str = "contract_completion", **more: Any) -> int:  # fmt: skip
    command = RecordEvents(project.id, kind, given, **more)
    return record_events(county.session, command, county.actor(who), county.now)


def refused(
    county: County, project: Project, *given: tuple[Event, Recorded], **more: Any
) -> list[str]:
    with pytest.raises(RefusedError) as error:
        note(county, project, *given, **more)
    return [finding.code for finding in error.value.findings]


def day(offset: int) -> Recorded:
    return Recorded(day=TODAY + timedelta(days=offset))


def rows(county: County) -> list[ProceedingRecord]:
    return list(county.session.scalars(select(ProceedingRecord).order_by(ProceedingRecord.id)))


def test_every_step_of_the_water_process_waits_for_its_acceptances(
    county: County, canal: Project
) -> None:
    for action in (
        Action.REPORT_COMPLETION,
        Action.CONFIRM_UNIT_WORKS,
        Action.CONFIRM_CONTRACT_COMPLETION,
        Action.CONFIRM_OWNER_CHECK,
        Action.CONFIRM_TECHNICAL_PRE_ACCEPTANCE,
    ):
        stage = canal.stage
        codes = {finding.code for finding in do(county, canal, action).findings}
        assert codes <= {"acceptance_missing", "acceptances_missing"}
        assert codes
        assert canal.stage is stage
        hold(county, canal, action)
        assert do(county, canal, action).done
    assert verify(county.session) is None


def test_supervision_must_have_decided_before_the_next_acceptance(
    county: County, canal: Project
) -> None:
    hold(county, canal, Action.REPORT_COMPLETION)
    unit = county.session.scalars(select(Works).where(Works.level == "division")).one()
    note(county, canal, (Event.OPINION, replace(day(0), approved=False)), who="approver",
         kind="part_works", parts=(unit.id,))  # fmt: skip
    (finding,) = do(county, canal, Action.REPORT_COMPLETION).findings
    assert (finding.code, finding.clause) == ("supervision_objects", "SL 223-2008 第3章")
    note(county, canal, (Event.OPINION, day(0)), who="approver", kind="part_works",
         parts=(unit.id,))  # fmt: skip
    assert do(county, canal, Action.REPORT_COMPLETION).done


def test_who_runs_the_acceptance_does_not_speak_for_supervision(
    county: County, canal: Project
) -> None:
    part = county.session.scalars(select(Works).where(Works.level == "unit")).one().id
    for event, who in ((Event.OPINION, "inspector"), (Event.REPORT, "approver")):
        assert refused(county, canal, (event, day(0)), who=who, kind="unit_works",
                       parts=(part,)) == ["event_of_another_role"]  # fmt: skip


def test_a_correction_is_a_new_record_that_names_the_old_one(
    county: County, canal: Project
) -> None:
    assert note(county, canal, (Event.APPLICATION, day(-9)), (Event.ANSWER, day(-8))) == 2
    # Nothing that stands as before is written again.
    assert note(county, canal, (Event.APPLICATION, day(-9)), (Event.ANSWER, day(-7))) == 1
    first, answer, corrected = rows(county)
    assert (first.replaces, answer.replaces, corrected.replaces) == (None, None, answer.id)
    with pytest.raises(DatabaseError):
        county.session.execute(text("UPDATE proceeding_record SET happened_on = '2015-01-01'"))


def test_what_was_late_is_said_in_the_ledger_and_on_the_page(
    county: County, canal: Project
) -> None:
    note(
        county,
        canal,
        (Event.APPLICATION, day(-60)),
        (Event.ANSWER, day(-3)),
        (Event.MEETING, MEETING),
    )
    payloads = [
        json.loads(payload)
        for payload in county.session.scalars(
            select(LedgerRow.payload)
            .where(LedgerRow.action == "proceeding.recorded")
            .order_by(LedgerRow.seq)
        )
    ]
    assert [payload.get("late") for payload in payloads] == [None, True, None]
    # Twenty working days after 16 April, with one day of Labour Day 2015 among them.
    assert payloads[1]["due_on"] == "2015-05-15"
    page = proceedings_page(
        county.session, county.actor("leader"), canal.id, county.now + timedelta(days=90)
    )
    assert page is not None
    group = page.group("contract_completion")
    assert group is not None
    (line,) = group.lines
    assert [each.event for each in line.events if each.late] == [Event.ANSWER, Event.PAPER]
    # What was late stops nobody.
    assert line.done


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ((), ["nothing_recorded"]),
        (((Event.APPLICATION, day(1)),), ["day_in_the_future"]),
        (((Event.APPLICATION, day(-1)), (Event.ANSWER, day(-2))), ["event_too_early"]),
        (((Event.NOTICE, day(-1)),), ["event_not_of_this_acceptance"]),
        (((Event.MEETING, Recorded(day=TODAY)),), ["chair_missing", "group_missing"]),
        (((Event.MEETING, replace(MEETING, agree=6)),), ["more_agree_than_members"]),
    ],
)
def test_what_cannot_have_been_is_refused(
    county: County, canal: Project, given: tuple[tuple[Event, Recorded], ...], codes: list[str]
) -> None:
    assert refused(county, canal, *given) == codes
    assert rows(county) == []


def test_no_unit_has_more_people_in_the_group_than_it_may(county: County, canal: Project) -> None:
    part = county.session.scalars(select(Works).where(Works.level == "division")).one().id
    for people, codes in ((2, []), (3, ["too_many_of_a_unit"])):
        many = replace(MEETING, present=((PartyRole.OWNER, people),), agree=1)
        if codes:
            assert (
                refused(county, canal, (Event.MEETING, many), kind="part_works", parts=(part,))
                == codes
            )
        else:
            assert note(county, canal, (Event.MEETING, many), kind="part_works", parts=(part,)) == 1


def test_parts_are_chosen_and_belong_to_the_acceptance(county: County, canal: Project) -> None:
    leaf = county.session.scalars(select(Works).where(Works.is_leaf)).first()
    assert leaf is not None
    assert refused(county, canal, (Event.REPORT, day(0)), kind="part_works") == ["part_not_chosen"]
    for kind, parts in (("part_works", (leaf.id,)), ("division", ()), ("completion", (leaf.id,))):
        with pytest.raises(NotFoundError):
            note(county, canal, (Event.REPORT, day(0)), kind=kind, parts=parts)


def test_a_foreign_project_is_missing_and_a_page_can_be_stale(
    county: County, canal: Project
) -> None:
    with pytest.raises(NotFoundError):
        note(county, canal, (Event.APPLICATION, day(0)), who="neighbour")
    seen = newest_of(county.session, canal.id)
    note(county, canal, (Event.APPLICATION, day(-1)), seen=seen)
    with pytest.raises(StaleError):
        note(county, canal, (Event.APPLICATION, day(0)), seen=seen)


def test_pre_acceptance_is_held_anew_after_going_back_to_construction(
    county: County, session: Session
) -> None:
    project = make_project(county, stage=Stage.PRE_ACCEPTANCE)
    add_parties(county, project)
    inspect(county, add_works(county, project))
    hold(county, project, Action.CONFIRM_PRE_ACCEPTANCE)
    county.now += timedelta(hours=1)
    assert do(county, project, Action.RETURN_TO_CONSTRUCTION, reason="漏项").done
    county.now += timedelta(hours=1)
    for action in (Action.REPORT_COMPLETION, Action.CONFIRM_SELF_INSPECTION):
        hold(county, project, action)
        assert do(county, project, action).done
    (finding,) = do(county, project, Action.CONFIRM_PRE_ACCEPTANCE).findings
    assert (finding.code, finding.clause) == ("acceptance_missing", "GB 50300-2013 6.0.5")
    hold(county, project, Action.CONFIRM_PRE_ACCEPTANCE)
    assert do(county, project, Action.CONFIRM_PRE_ACCEPTANCE).done
    assert session.scalars(select(ProceedingRecord.replaces)).all()


def test_a_report_without_an_opinion_waits_for_who_decides(county: County, canal: Project) -> None:
    def tasks(who: str) -> list[tuple[str, str, date | None]]:
        page = tasks_page(county.session, county.actor(who), county.now, 90, TaskKind.OPINION)
        groups = page.groups
        found = (*groups.late, *groups.today, *groups.week, *groups.other)
        return [(one.code, one.detail, one.due) for one in found]

    part = county.session.scalars(select(Works).where(Works.level == "division")).one().id
    note(county, canal, (Event.MEETING, replace(MEETING, day=day(-9).day)), (Event.REPORT, day(-8)),
         kind="part_works", parts=(part,))  # fmt: skip
    # A report that no opinion is asked for is nobody's task.
    note(county, canal, (Event.MEETING, MEETING), (Event.REPORT, day(0)), kind="owner_self_check")
    assert tasks("approver") == [("LX-001", "part_works", date(2015, 7, 6))]
    assert tasks("inspector") == []
    note(county, canal, (Event.REPORT, day(-1)), kind="part_works", parts=(part,))
    assert tasks("approver") == [("LX-001", "part_works", date(2015, 7, 13))]
    note(county, canal, (Event.OPINION, day(0)), who="approver", kind="part_works", parts=(part,))
    assert tasks("approver") == []
