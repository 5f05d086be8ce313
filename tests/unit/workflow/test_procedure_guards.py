"""Each guard of the procedure lets a well-held acceptance through and names what was not so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import SYSTEM
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.domain.working_days import WEEKENDS_ONLY
from acceptance.workflow import procedure_guards as p
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import Facts, Request
from acceptance.workflow.procedures import PROCEDURES, asked_of
from acceptance.workflow.stages import Stage

OWNER, SUPERVISOR, BUREAU = PartyRole.OWNER, PartyRole.SUPERVISOR, PartyRole.BUREAU
CORE = (OWNER, PartyRole.DESIGNER, PartyRole.CONTRACTOR, SUPERVISOR)
TODAY = date(2026, 6, 30)
YEAR = replace(WEEKENDS_ONLY, years=frozenset({2026}))
MEETING = Recorded(day=date(2026, 6, 1), chair=OWNER, agree=4,
                   present=tuple((role, 1) for role in CORE))  # fmt: skip
GOOD: dict[Event, Recorded] = {
    Event.APPLICATION: Recorded(day=date(2026, 5, 11)),
    Event.ANSWER: Recorded(day=date(2026, 5, 12)),
    Event.NOTICE: Recorded(day=date(2026, 5, 18)),
    Event.MEETING: MEETING,
    Event.REPORT: Recorded(day=date(2026, 6, 2)),
    Event.OPINION: Recorded(day=date(2026, 6, 9)),
}


def unit_works(**changed: Any) -> Proceeding:
    """A unit works well accepted, with events replaced, or taken out by None."""
    events = dict(GOOD)
    for name, recorded in changed.items():
        if recorded is None:
            del events[Event(name)]
        else:
            events[Event(name)] = recorded
    return proceeding("water", "unit_works", events, works_id=7, part="1 干渠")


def proceeding(process: str, kind: str, events: dict[Event, Recorded], **given: Any) -> Proceeding:
    asked = asked_of(process, kind)
    assert asked is not None
    return Proceeding(
        procedure=asked.procedure, rule=asked.rule, wanted=asked.wanted, events=events,
        parties=frozenset(CORE), **given,
    )  # fmt: skip


def meeting(**changed: Any) -> Proceeding:
    return unit_works(meeting=replace(MEETING, **changed))


def experts(outside: int | None) -> Proceeding:
    held = Recorded(day=TODAY, chair=BUREAU, present=((BUREAU, 2),), outside=outside, agree=9)
    return proceeding("water", "technical_pre_acceptance", {Event.MEETING: held})


def reported(day: date) -> Proceeding:
    events = {Event.MEETING: Recorded(day=date(2026, 6, 1)), Event.REPORT: Recorded(day=day)}
    return proceeding("road", "handover", events)


def reasons(guard: Callable[[Facts, Request], tuple[Finding, ...]], *held: Proceeding) -> list[str]:
    action = Action.CONFIRM_UNIT_WORKS
    facts = Facts("water", Stage.UNIT_WORKS_ACCEPTANCE, TODAY, proceedings={action: held},
                  calendar=YEAR)  # fmt: skip
    other = Request(Action.APPROVE, SYSTEM)
    assert guard(facts, other) == ()
    return [finding.code for finding in guard(facts, Request(action, SYSTEM))]


@pytest.mark.parametrize("guard", p.HELD_AS_PRESCRIBED)
def test_a_well_held_acceptance_passes_every_guard(guard: Any) -> None:
    assert reasons(guard, unit_works()) == []
    assert reasons(guard, experts(4)) == []


@pytest.mark.parametrize(
    ("guard", "held", "codes"),
    [
        (p.acceptances_recorded, unit_works(opinion=None), ["event_missing"]),
        (p.acceptances_recorded, unit_works(report=None, answer=None), ["event_missing"] * 2),
        # The opinion is older than the report of the meeting held anew.
        (p.acceptances_recorded, unit_works(report=Recorded(day=TODAY)), ["event_missing"]),
        (p.acceptances_recorded, replace(unit_works(), events={}), ["acceptances_missing"]),
        (p.acceptances_recorded, replace(unit_works(), events={}, works_id=None),
         ["acceptance_missing"]),
        (p.chaired_by_the_right_body, meeting(chair=SUPERVISOR), ["chaired_by_another"]),
        (p.chaired_by_the_right_body, meeting(chair=None), ["chaired_by_another"]),
        (p.every_unit_represented, meeting(present=((OWNER, 2), (SUPERVISOR, 2))),
         ["unit_not_represented"] * 2),
        # Nobody who is not in the project is missed: there is no surveyor and no operator.
        (p.every_unit_represented, meeting(present=tuple((role, 1) for role in CORE)), []),
        (p.notice_days_ahead, unit_works(notice=Recorded(day=date(2026, 5, 19))),
         ["notice_days_short"]),
        (p.notice_days_ahead, unit_works(notice=Recorded(day=date(2025, 12, 31)),
                                         answer=None, application=None), []),
        (p.group_concluded, meeting(agree=3), []),
        (p.group_concluded, meeting(agree=2), ["group_not_agreed"]),
        (p.group_concluded, meeting(agree=None), ["group_not_agreed"]),
        (p.experts_from_outside, experts(3), ["experts_not_outside"]),
        (p.experts_from_outside, experts(None), ["experts_not_outside"]),
        (p.supervision_has_no_objection,
         unit_works(opinion=Recorded(day=date(2026, 6, 9), approved=False)),
         ["supervision_objects"]),
        (p.objection_period_over, reported(date(2026, 6, 15)), ["objection_period_runs"]),
        (p.objection_period_over, reported(date(2026, 6, 14)), []),
    ],
)  # fmt: skip
def test_what_was_not_as_prescribed_is_a_reason(
    guard: Any, held: Proceeding, codes: list[str]
) -> None:
    assert reasons(guard, held) == codes


def test_a_notice_into_a_year_without_holidays_says_that_only_weekends_count() -> None:
    held = unit_works(notice=Recorded(day=date(2026, 12, 28)), report=None, opinion=None,
                      meeting=replace(MEETING, day=date(2027, 1, 8)))  # fmt: skip
    assert reasons(p.notice_days_ahead, held) == ["notice_days_short_weekends"]


def test_parts_of_which_nothing_is_known_are_named_together_with_the_clause() -> None:
    blank = replace(unit_works(), events={})
    facts = Facts("water", Stage.UNIT_WORKS_ACCEPTANCE, TODAY, proceedings={
        Action.CONFIRM_UNIT_WORKS: (blank, unit_works(), replace(blank, works_id=8, part="2 支渠"))
    })  # fmt: skip
    (finding,) = p.acceptances_recorded(facts, Request(Action.CONFIRM_UNIT_WORKS, SYSTEM))
    assert (finding.clause, finding.values["count"]) == ("SL 223-2008 第4章", 2)
    assert finding.values["parts"] == "1 干渠、2 支渠"


def test_a_paper_that_is_out_late_stops_nobody() -> None:
    for asked in (each for process in PROCEDURES.values() for each in process):
        assert Event.PAPER not in asked.wanted
        assert not set(asked.wanted) & set(asked.rule.elsewhere)
