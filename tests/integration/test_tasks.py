"""What waits for whom: by deadline, in scope, in few statements."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.jobs import Job, JobState
from acceptance.persistence.projects import Project, Touch
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.works import Works
from acceptance.queries.task_rows import Task, TaskKind
from acceptance.queries.tasks import tasks_page
from acceptance.workflow.stages import Stage
from tests.builders.projects import (
    County,
    add_works,
    inspect,
    make_county,
    make_project,
    ready_project,
)
from tests.support.statements import counting_statements


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


def _attempt(
    county: County,
    project: Project,
    number: int,
    result: AttemptResult | None,
    voided: bool = False,
    overturned: bool = False,
) -> Attempt:
    return Attempt(
        project_id=project.id,
        stage=Stage.COMPLETION_ACCEPTANCE,
        number=number,
        opened_at=county.now,
        meeting_on=county.now.date(),
        result=AttemptResult.VOID if voided else result,
        voided_result=result if voided else None,
        voided_at=county.now if voided else None,
        decided_on=county.now.date() if result else None,
        overturned_at=county.now if overturned else None,
    )


def tasks(county: County, name: str, moment: datetime | None = None) -> list[Task]:
    page = tasks_page(county.session, county.actor(name), moment or county.now, 90)
    groups = page.groups
    return [*groups.late, *groups.today, *groups.week, *groups.other]


def touched(county: County, project: Project, name: str = "inspector") -> None:
    user_id = county.actor(name).id
    county.session.add(Touch(project_id=project.id, user_id=user_id, act="x", at=county.now))
    county.session.flush()


def rectification(county: County, project: Project, due: date, **more: object) -> Rectification:
    row = Rectification(
        project_id=project.id,
        problem="示例问题",
        party="contractor",
        due_on=due,
        opened_at=county.now,
        **more,
    )
    county.session.add(row)
    county.session.flush()
    return row


def test_rectifications_are_grouped_by_their_deadline(county: County) -> None:
    project = make_project(county, stage=Stage.RECTIFICATION)
    today = county.now.date()
    for days in (-1, 0, 3, 30):
        rectification(county, project, today + timedelta(days))
    groups = tasks_page(county.session, county.actor("inspector"), county.now, 90).groups
    assert [len(g) for g in (groups.late, groups.today, groups.week, groups.other)] == [1, 1, 1, 1]


def test_who_reported_a_rectification_does_not_check_it(county: County) -> None:
    project = make_project(county, stage=Stage.RECTIFICATION)
    rectification(county, project, county.now.date(), submitted_at=county.now,
                  submitted_by=county.actor("inspector").id)  # fmt: skip
    assert tasks(county, "inspector") == []
    assert [task.kind for task in tasks(county, "colleague")] == [TaskKind.CHECK]
    assert tasks(county, "neighbour") == []


def test_drafts_and_failed_parts_wait_for_who_took_part(county: County, session: Session) -> None:
    project = make_project(county, stage=Stage.UNDER_CONSTRUCTION)
    one, two, three = add_works(county, project, 3)
    inspect(county, [one, two], verdict="fail")
    inspect(county, [two], verdict="pass", number=2)
    draft = inspect(county, [three])[0]
    draft.verdict = draft.submitted_at = draft.submitted_by = None
    draft.opened_by = county.actor("inspector").id
    session.flush()
    assert tasks(county, "colleague") == []
    touched(county, project)
    found = {task.kind: task.object_id for task in tasks(county, "inspector")}
    assert found == {TaskKind.REINSPECTION: one.id, TaskKind.DRAFT: draft.id}
    assert session.get(Checklist, draft.id) is not None


def blank_part(county: County, project: Project) -> None:
    inspected = county.session.query(Works).filter_by(project_id=project.id, is_leaf=True).first()
    assert inspected is not None
    county.session.add(
        Works(
            project_id=project.id,
            parent_id=inspected.parent_id,
            level=inspected.level,
            is_leaf=True,
            position=99,
            code="9.9",
            name="示例未检查",
        )
    )
    county.session.flush()


def open_attempt(county: County, project: Project, days: int = 0) -> None:
    attempt = _attempt(county, project, 1, None)
    attempt.opened_at = county.now - timedelta(days=days)
    county.session.add(attempt)
    county.session.flush()


STEPS: list[tuple[str, Callable[[County, Project], object], bool]] = [
    ("nothing missing", lambda _county, _project: None, True),
    ("a rectification", lambda c, p: rectification(c, p, c.now.date(), submitted_at=c.now,
                                                   submitted_by=c.actor("inspector").id), False),
    ("a blank part", blank_part, False),
    ("an open attempt", open_attempt, False),
]  # fmt: skip


@pytest.mark.parametrize(("_name", "spoil", "found"), STEPS)
def test_the_next_step_waits_until_it_can_be_taken(
    county: County, _name: str, spoil: Callable[[County, Project], object], found: bool
) -> None:
    project = ready_project(county)
    touched(county, project)
    spoil(county, project)
    kinds = [task.kind for task in tasks(county, "inspector")]
    assert (TaskKind.NEXT_STEP in kinds) is found


def test_an_attempt_that_is_open_too_long_is_late(county: County) -> None:
    project = ready_project(county)
    open_attempt(county, project, days=91)
    late = tasks_page(county.session, county.actor("colleague"), county.now, 90).groups.late
    assert [task.kind for task in late] == [TaskKind.CONCLUSION]


def test_filing_is_due_fifteen_days_after_the_acceptance(county: County, session: Session) -> None:
    project = ready_project(county)
    touched(county, project)
    session.add(_attempt(county, project, 1, AttemptResult.PASSED))
    project.stage = Stage.FILING
    session.flush()
    found = tasks(county, "inspector")
    assert [task.due for task in found] == [county.now.date() + timedelta(15)]


def test_an_approver_sees_apart_what_he_took_part_in(county: County) -> None:
    one = make_project(county, stage=Stage.APPROVAL)
    other = make_project(county, stage=Stage.APPROVAL, code="LX-002", name="示例二号")
    touched(county, other, "approver")
    page = tasks_page(county.session, county.actor("approver"), county.now, 90)
    assert [task.project_id for task in page.groups.other] == [one.id]
    assert [(task.project_id, task.reason) for task in page.barred] == [(other.id, "own_work")]
    assert page.counts == {TaskKind.APPROVAL: 1}


def test_a_void_is_confirmed_by_another_unit(county: County, session: Session) -> None:
    project = ready_project(county)
    attempt = _attempt(county, project, 1, AttemptResult.FAILED)
    attempt.void_requested_by = county.actor("inspector").id
    attempt.void_requested_at = county.now
    session.add(attempt)
    session.flush()
    assert [task.kind for task in tasks(county, "outsider")] == [TaskKind.VOID]
    barred = tasks_page(session, county.actor("approver"), county.now, 90).barred
    assert [task.reason for task in barred] == ["void_needs_other_unit"]


@pytest.mark.parametrize("name", ["inspector", "approver", "administrator", "leader", "auditor"])
def test_each_kind_of_task_is_one_statement(
    county: County, session: Session, engine: Engine, name: str
) -> None:
    for number in range(8):
        project = make_project(county, stage=Stage.APPROVAL, code=f"A-{number}",
                               name=f"示例{number}")  # fmt: skip
        touched(county, project)
        session.add(Job(kind="other", subject_id=number, state=JobState.FAILED,
                        created_at=county.now, run_at=county.now))  # fmt: skip
    session.commit()
    with counting_statements(engine) as statements:
        tasks(county, name)
    assert len(statements) <= 5
