"""Rules of acceptances, what stands of them, and their days in the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from acceptance.domain.parties import PartyRole
from acceptance.domain.procedures.deadlines import (
    Day,
    deadlines,
    earliest_meeting,
    objection_ends,
)
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.projects import Level
from acceptance.domain.standards.acceptance_rules import Event, Procedure
from acceptance.domain.standards.completion_171 import COMPLETION_171
from acceptance.domain.standards.gb_50300_procedure import GB_50300_2013_PROCEDURE as GB_50300
from acceptance.domain.standards.highway_procedure import HIGHWAY_PROCEDURE_2004 as HIGHWAY
from acceptance.domain.standards.sl_223 import SL_223_2008 as SL_223
from acceptance.queries.calendar import calendar

APPLICATION, ANSWER, NOTICE, MEETING, REPORT, OPINION, PAPER = Event


def on(day: str) -> Recorded:
    return Recorded(day=date.fromisoformat(day))


def held(procedure: Procedure, kind: str, **days: str) -> Proceeding:
    rule = procedure.rule(kind)
    events = {Event(event): on(day) for event, day in days.items()}
    return Proceeding(procedure=procedure, rule=rule, wanted=rule.events, events=events)


@pytest.mark.parametrize(
    ("procedure", "kind", "events"),
    [
        (SL_223, "part_works", (APPLICATION, ANSWER, MEETING, REPORT, OPINION, PAPER)),
        (SL_223, "unit_works", tuple(Event)),
        (SL_223, "contract_completion", (APPLICATION, ANSWER, MEETING, PAPER)),
        (SL_223, "owner_self_check", (NOTICE, MEETING, REPORT, PAPER)),
        (SL_223, "technical_pre_acceptance", (MEETING,)),
        (GB_50300, "division", (MEETING,)),
        (COMPLETION_171, "building_completion", (NOTICE, MEETING)),
        (HIGHWAY, "handover", (MEETING, REPORT)),
    ],
)
def test_an_acceptance_is_made_of_what_its_rule_bounds(
    procedure: Procedure, kind: str, events: tuple[Event, ...]
) -> None:
    assert procedure.rule(kind).events == events


@pytest.mark.parametrize(
    ("procedure", "level", "name", "kind"),
    [
        (GB_50300, Level.DIVISION, "地基与基础", "foundation_division"),
        (GB_50300, Level.DIVISION, "主体结构", "structure_division"),
        (GB_50300, Level.DIVISION, "建筑节能", "structure_division"),
        (GB_50300, Level.DIVISION, "屋面", "division"),
        (GB_50300, Level.ITEM, "钢筋", "item"),
        (GB_50300, Level.LOT, "基础钢筋", "lot"),
        (GB_50300, Level.UNIT, "主体建筑", None),
        (SL_223, Level.DIVISION, "地基处理", "part_works"),
        (SL_223, Level.UNIT, "干渠", "unit_works"),
        (SL_223, Level.ELEMENT, "渠段", None),
    ],
)
def test_a_part_has_the_rule_of_its_level_and_name(
    procedure: Procedure, level: Level, name: str, kind: str | None
) -> None:
    rule = procedure.rule_for(level, name)
    assert (rule.kind if rule else None) == kind


def test_surveyor_and_designer_sign_where_the_clause_names_them() -> None:
    surveyor, designer = PartyRole.SURVEYOR, PartyRole.DESIGNER
    named = {
        rule.kind: (surveyor in rule.group, designer in rule.group)
        for rule in GB_50300.acceptances
        if rule.level is Level.DIVISION
    }
    assert named == {
        "foundation_division": (True, True),
        "structure_division": (False, True),
        "division": (False, False),
    }
    assert {rule.chairs for rule in GB_50300.acceptances} == {(PartyRole.SUPERVISOR,)}


def test_what_follows_a_meeting_falls_when_the_meeting_is_held_anew() -> None:
    first = held(SL_223, "unit_works", application="2026-03-02", answer="2026-03-04",
                 notice="2026-03-02", meeting="2026-03-18", report="2026-03-20",
                 opinion="2026-03-25", paper="2026-03-26")  # fmt: skip
    assert first.missing == ()
    again = held(SL_223, "unit_works", application="2026-03-02", answer="2026-03-04",
                 notice="2026-03-02", meeting="2026-04-02", report="2026-03-20",
                 opinion="2026-03-25", paper="2026-04-02")  # fmt: skip
    assert again.missing == (REPORT, OPINION)
    assert not again.is_untouched


@pytest.mark.parametrize(
    ("kind", "start", "day", "event", "due"),
    [
        # The tests of the calendar reference, as limits of a procedure.
        ("part_works", "application", "2026-02-10", ANSWER, "2026-03-02"),
        ("part_works", "meeting", "2025-09-26", REPORT, "2025-10-16"),
        ("part_works", "report", "2024-04-26", OPINION, "2024-05-27"),
        ("contract_completion", "application", "2024-04-26", ANSWER, "2024-05-27"),
    ],
)
def test_limits_are_working_days_by_the_notices(
    kind: str, start: str, day: str, event: Event, due: str
) -> None:
    found = {each.event: each for each in deadlines(held(SL_223, kind, **{start: day}), calendar())}
    assert found[event].due == Day(date.fromisoformat(due))


@pytest.mark.parametrize(
    ("done", "today", "late"),
    [
        (None, "2026-03-02", False),
        (None, "2026-03-03", True),
        ("2026-03-02", "2026-09-01", False),
        ("2026-03-03", "2026-03-03", True),
    ],
)
def test_a_limit_is_late_from_the_day_after_it(done: str | None, today: str, late: bool) -> None:
    days = {"application": "2026-02-10"} | ({"answer": done} if done else {})
    (answer,) = deadlines(held(SL_223, "part_works", **days), calendar())
    assert answer.is_late(date.fromisoformat(today)) is late


def test_a_limit_that_runs_into_a_year_without_notice_says_so() -> None:
    (answer,) = deadlines(held(SL_223, "part_works", application="2026-12-21"), calendar())
    assert answer.due == Day(date(2027, 1, 4), (2027,))


def test_the_supervision_report_counts_all_days() -> None:
    report = held(COMPLETION_171, "supervision_report", meeting="2026-12-30")
    (limit,) = deadlines(report, calendar())
    assert (limit.event, limit.due) == (OPINION, Day(date(2027, 1, 4)))


def test_the_meeting_waits_for_the_notice_and_the_trial_for_objections() -> None:
    assert earliest_meeting(held(SL_223, "unit_works"), calendar()) is None
    # Two days off at the weekend and eight of the two festivals lie between.
    notice = held(SL_223, "unit_works", notice="2026-09-18")
    assert earliest_meeting(notice, calendar()) == Day(date(2026, 10, 9))
    assert earliest_meeting(held(SL_223, "part_works", meeting="2026-09-18"), calendar()) is None
    reported = held(HIGHWAY, "handover", meeting="2026-09-18", report="2026-09-20")
    assert objection_ends(reported) == date(2026, 10, 5)
    assert objection_ends(held(HIGHWAY, "handover")) is None
