"""An item is judged while it is typed, on a phone; without a script the sheet is as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, expect

from acceptance.domain.projects import Category
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services import sessions
from tests.builders.checklists import catalogue_template, make_lot, settled_county
from tests.builders.people import load_areas
from tests.support.browsers import PHONE, Pages
from tests.support.servers import LiveServer


@pytest.fixture
def page(live_server: LiveServer, pages: Pages) -> Page:
    runtime: Runtime = live_server.app.extensions[EXTENSION]
    now = datetime.now(UTC)
    template = replace(catalogue_template("road-earth-subgrade"), category=Category.BUILDING)
    with runtime.write.begin() as session:
        load_areas(session)
        county = settled_county(session, now)
        lot = make_lot(county, template=template)
        token = sessions.open_session(session, county.actor("inspector").id or 0, now)
    serializer = live_server.app.session_interface.get_signing_serializer(live_server.app)
    cookie = serializer.dumps({"_user_id": token, "_fresh": True})
    page = pages.open(PHONE)
    page.context.add_cookies([{"name": "session", "value": cookie, "url": live_server.url}])
    page.goto(f"/checklists/{lot.checklist_id}")
    return page


def test_leaving_a_field_shows_the_representative_value(page: Page) -> None:
    sent: list[str] = []
    page.on("request", lambda r: sent.append(r.post_data or "") if "/live/" in r.url else None)
    said = page.locator("[id='subgrade-05.values'] .ck-live")
    for number, value in enumerate(("95", "96", "95", "91.5")):
        page.fill(f"[name='subgrade-05.values.{number}']", value)
    page.keyboard.press("Tab")
    expect(said).to_contain_text("代表值 92.7585，要求 ≥ 94 %")
    page.fill("[name='subgrade-05.values.3']", "95")
    page.keyboard.press("Tab")
    expect(said).to_contain_text("代表值 94.8405，要求 ≥ 94 %")
    names = {name.split(".")[0] for name in parse_qs(sent[-1], keep_blank_values=True)}
    assert names == {"csrf_token", "subgrade-05"}
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
