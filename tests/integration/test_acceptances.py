"""The life of a project through the one service that moves it, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from acceptance.cli.demo.quality import record_qualities
from acceptance.domain.people import Role
from acceptance.domain.periods import legal_date
from acceptance.domain.projects import Category, Grade, SizeClass
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.jobs import Job
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.works import Works
from acceptance.persistence.works_records import WorksRecord
from acceptance.queries.ledger import newest_of, verify
from acceptance.services import rectifications
from acceptance.services.acceptances import act
from acceptance.services.acts import Act
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.rectifications import Check, ReportDone
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage
from tests.builders.acts import ISSUER, agreed, do, hold, pass_attempt, problem, put_right
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


def test_steps_date_the_works_where_nobody_else_did(county: County, now: datetime) -> None:
    project = make_project(county, stage=Stage.REGISTERED)
    add_parties(county, project)
    inspect(county, add_works(county, project))
    assert do(county, project, Action.START_CONSTRUCTION).done
    assert project.actual_start == legal_date(now)
    hold(county, project, Action.REPORT_COMPLETION)
    assert do(county, project, Action.REPORT_COMPLETION).done
    assert project.actual_finish == legal_date(now)
    assert do(county, project, Action.CONFIRM_SELF_INSPECTION).done
    assert do(county, project, Action.RETURN_TO_CONSTRUCTION, reason="漏项").done
    assert project.actual_finish is None
    project.actual_finish = legal_date(now) - timedelta(days=3)
    assert do(county, project, Action.REPORT_COMPLETION).done
    assert project.actual_finish == legal_date(now) - timedelta(days=3)


@pytest.mark.parametrize(
    "category", [Category.RURAL_ROAD, Category.WATER_SAVING, Category.MUNICIPAL]
)
def test_each_kind_of_works_reaches_its_certificate(county: County, category: Category) -> None:
    project = ready_project(county, category)
    # No element of the canal was rated 优良, so that the roll-up comes to 合格.
    water = category is Category.WATER_SAVING
    grade, score = (Grade.QUALIFIED, "81") if water else (Grade.EXCELLENT, "91")
    assert pass_attempt(county, project, grade=grade, score=score).done
    assert do(county, project, Action.APPROVE, "approver").certificate_id is not None
    assert (project.grade, project.grade_score) == (grade, score)


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
    ("category", "clauses"),
    [
        (Category.BUILDING, {"GB 50300-2013 5.0.3", "GB 50300-2013 5.0.4"}),
        (Category.WATER_SAVING, {"SL 176-2007 5.1.4"}),
    ],
)
def test_what_nobody_recorded_keeps_the_acceptance_closed(
    county: County, category: Category, clauses: set[str]
) -> None:
    project = ready_project(county, category)
    county.session.execute(delete(WorksRecord))
    findings = do(county, project, Action.OPEN_ATTEMPT).findings
    assert {finding.code for finding in findings} == {"quality_not_recorded"}
    assert {finding.clause for finding in findings} == clauses
    record_qualities(county.session, project, county.actor("inspector"), lambda: county.now)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    county.session.execute(delete(WorksRecord))
    outcome = do(county, project, Action.CONCLUDE_PASSED, opinions=agreed(project))
    assert {finding.code for finding in outcome.findings} == {"quality_not_recorded"}


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
