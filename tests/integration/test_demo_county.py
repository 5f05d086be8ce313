"""The demonstration county: everything a county can live through, and figures that hold."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import func, select

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.indicators import AwardKind, IndicatorCode
from acceptance.domain.people import ACCOUNT_ROLES, SYSTEM, Role
from acceptance.domain.periods import Period
from acceptance.domain.recount import Recount
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.targets import Award, Target
from acceptance.persistence.users import User
from acceptance.queries.agreement_pages import (
    AgreementPage,
    VersionLine,
    agreement_list,
    agreement_page,
)
from acceptance.queries.ask import Ask
from acceptance.queries.cascade import cascade_page
from acceptance.queries.ledger import verify
from acceptance.queries.recounting import differences
from acceptance.queries.stage_audit import stage_differences
from acceptance.queries.tasks import tasks_page
from acceptance.services.passwords import matches
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.stages import Stage
from tests.support.demonstration import NOW, TODAY, Demonstration

YEARS = (2011, 2012, 2013, 2014, 2015)


def test_each_role_gets_a_sign_in_that_works(county: Demonstration) -> None:
    assert county.result.exit_code == 0, county.result.output
    told = dict(re.findall(r"^  (\w+) +([a-z2-9-]{14}) ", county.result.output, re.MULTILINE))
    people = county.session.scalars(select(User)).all()
    assert {person.role for person in people} == set(ACCOUNT_ROLES)
    assert set(told) == {person.login for person in people}
    assert len(set(told.values())) == len(told)
    assert all(matches(person.password_hash, told[person.login]) for person in people)
    approvers = {p.organisation_id for p in people if p.role is Role.APPROVER}
    assert len(approvers) == 2


def test_everybody_in_it_is_an_example(county: Demonstration) -> None:
    named = county.session.scalars(select(Organisation.name)).all()
    assert [name for name in named if "示例" not in name] == []
    assert all("示例" in name for name in county.session.scalars(select(Project.name)))
    assert all("示例" in name for name in county.session.scalars(select(User.name)))


def test_every_stage_of_every_process_is_there(county: Demonstration) -> None:
    rows = county.session.execute(select(Project.process, Project.stage).distinct())
    seen = {(row.process, row.stage) for row in rows}
    wanted = {
        (code, stage)
        for code, process in PROCESSES.items()
        for stage in (*process.line, Stage.RECTIFICATION, Stage.CORRECTION)
    }
    assert wanted - seen == set()


def test_every_township_has_projects_and_the_five_years_are_full(county: Demonstration) -> None:
    areas = county.session.scalars(
        select(func.count(Project.area_id.distinct())).join(Area, Area.id == Project.area_id)
    ).one()
    assert areas == 17
    decided = county.session.scalars(
        select(Attempt.project_id).where(
            Attempt.decided_on >= date(2011, 1, 1), Attempt.decided_on <= date(2015, 12, 31)
        )
    ).all()
    assert len(set(decided)) >= 40


def test_attempts_end_in_every_way(county: Demonstration) -> None:
    ended = Counter(county.session.scalars(select(Attempt.result)))
    assert set(ended) == {*AttemptResult, None}
    voided = set(
        county.session.scalars(
            select(Attempt.voided_result).where(Attempt.result == AttemptResult.VOID)
        )
    )
    assert voided == {None, AttemptResult.PASSED, AttemptResult.FAILED}
    assert county.session.scalars(select(func.max(Attempt.number))).one() == 3


@pytest.mark.parametrize(
    "condition",
    [
        Rectification.closed_at.is_(None) & (Rectification.due_on < TODAY),
        Rectification.closed_at.is_(None) & Rectification.submitted_at.is_not(None),
        Checklist.submitted_at.is_(None) & (Checklist.draft != "{}"),
        Checklist.items_near > 0,
        Checklist.verdict == "fail",
        Certificate.state == CertificateState.REVOKED,
        Certificate.state == CertificateState.REPLACED,
        Certificate.replaces_id.is_not(None),
        Attempt.result.is_(None) & Attempt.void_requested_by.is_not(None),
        Award.kind == AwardKind.LUBAN.value,
        Award.kind == AwardKind.FEITIAN.value,
        Target.year == 2015,
    ],
    ids=str,
)
def test_it_has(county: Demonstration, condition: Any) -> None:
    assert county.session.scalar(select(func.count()).where(condition))


def test_the_rates_are_worth_looking_at(county: Demonstration) -> None:
    assert county.pair(2013, "first_time_other") == (8, 9)
    assert county.pair(2014, "first_time_large_medium") == (4, 5)
    assert county.pair(2015, "first_time_large_medium") == (9, 9)
    assert county.pair(2015, "excellence_large") == (4, 5)
    for year in YEARS:
        good, counted = county.pair(year, "quality_rural_road")
        assert good == counted > 0
    assert [county.pair(year, "award_feitian")[0] for year in YEARS] == [0, 0, 0, 1, 1]


def test_townships_and_member_units_have_signed(county: Demonstration) -> None:
    lines = agreement_list(county.session, SYSTEM)
    assert Counter((line.terms.year, line.in_force) for line in lines) == {
        (TODAY.year - 1, True): 3,
        (TODAY.year, True): 6,
        (TODAY.year, False): 1,
    }
    assert {line.terms.unit != "" for line in lines if line.in_force} == {True, False}
    verdicts = [
        {
            assessed.verdict
            for one in page_of(county, line).assessments
            for assessed in one.assessed.lines
        }
        for line in lines
        if line.terms.year < TODAY.year
    ]
    assert sorted(map(len, verdicts)) == [1, 2, 2], "one met everything, two not"


def test_a_township_is_over_its_budget_and_another_is_not(county: Demonstration) -> None:
    ask = Ask(Period.year(TODAY.year), "621122", TODAY, conditional_counts=False)
    page = cascade_page(county.session, SYSTEM, ask, IndicatorCode.FIRST_TIME_OTHER)
    assert page is not None
    left = {share.name: share.budget.left for share in page.by_area if share.budget}
    assert left["柯寨镇"] < 0 <= left["首阳镇"]
    assert all(share.rate.decided or share.planned for share in page.by_unit if share.unit_id)


def page_of(county: Demonstration, line: VersionLine) -> AgreementPage:
    page = agreement_page(county.session, SYSTEM, line.id, TODAY, conditional_counts=False)
    assert page is not None
    return page


def test_the_two_counts_agree(county: Demonstration) -> None:
    assert list(differences(county.session, conditional_counts=False)) == []


def test_no_void_of_an_outcome_raises_a_rate(county: Demonstration) -> None:
    left = [
        entry
        for entry in county.entries
        if entry["action"] != "attempt.voided" or entry["payload"]["had_ended"] is None
    ]
    assert len(left) == len(county.entries) - 2
    for year in YEARS:
        with_voids, without = county.rates(year), county.rates(year, left)
        for code in (code for code in with_voids if not code.startswith("award")):
            assert share(with_voids[code]) <= share(without[code]), (year, code)


def share(found: Recount) -> Fraction:
    return Fraction(len(found.numerator), len(found.denominator) or 1)


def test_the_ledger_holds_rises_and_leads_to_every_stage(county: Demonstration) -> None:
    assert verify(county.session) is None
    assert list(stage_differences(county.session)) == []
    times = [entry["at"] for entry in county.entries]
    assert times == sorted(times)
    assert times[-1] < NOW.isoformat()


@pytest.mark.parametrize("login", ["jiancha1", "jiancha2", "shenpi1", "shenpi2"])
def test_work_waits_for(county: Demonstration, login: str) -> None:
    page = tasks_page(county.session, county.actor(login), NOW, 90)
    assert sum(page.counts.values()) > 0


def test_a_second_county_is_refused(county: Demonstration) -> None:
    before = county.session.scalar(select(func.count()).select_from(Project))
    again = county.app.test_cli_runner().invoke(args=["demo-county"])
    assert again.exit_code == 1
    assert "fills only a new one" in again.output
    assert county.session.scalar(select(func.count()).select_from(Project)) == before
