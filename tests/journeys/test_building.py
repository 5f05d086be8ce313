"""A building that fails its first acceptance: from registration to a verified certificate."""

from acceptance.domain.projects import Category
from acceptance.workflow.actions import Action
from tests.journeys.steps import accepting, inspecting, registering
from tests.journeys.steps.cast import Cast

SCHOOL = registering.Registration(
    Category.BUILDING,
    "示例镇中心小学教学楼",
    "building",
    more={"investment": "4800000", "floor_area": "2460.5", "structure": "框架结构"},
)


def test_building_from_registration_to_certificate(cast: Cast) -> None:
    inspector = cast.activated("inspector")
    project = registering.registers(inspector, SCHOOL)
    registering.names_the_parties(inspector, project)
    registering.divides_the_works(inspector, project)
    registering.records_the_papers(inspector, project)
    accepting.takes_the_step(inspector, project, Action.START_CONSTRUCTION)
    inspecting.passes_all(inspector, inspecting.leaves_of(inspector, project))
    for step in (
        Action.REPORT_COMPLETION,
        Action.CONFIRM_SELF_INSPECTION,
        Action.CONFIRM_PRE_ACCEPTANCE,
    ):
        accepting.takes_the_step(inspector, project, step)
    accepting.opens_the_attempt(inspector, project, 1)
    accepting.concludes_that_it_failed(inspector, project, 1)
    accepting.reports_it_put_right(inspector, project)

    colleague = cast.signed_in("second")
    accepting.closes_the_rectification(colleague, project)
    accepting.takes_the_step(inspector, project, Action.FINISH_RECTIFICATION)
    accepting.opens_the_attempt(inspector, project, 2)
    accepting.concludes(inspector, project, 2)

    approver = cast.activated("approver")
    accepting.finds_it_among_his_tasks(approver, SCHOOL.name)
    accepting.approves(approver)
