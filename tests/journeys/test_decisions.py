"""Who took part does not decide; and everything can be done without a script."""

from playwright.sync_api import expect

from acceptance.workflow.actions import Action
from tests.journeys.steps import accepting, inspecting
from tests.journeys.steps.cast import Cast
from tests.journeys.steps.shortcuts import a_lot, a_project_at_approval
from tests.journeys.steps.soundness import assert_sound
from tests.support.browsers import PHONE

PROJECT = "示例小学教学楼"


def test_an_approver_who_took_part_learns_why_he_cannot_decide(cast: Cast) -> None:
    project = a_project_at_approval(cast)
    approver = cast.signed_in("approver")
    accepting.finds_it_among_his_tasks(approver, PROJECT)
    accepting.sends_back(approver)
    inspector = cast.signed_in("inspector")
    accepting.reports_it_put_right(inspector, project)
    accepting.closes_the_rectification(approver, project)
    accepting.takes_the_step(inspector, project, Action.FINISH_CORRECTION)

    approver.opens("/tasks")
    expect(approver.main.locator(".ax-tasks a", has_text=PROJECT)).to_have_count(0)
    approver.reads("我不能办的")
    approver.opens(f"/projects/{project}/review")
    approver.reads("您不能决定本次验收")
    approver.reads("经手的人不作决定。")
    expect(approver.button("批准并签发证书")).to_have_count(0)

    another = cast.signed_in("approver2")
    accepting.finds_it_among_his_tasks(another, PROJECT)
    accepting.approves(another)


def test_an_approval_needs_no_script(cast: Cast) -> None:
    a_project_at_approval(cast)
    approver = cast.signed_in("approver", PHONE, scripts=False)
    accepting.finds_it_among_his_tasks(approver, PROJECT)
    assert_sound(approver.page, "zh")
    accepting.approves(approver)
    assert_sound(approver.page, "zh")
    approver.reads("正在制作，通常几秒钟。")
    approver.follows("刷新看进度")


def test_a_checklist_needs_no_script(cast: Cast) -> None:
    lot = a_lot(cast)
    inspector = cast.signed_in("inspector", PHONE, scripts=False)
    inspector.opens(f"/checklists/{lot.checklist_id}")
    assert_sound(inspector.page, "zh")
    inspecting.fills_by_hand(inspector, lot.template)
    inspecting.saves_a_draft(inspector)
    inspecting.posts_the_wanted_photos(inspector, lot.template)
    inspecting.submits(inspector)
    assert_sound(inspector.page, "zh")
    expect(inspector.main.locator(".ck-verdict.pass")).to_be_visible()
