"""A building that fails its first acceptance: from registration to a verified certificate."""

import subprocess

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.projects import Category
from acceptance.workflow.actions import Action
from tests.journeys.steps import (
    accepting,
    certifying,
    counting,
    holding,
    inspecting,
    rating,
    registering,
)
from tests.journeys.steps.cast import SECOND_INSPECTOR, Cast
from tests.journeys.steps.person import Person

SCHOOL = registering.Registration(
    Category.BUILDING,
    "示例镇中心小学教学楼",
    "building",
    size_class="medium",
    more={"investment": "48000000", "floor_area": "12460.5", "structure": "框架结构"},
)
UP_TO_ACCEPTANCE = (
    Action.REPORT_COMPLETION,
    Action.CONFIRM_SELF_INSPECTION,
    Action.CONFIRM_PRE_ACCEPTANCE,
)


def test_building_fails_once_and_is_certified(
    cast: Cast, dispatcher: subprocess.Popen[bytes]
) -> None:
    inspector = cast.activated("inspector")
    project = registering.registers(inspector, SCHOOL)
    registering.names_the_parties(inspector, project)
    registering.divides_the_works(inspector, project)
    registering.records_the_papers(inspector, project)
    accepting.takes_the_step(inspector, project, Action.START_CONSTRUCTION)
    first, *others = inspecting.leaves_of(inspector, project)
    inspecting.passes_after_a_mistake(inspector, first)
    inspecting.passes_all(inspector, others)
    for step in UP_TO_ACCEPTANCE:
        holding.holds_the_acceptances(inspector, project, "building", step)
        accepting.takes_the_step(inspector, project, step)
    rating.records_the_quality(inspector, project)
    accepting.opens_the_attempt(inspector, project, 1)
    accepting.concludes_that_it_failed(inspector, project, 1)
    accepting.reports_it_put_right(inspector, project)

    colleague = cast.activated(SECOND_INSPECTOR)
    accepting.closes_the_rectification(colleague, project)
    accepting.takes_the_step(inspector, project, Action.FINISH_RECTIFICATION)
    accepting.opens_the_attempt(inspector, project, 2)
    accepting.concludes(inspector, project, 2)

    approver = cast.activated("approver")
    accepting.finds_it_among_his_tasks(approver, SCHOOL.name)
    accepting.approves(approver)
    certificate = certifying.waits_for_the_paper(approver)
    paper = certifying.downloads_the_paper(approver)
    assert certificate.number in paper
    assert SCHOOL.name in paper

    citizen = cast.at_a_browser()
    certifying.verifies_by_the_square_code(citizen, certificate, SCHOOL.name)
    certifying.learns_that_it_is_unknown(citizen, certificate)

    _the_leader_sees_it(cast.activated("leader"))
    assert dispatcher.poll() is None


def _the_leader_sees_it(leader: Person) -> None:
    first_time = counting.reads_the_figure(leader, IndicatorCode.FIRST_TIME_LARGE_MEDIUM)
    assert first_time == (0, 1)
    counting.finds_the_same_in_the_list(
        leader, IndicatorCode.FIRST_TIME_LARGE_MEDIUM, first_time, SCHOOL.name
    )
    assert counting.reads_the_figure(leader, IndicatorCode.STANDARDS_MET) == (1, 1)
