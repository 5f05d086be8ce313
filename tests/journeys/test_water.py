"""A canal lining, all of it in English: from registration to a verified certificate."""

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

CANAL = registering.Registration(
    Category.WATER_SAVING,
    "示例灌区渠道衬砌工程",
    "water",
    more={"investment": "3600000", "irrigated_mu": "1200"},
)
UP_TO_ACCEPTANCE = (
    Action.REPORT_COMPLETION,
    Action.CONFIRM_UNIT_WORKS,
    Action.CONFIRM_CONTRACT_COMPLETION,
    Action.CONFIRM_OWNER_CHECK,
    Action.CONFIRM_TECHNICAL_PRE_ACCEPTANCE,
)


def test_canal_is_certified_in_english(cast: Cast, dispatcher: subprocess.Popen[bytes]) -> None:
    inspector = cast.activated("inspector", language="en")
    project = registering.registers(inspector, CANAL)
    registering.names_the_parties(inspector, project)
    registering.divides_the_works(inspector, project)
    registering.records_the_papers(inspector, project)
    accepting.takes_the_step(inspector, project, Action.START_CONSTRUCTION)
    inspecting.passes_all(inspector, inspecting.leaves_of(inspector, project))
    approver = cast.activated("approver", language="en")
    for step in UP_TO_ACCEPTANCE:
        holding.holds_the_acceptances(inspector, project, "water", step, approver)
        accepting.takes_the_step(inspector, project, step)
    holding.holds_the_acceptances(inspector, project, "water", Action.OPEN_ATTEMPT)
    rating.records_the_quality(inspector, project)
    accepting.opens_the_attempt(inspector, project, 1)
    accepting.concludes(inspector, project, 1)

    accepting.finds_it_among_his_tasks(approver, CANAL.name)
    accepting.approves(approver)
    certificate = certifying.waits_for_the_paper(approver)
    paper = certifying.downloads_the_paper(approver)
    assert certificate.number in paper
    assert CANAL.name in paper

    citizen = cast.at_a_browser(language="en")
    certifying.verifies_by_number(citizen, certificate, CANAL.name)

    leader = cast.activated("leader", language="en")
    counted = counting.reads_the_figure(leader, IndicatorCode.QUALITY_WATER_SAVING)
    assert counted == (1, 1)
    counting.finds_the_same_in_the_list(
        leader, IndicatorCode.QUALITY_WATER_SAVING, counted, CANAL.name
    )
    assert dispatcher.poll() is None
