"""Each guard lets the good case through and names every reason in the bad one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor, Role
from acceptance.domain.projects import Grade
from acceptance.domain.working_days import WEEKENDS_ONLY
from acceptance.workflow import guards as g
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import AttemptFacts, Facts, LeafFacts, Request
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage
from acceptance.workflow.table import Guard, Moved, Process, Refused, decide
from tests.builders.papers import all_on_file, without

APPROVER = Actor(7, Role.APPROVER, 3, "620000/")
CORE = (PartyRole.OWNER, PartyRole.DESIGNER, PartyRole.CONTRACTOR, PartyRole.SUPERVISOR)
OPEN = AttemptFacts(1, None, date(2015, 6, 1))
PASSED = AttemptFacts(1, AttemptResult.PASSED, date(2015, 6, 1))
FAILED = replace(PASSED, result=AttemptResult.FAILED)
READY = Facts(
    process="building",
    stage=Stage.APPROVAL,
    today=date(2015, 6, 15),
    parties=frozenset(CORE),
    papers=all_on_file("building"),
    leaves=LeafFacts(total=2, passed=2),
    attempts=1,
    attempt=PASSED,
    earliest_meeting=date(2015, 6, 15),
    certificate_in_force=True,
    calendar=replace(WEEKENDS_ONLY, years=frozenset({2015})),
)
ASKING = Request(Action.APPROVE, APPROVER, reason="有理由", problems=1,
                 opinions=tuple((role, Opinion.AGREE) for role in CORE), score="90")  # fmt: skip


OPENING = replace(ASKING, action=Action.OPEN_ATTEMPT)
FILING = replace(ASKING, action=Action.FILE)
HOUSING = replace(
    READY, papers=without(all_on_file("building", housing=True), "household_acceptance")
)


def lacking(*codes: str, facts: Facts = READY) -> Facts:
    return replace(facts, papers=without(facts.papers, *codes))


def declared_out(code: str, facts: Facts = READY) -> Facts:
    left = without(facts.papers, code)
    return replace(facts, papers=replace(left, declared_out=frozenset({code})))


def leaves(**counts: int) -> Facts:
    return replace(READY, leaves=LeafFacts(**({"total": 2} | counts)))


def said(*opinions: Opinion) -> Request:
    return replace(ASKING, opinions=tuple(zip(CORE, opinions, strict=False)))


AGREE, AGAINST, AWAY = Opinion.AGREE, Opinion.DISAGREE, Opinion.ABSENT


@pytest.mark.parametrize(
    ("guard", "facts", "request_", "codes"),
    [
        (g.core_parties_named, READY, ASKING, ()),
        (g.core_parties_named, replace(READY, parties=frozenset(CORE[2:])), ASKING,
         ("party_missing", "party_missing")),
        (g.works_divided, READY, ASKING, ()),
        (g.works_divided, leaves(total=0), ASKING, ("works_not_divided",)),
        (g.all_works_inspected_and_passed, READY, ASKING, ()),
        (g.all_works_inspected_and_passed, leaves(blank=1, drafts=1), ASKING,
         ("works_not_inspected", "checklists_in_draft")),
        (g.all_works_inspected_and_passed, leaves(failed=1), ASKING, ("works_failed",)),
        (g.all_works_inspected_and_passed, leaves(total=0), ASKING, ("works_not_divided",)),
        (g.photos_arrived, READY, ASKING, ()),
        (g.photos_arrived, leaves(photos_missing=1), ASKING, ("photos_missing",)),
        (g.papers_on_file, READY, OPENING, ()),
        (g.papers_on_file, lacking("warranty_letter"), OPENING, ("paper_missing",)),
        (g.papers_on_file, lacking("warranty_letter"), FILING, ()),
        (g.papers_on_file, lacking("notice"), OPENING, ()),
        (g.papers_on_file, lacking("building_h2_01"), OPENING, ()),
        (g.papers_on_file, lacking("building_fil_01", "building_fil_03"), FILING,
         ("paper_missing", "paper_missing")),
        (g.papers_on_file, declared_out("building_fil_03"), FILING, ()),
        (g.papers_on_file, declared_out("building_fil_01"), FILING, ("paper_missing",)),
        (g.papers_on_file, HOUSING, OPENING, ("paper_missing",)),
        (g.papers_on_file, declared_out("household_acceptance", HOUSING), OPENING,
         ("paper_missing",)),
        (g.papers_on_file, replace(READY, papers=without(all_on_file("road"), "work_summaries")),
         OPENING, ("paper_missing_to_check",)),
        (g.notice_given_in_time, READY, ASKING, ()),
        (g.notice_given_in_time, replace(READY, earliest_meeting=date(2015, 6, 16)), ASKING,
         ("notice_too_short",)),
        (g.notice_given_in_time, replace(READY, earliest_meeting=date(2015, 6, 16)),
         replace(ASKING, meeting_on=date(2015, 6, 16)), ()),
        (g.notice_given_in_time, replace(READY, earliest_meeting=date(2016, 1, 4)), ASKING,
         ("notice_too_short_weekends",)),
        (g.notice_given_in_time, replace(READY, earliest_meeting=None), ASKING,
         ("notice_missing",)),
        (g.no_attempt_open, READY, ASKING, ()),
        (g.no_attempt_open, replace(READY, attempt=None), ASKING, ()),
        (g.no_attempt_open, replace(READY, attempt=OPEN), ASKING, ("attempt_already_open",)),
        (g.attempt_open, replace(READY, attempt=OPEN), ASKING, ()),
        (g.attempt_open, READY, ASKING, ("no_attempt_open",)),
        (g.attempt_open, replace(READY, attempt=None), ASKING, ("no_attempt_open",)),
        (g.attempt_stands, READY, ASKING, ()),
        (g.attempt_stands, replace(READY, attempt=FAILED), ASKING, ("no_passed_attempt",)),
        (g.attempt_stands, replace(READY, attempt=None), ASKING, ("no_passed_attempt",)),
        (g.rectifications_closed, READY, ASKING, ()),
        (g.rectifications_closed, replace(READY, rectifications_open=1), ASKING,
         ("rectifications_open",)),
        (g.problems_listed, READY, ASKING, ()),
        (g.problems_listed, READY, replace(ASKING, problems=0), ("problems_not_listed",)),
        (g.problems_listed, READY, replace(ASKING, problems=0, dry=True), ()),
        (g.reason_given, READY, ASKING, ()),
        (g.reason_given, READY, replace(ASKING, reason=" \n"), ("reason_missing",)),
        (g.parties_agree, READY, ASKING, ()),
        (g.parties_agree, READY, said(AGREE, AGREE, AGAINST, AWAY),
         ("party_does_not_agree", "party_does_not_agree")),
        (g.parties_agree, READY, said(AGREE, AGREE, AGREE), ("party_does_not_agree",)),
        (g.two_thirds_agree, READY, said(AGREE, AGREE, AGAINST), ()),
        (g.two_thirds_agree, READY, said(AGREE, AGREE, AGAINST, AWAY), ("quorum_missing",)),
        (g.two_thirds_agree, READY, said(), ("quorum_missing",)),
        (g.not_own_work, READY, ASKING, ()),
        (g.not_own_work, replace(READY, touched_by=frozenset({6, 8})), ASKING, ()),
        (g.not_own_work, replace(READY, touched_by=frozenset({7})), ASKING, ("own_work",)),
        (g.void_requested_by_another_unit, READY, ASKING, ("void_not_requested",)),
        (g.void_requested_by_another_unit,
         replace(READY, attempt=replace(PASSED, void_requested_by=9, void_requested_unit=3)),
         ASKING, ("void_needs_other_unit",)),
        (g.void_requested_by_another_unit,
         replace(READY, attempt=replace(PASSED, void_requested_by=9, void_requested_unit=4)),
         ASKING, ()),
        (g.certificate_in_force, READY, ASKING, ()),
        (g.certificate_in_force, replace(READY, certificate_in_force=False), ASKING,
         ("no_certificate_in_force",)),
        (g.grade_is_known, READY, replace(ASKING, grade=Grade.EXCELLENT), ()),
        (g.grade_is_known, replace(READY, grades=False), ASKING, ()),
        (g.grade_is_known, replace(READY, grades=False), replace(ASKING, grade=Grade.EXCELLENT),
         ("rule_set_has_no_grades",)),
        (g.score_given, READY, ASKING, ()),
        (g.score_given, READY, replace(ASKING, score=""), ("score_missing",)),
    ],
)  # fmt: skip
def test_guard(guard: Guard, facts: Facts, request_: Request, codes: tuple[str, ...]) -> None:
    assert tuple(finding.code for finding in guard(facts, request_)) == codes


def test_a_refusal_names_every_reason_at_once() -> None:
    facts = replace(READY, attempt=FAILED, rectifications_open=2, touched_by=frozenset({7}))
    decision = decide(PROCESSES["building"], facts, ASKING)
    assert isinstance(decision, Refused)
    assert [finding.code for finding in decision.findings] == [
        "own_work",
        "no_passed_attempt",
        "rectifications_open",
    ]


@pytest.mark.parametrize("code", PROCESSES)
def test_every_pair_outside_the_table_is_refused(code: str) -> None:
    process = PROCESSES[code]
    for stage in Stage:
        for action in Action:
            if process.row(stage, action) is None:
                facts = replace(READY, process=code, stage=stage)
                decision = decide(process, facts, replace(ASKING, action=action))
                assert isinstance(decision, Refused)
                assert [f.code for f in decision.findings] == ["no_such_step"]


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_nobody_but_an_approver_approves(role: Role) -> None:
    decision = decide(
        PROCESSES["building"], READY, replace(ASKING, actor=replace(APPROVER, role=role))
    )
    assert isinstance(decision, Refused)
    assert [finding.code for finding in decision.findings] == ["role_needed"]


def test_an_approver_who_took_no_part_approves() -> None:
    assert isinstance(decide(PROCESSES["building"], READY, ASKING), Moved)


def test_two_organisations_in_one_role_both_sign() -> None:
    said = (*ASKING.opinions, (PartyRole.CONTRACTOR, Opinion.DISAGREE))
    for opinions in (said, tuple(reversed(said))):
        reasons = g.parties_agree(READY, replace(ASKING, opinions=opinions))
        assert [reason.field for reason in reasons] == ["opinion-contractor"]


def test_a_void_attempt_is_not_voided_again() -> None:
    void = replace(PASSED, result=AttemptResult.VOID, void_requested_by=3, void_requested_unit=9)
    reasons = g.void_requested_by_another_unit(replace(READY, attempt=void), ASKING)
    assert [reason.code for reason in reasons] == ["void_not_requested"]


@pytest.mark.parametrize("process", PROCESSES.values(), ids=PROCESSES)
def test_nothing_passes_while_the_record_says_that_works_failed(process: Process) -> None:
    row = process.row(process.counted, Action.CONCLUDE_PASSED)
    assert row is not None
    assert g.all_works_inspected_and_passed in row.guards
