"""A village road, all of it on a phone: from registration to a verified certificate."""

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
from tests.journeys.steps.cast import Cast
from tests.support.browsers import PHONE

ROAD = registering.Registration(
    Category.RURAL_ROAD,
    "示例村通村公路改建工程",
    "road_merged",
    more={"investment": "2150000", "length_km": "3.25"},
)
UP_TO_ACCEPTANCE = (
    Action.REPORT_COMPLETION,
    Action.CONFIRM_SELF_INSPECTION,
    Action.CONFIRM_VERIFICATION,
)


def test_road_is_certified_on_phones(cast: Cast, dispatcher: subprocess.Popen[bytes]) -> None:
    inspector = cast.activated("inspector", PHONE)
    project = registering.registers(inspector, ROAD)
    registering.names_the_parties(inspector, project)
    registering.divides_the_works(inspector, project)
    registering.records_the_papers(inspector, project)
    accepting.takes_the_step(inspector, project, Action.START_CONSTRUCTION)
    first, *others = inspecting.leaves_of(inspector, project)
    inspecting.finds_a_fault(inspector, first)
    inspecting.passes_all(inspector, [first, *others])
    for step in UP_TO_ACCEPTANCE:
        holding.holds_the_acceptances(inspector, project, "road_merged", step)
        accepting.takes_the_step(inspector, project, step)
    rating.records_the_quality(inspector, project)
    accepting.opens_the_attempt(inspector, project, 1)
    accepting.concludes(inspector, project, 1)

    approver = cast.activated("approver", PHONE)
    accepting.finds_it_among_his_tasks(approver, ROAD.name)
    accepting.approves(approver)
    certificate = certifying.waits_for_the_paper(approver)
    paper = certifying.downloads_the_paper(approver)
    assert certificate.number in paper
    assert ROAD.name in paper

    citizen = cast.at_a_browser(PHONE)
    certifying.verifies_by_the_square_code(citizen, certificate, ROAD.name)

    leader = cast.activated("leader", PHONE)
    counted = counting.reads_the_figure(leader, IndicatorCode.QUALITY_RURAL_ROAD)
    assert counted == (1, 1)
    counting.finds_the_same_in_the_list(
        leader, IndicatorCode.QUALITY_RURAL_ROAD, counted, ROAD.name
    )
    assert dispatcher.poll() is None
