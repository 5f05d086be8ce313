"""The life of a project through the one service that moves it, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Role
from acceptance.domain.projects import Category, Grade, SizeClass
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.checklists import Photo
from acceptance.persistence.jobs import Job
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.works import Works
from acceptance.queries.ledger import newest_of, verify
from acceptance.services import acceptances, rectifications
from acceptance.services.acceptances import Act, Outcome, act
from acceptance.services.attempts import PartyOpinion
from acceptance.services.certificates import Issuer
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.rectifications import Check, Problem, ReportDone
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage
from tests.builders.projects import (
    County,
    inspect,
    make_county,
    make_project,
    ready_project,
)

ISSUER = Issuer("陇建验", "示例县住建局", "https://example.test")


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


def do(
    county: County, project: Project, action: Action, who: str = "inspector", **given: Any
) -> Outcome:
    command = Act(project.id, action, **given)
    return act(county.session, command, county.actor(who), county.now, ISSUER)


def agreed(project: Project) -> tuple[PartyOpinion, ...]:
    return tuple(
        PartyOpinion(party.role, party.organisation_id, Opinion.AGREE, "示例签字人")
        for party in project.parties
    )


def problem(county: County) -> Problem:
    return Problem("屋面渗漏", "GB 50207-2012 3.0.12", PartyRole.CONTRACTOR,
                   county.now.date() + timedelta(days=30))  # fmt: skip


def put_right(county: County, project: Project) -> None:
    session = county.session
    for row in session.scalars(select(Rectification).where(Rectification.project_id == project.id)):
        if row.closed_at is None:
            session.add(Photo(token=f"after-{row.id}", project_id=project.id, rectification_id=row.id,
                              slot="after", sha256="a" * 64, shown_sha256="b" * 64, kind="jpeg", size=1,
                              width=1, height=1, uploaded_at=county.now))  # fmt: skip
            session.flush()
            rectifications.report_done(session, ReportDone(row.id, row.version, "已返修"),
                                       county.actor("inspector"), county.now)  # fmt: skip
            session.flush()
            rectifications.check(session, Check(row.id, row.version, closed=True),
                                 county.actor("colleague"), county.now)  # fmt: skip


def pass_attempt(county: County, project: Project, **given: Any) -> Outcome:
    assert do(county, project, Action.OPEN_ATTEMPT).done
    return do(county, project, Action.CONCLUDE_PASSED, opinions=agreed(project), **given)


def test_a_building_that_fails_once_keeps_its_failure(county: County, session: Session) -> None:
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    assert do(county, project, Action.CONCLUDE_FAILED, problems=(problem(county),)).done
    assert project.stage is Stage.RECTIFICATION
    assert [f.code for f in do(county, project, Action.FINISH_RECTIFICATION).findings] == [
        "rectifications_open"
    ]
    put_right(county, project)
    assert do(county, project, Action.FINISH_RECTIFICATION).done
    assert pass_attempt(county, project).done
    outcome = do(county, project, Action.APPROVE, "approver")
    assert outcome.done
    attempts = session.scalars(select(Attempt).order_by(Attempt.number)).all()
    assert [(a.number, a.result) for a in attempts] == [(1, "failed"), (2, "passed")]
    certificate = session.get_one(Certificate, outcome.certificate_id)
    assert certificate.number == "陇建验〔2015〕第0001号"
    assert '"first_time":false' in certificate.facts
    assert session.scalars(select(Job.kind)).all() == ["certificate_pdf"]
    assert project.stage is Stage.FILING
    assert verify(session) is None


@pytest.mark.parametrize(
    "category", [Category.RURAL_ROAD, Category.WATER_SAVING, Category.MUNICIPAL]
)
def test_each_kind_of_works_reaches_its_certificate(county: County, category: Category) -> None:
    project = ready_project(county, category)
    assert pass_attempt(county, project, grade=Grade.EXCELLENT, score="91").done
    assert do(county, project, Action.APPROVE, "approver").certificate_id is not None
    assert (project.grade, project.grade_score) == (Grade.EXCELLENT, "91")


def test_who_took_part_does_not_decide_under_any_role(county: County, session: Session) -> None:
    project = ready_project(county)
    assert pass_attempt(county, project).done
    turncoat = replace(county.actor("inspector"), role=Role.APPROVER)
    outcome = act(session, Act(project.id, Action.APPROVE), turncoat, county.now, ISSUER)
    assert [finding.code for finding in outcome.findings] == ["own_work"]
    assert project.stage is Stage.APPROVAL


def test_a_refused_act_is_in_the_ledger_with_its_reasons(county: County, session: Session) -> None:
    project = make_project(county)
    outcome = do(county, project, Action.START_CONSTRUCTION)
    assert len(outcome.findings) == 5
    row = session.scalars(select(LedgerRow).order_by(LedgerRow.seq.desc())).first()
    assert row is not None
    assert row.action == "stage.refused"
    assert "works_not_divided" in row.payload


def test_an_act_on_another_content_than_seen_is_stale(county: County, session: Session) -> None:
    project = ready_project(county)
    seen = newest_of(session, project.id)
    assert do(county, project, Action.OPEN_ATTEMPT, seen=seen).done
    with pytest.raises(StaleError):
        do(county, project, Action.CONCLUDE_PASSED, seen=seen, opinions=agreed(project))


def test_a_foreign_project_is_as_missing_as_one_that_is_not(county: County) -> None:
    project = ready_project(county)
    with pytest.raises(NotFoundError):
        do(county, project, Action.OPEN_ATTEMPT, "neighbour")
    with pytest.raises(NotFoundError):
        act(county.session, Act(project.id + 999, Action.OPEN_ATTEMPT), county.actor("inspector"),
            county.now, ISSUER)  # fmt: skip


def test_class_category_and_area_are_frozen_by_the_first_attempt(county: County) -> None:
    project = ready_project(county, size=SizeClass.LARGE)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    assert do(county, project, Action.CONCLUDE_FAILED, problems=(problem(county),)).done
    project.size_class = SizeClass.SMALL
    put_right(county, project)
    assert do(county, project, Action.FINISH_RECTIFICATION).done
    assert pass_attempt(county, project).done
    assert project.counted_size is SizeClass.LARGE


def test_a_conditional_pass_needs_its_problems_put_right_before_approval(county: County) -> None:
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    outcome = do(county, project, Action.CONCLUDE_CONDITIONAL, opinions=agreed(project))
    assert [finding.code for finding in outcome.findings] == ["problems_not_listed"]
    assert do(county, project, Action.CONCLUDE_CONDITIONAL, opinions=agreed(project),
              problems=(problem(county),)).done  # fmt: skip
    assert not do(county, project, Action.FINISH_CORRECTION).done
    put_right(county, project)
    assert do(county, project, Action.FINISH_CORRECTION).done
    outcome = do(county, project, Action.APPROVE, "approver")
    certificate = county.session.get_one(Certificate, outcome.certificate_id)
    assert '"first_time":false' in certificate.facts
    assert "屋面渗漏（2015-06-15整改销号）" in certificate.facts


def test_voiding_takes_somebody_of_another_unit(county: County, session: Session) -> None:
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    assert do(county, project, Action.CONCLUDE_FAILED, problems=(problem(county),)).done
    assert [
        f.code
        for f in do(county, project, Action.CONFIRM_VOID, "outsider", reason="程序有误").findings
    ] == ["void_not_requested"]
    acceptances.request_void(session, project.id, "程序有误", county.actor("inspector"), county.now)
    refused = do(county, project, Action.CONFIRM_VOID, "approver", reason="程序有误")
    assert [finding.code for finding in refused.findings] == ["void_needs_other_unit"]
    assert do(county, project, Action.CONFIRM_VOID, "outsider", reason="程序有误").done
    attempt = session.scalars(select(Attempt)).one()
    assert (attempt.result, attempt.voided_result) == (AttemptResult.VOID, AttemptResult.FAILED)
    put_right(county, project)
    assert pass_attempt(county, project).done
    assert [a.number for a in session.scalars(select(Attempt).order_by(Attempt.id))] == [1, 2]


def test_a_revoked_certificate_is_replaced_only_by_a_new_acceptance(
    county: County, session: Session
) -> None:
    project = ready_project(county)
    assert pass_attempt(county, project).done
    assert do(county, project, Action.APPROVE, "approver").done
    assert do(county, project, Action.REVOKE_CERTIFICATE, "outsider", reason="验收程序违法").done
    assert project.stage is Stage.RECTIFICATION
    assert do(county, project, Action.FINISH_RECTIFICATION).done
    assert pass_attempt(county, project).done
    assert do(county, project, Action.APPROVE, "approver").done
    rows = session.scalars(select(Certificate).order_by(Certificate.serial)).all()
    assert [row.state for row in rows] == [CertificateState.REPLACED, CertificateState.IN_FORCE]
    assert rows[1].replaces_id == rows[0].id
    first = session.scalars(select(Attempt).where(Attempt.number == 1)).one()
    assert (first.result, first.overturned_at) == (AttemptResult.PASSED, county.now)


def test_an_attempt_left_open_is_abandoned_by_the_system(county: County, session: Session) -> None:
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    session.flush()
    assert acceptances.abandon_overdue(session, county.now + timedelta(days=90), 90, ISSUER) == 0
    assert acceptances.abandon_overdue(session, county.now + timedelta(days=91), 90, ISSUER) == 1
    attempt = session.scalars(select(Attempt)).one()
    assert (attempt.result, attempt.decided_on) == (AttemptResult.ABANDONED, date(2015, 9, 14))
    assert project.stage is Stage.RECTIFICATION


def test_numbers_of_a_year_follow_each_other(county: County, session: Session) -> None:
    for n in (1, 2, 3):
        project = ready_project(county, code=f"LX-{n:03}")
        assert pass_attempt(county, project).done
        county.now += timedelta(days=100 if n == 2 else 0)
        assert do(county, project, Action.APPROVE, "approver").done
    numbers = session.scalars(select(Certificate.number).order_by(Certificate.id)).all()
    assert numbers == ["陇建验〔2015〕第0001号", "陇建验〔2015〕第0002号", "陇建验〔2015〕第0003号"]


def test_a_year_begins_its_own_numbers_in_beijing_time(county: County, session: Session) -> None:
    project = ready_project(county)
    assert pass_attempt(county, project).done
    county.now = datetime.fromisoformat("2015-12-31T16:00:00+00:00")
    assert do(county, project, Action.APPROVE, "approver").done
    assert session.scalars(select(Certificate.number)).one() == "陇建验〔2016〕第0001号"


def test_who_reports_a_rectification_does_not_close_it(county: County, session: Session) -> None:
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    assert do(county, project, Action.CONCLUDE_FAILED, problems=(problem(county),)).done
    row = session.scalars(select(Rectification)).one()
    with pytest.raises(RefusedError) as refused:
        rectifications.report_done(
            session, ReportDone(row.id, row.version, ""), county.actor("inspector"), county.now
        )
    assert [f.code for f in refused.value.findings] == ["measure_missing", "after_photo_missing"]
    with pytest.raises(RefusedError) as refused:
        rectifications.check(
            session, Check(row.id, row.version, closed=True), county.actor("inspector"), county.now
        )
    assert [f.code for f in refused.value.findings] == ["rectification_not_reported"]


def test_a_deadline_in_the_past_is_refused(county: County) -> None:
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    late = replace(problem(county), due_on=county.now.date() - timedelta(days=1))
    with pytest.raises(RefusedError):
        do(county, project, Action.CONCLUDE_FAILED, problems=(late,))


@pytest.mark.parametrize(
    ("missing", "code"), [("paper", "paper_missing"), ("inspection", "works_failed")]
)
def test_nothing_is_opened_while_something_is_missing(
    county: County, missing: str, code: str
) -> None:
    project = ready_project(county)
    if missing == "paper":
        project.is_housing = True
    else:
        leaves = county.session.scalars(select(Works).where(Works.is_leaf)).all()
        inspect(county, leaves[:1], "fail", number=2)
    assert [finding.code for finding in do(county, project, Action.OPEN_ATTEMPT).findings] == [code]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attempt SET number = 9",
        "UPDATE attempt SET decided_on = '2014-01-01'",
        "UPDATE attempt SET result = 'passed'",
        "UPDATE attempt SET opened_at = '2014-01-01 00:00:00'",
        "DELETE FROM attempt",
        "UPDATE ledger SET payload = '{}'",
        "DELETE FROM ledger",
        "DELETE FROM certificate",
        "UPDATE counter SET value = 0",
    ],
)
def test_the_database_itself_keeps_the_record(
    county: County, session: Session, statement: str
) -> None:
    failed = ready_project(county, code="LX-900")
    assert do(county, failed, Action.OPEN_ATTEMPT).done
    assert do(county, failed, Action.CONCLUDE_FAILED, problems=(problem(county),)).done
    passed = ready_project(county, code="LX-901")
    assert pass_attempt(county, passed).done
    assert do(county, passed, Action.APPROVE, "approver").done
    session.commit()
    with pytest.raises(DBAPIError):
        session.connection().exec_driver_sql(statement)
    session.rollback()
