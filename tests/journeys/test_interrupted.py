"""What happens to a checklist when a sign-in runs out, or when two people fill the same one."""

from playwright.sync_api import expect

from tests.journeys.steps import inspecting
from tests.journeys.steps.cast import SECOND_INSPECTOR, Cast
from tests.journeys.steps.entering import signs_in
from tests.journeys.steps.shortcuts import a_lot
from tests.support.browsers import PHONE

ANSWER = "rebar-01"
REASON = "rebar-01.reason"
VALUE = "rebar-03.values.0"
OTHER_VALUE = "rebar-03.values.1"


def test_what_was_typed_survives_a_sign_in_that_ran_out(cast: Cast) -> None:
    lot = a_lot(cast)
    inspector = cast.signed_in("inspector", PHONE)
    inspector.opens(f"/checklists/{lot.checklist_id}")
    inspecting.answers(inspector, ANSWER, "no")
    inspector.types(REASON, "示例：少一根箍筋")
    inspector.types(VALUE, "8")
    cast.drop_sessions_of("inspector")
    inspector.presses("存草稿")
    inspector.reads("登录已过期，内容没有丢")
    signs_in(inspector, "inspector")
    inspector.presses("继续提交")
    inspector.reads("草稿已保存。")
    expect(inspector.page.locator(f'[name="{ANSWER}.answer"][value=no]')).to_be_checked()
    assert inspector.value_of(REASON) == "示例：少一根箍筋"
    assert inspector.value_of(VALUE) == "8"


def test_two_people_at_one_checklist_lose_nothing(cast: Cast) -> None:
    lot = a_lot(cast)
    sheet = f"/checklists/{lot.checklist_id}"
    first, second = cast.signed_in("inspector"), cast.signed_in(SECOND_INSPECTOR)
    for person, reason in ((first, "甲写的"), (second, "乙写的")):
        person.opens(sheet)
        inspecting.answers(person, ANSWER, "no")
        person.types(REASON, reason)
    first.types(VALUE, "5")
    second.types("rebar-04.values.0", "7")
    inspecting.saves_a_draft(first)
    second.presses("存草稿")
    second.reads("您填写时，这份检查表被别人改过")
    for text in ("甲写的", "乙写的"):
        expect(second.main.get_by_text(text, exact=True)).to_be_visible()
    second.presses("按所选保存")
    expect(second.main.locator(".ck-choice.missing")).to_have_count(1)
    second.page.locator("label:has(input[value=theirs])").click()
    second.presses("按所选保存")
    second.reads("已按所选保存。")
    assert second.value_of(REASON) == "甲写的"
    assert second.value_of(VALUE) == "5"
    assert second.value_of("rebar-04.values.0") == "7"
