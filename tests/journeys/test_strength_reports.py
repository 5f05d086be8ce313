"""The groups of a strength lot on a phone: rows are added, the lot is judged, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from acceptance.runtime import EXTENSION, Runtime
from acceptance.services import sessions
from tests.builders.checklist_templates import make_template, statistical_document
from tests.builders.checklists import make_lot, settled_county
from tests.builders.people import load_areas
from tests.support.browsers import PHONE, Pages
from tests.support.servers import LiveServer

GROUP = "wall-01.values.{}.{}"
TYPED = {
    "report": "SJ-2026-007", "place": "一层柱", "laboratory": "示例检测中心",
    "cast": "2026-10-01", "tested": "2026-10-29", "s1": "34.1", "s2": "34.9", "s3": "35.1",
}  # fmt: skip


@pytest.fixture
def page(live_server: LiveServer, pages: Pages) -> Page:
    runtime: Runtime = live_server.app.extensions[EXTENSION]
    now = datetime.now(UTC)
    with runtime.write.begin() as session:
        load_areas(session)
        county = settled_county(session, now)
        template = make_template(statistical_document(minimum_points=1))
        lot = make_lot(county, template=template)
        token = sessions.open_session(session, county.actor("inspector").id or 0, now)
    serializer = live_server.app.session_interface.get_signing_serializer(live_server.app)
    cookie = serializer.dumps({"_user_id": token, "_fresh": True})
    page = pages.open(PHONE)
    page.context.add_cookies([{"name": "session", "value": cookie, "url": live_server.url}])
    page.goto(f"/checklists/{lot.checklist_id}")
    return page


def test_a_second_group_that_was_never_sent_is_there_after_reloading(page: Page) -> None:
    page.fill("[name='wall-01.design']", "30")
    page.click(".ck-more")
    for name, text in TYPED.items():
        page.fill(f"[name='{GROUP.format(1, name)}']", text)
    page.locator(".ck-g").nth(1).locator("summary").click()
    page.select_option(f"[name='{GROUP.format(1, 'curing')}']", "site")
    page.fill(f"[name='{GROUP.format(1, 'degree_days')}']", "612")
    page.keyboard.press("Tab")
    page.reload()
    expect(page.locator("#sync")).to_contain_text("已从本机恢复")
    for name, text in (TYPED | {"curing": "site", "degree_days": "612"}).items():
        expect(page.locator(f"[name='{GROUP.format(1, name)}']")).to_have_value(text)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_leaving_the_last_specimen_tells_group_age_and_lot(page: Page) -> None:
    page.fill("[name='wall-01.design']", "30")
    for name, text in TYPED.items():
        page.fill(f"[name='{GROUP.format(0, name)}']", text)
    page.keyboard.press("Tab")
    said = page.locator("[id='wall-01.values'] .ck-live")
    expect(said).to_contain_text("34.7 MPa")
    expect(said).to_contain_text("龄期 28 天")
    expect(said).to_contain_text("平均值 34.7，要求 ≥ 34.5 MPa")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
