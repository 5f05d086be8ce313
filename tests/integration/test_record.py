"""What is written once stays: voids, revocations, numbers, and the database's own refusals."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.certificate_state import CertificateState
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.services import acceptances
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage
from tests.builders.acts import ISSUER, do, pass_attempt, problem, put_right
from tests.builders.projects import (
    County,
    make_county,
    ready_project,
)


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


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
