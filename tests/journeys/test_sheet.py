"""What a script adds to the sheet on a phone: nothing typed is lost, photos go by themselves."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import func, select

from acceptance.persistence.checklists import Checklist, Photo
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services import sessions
from acceptance.services.drafts import SaveDraft, save_draft
from tests.builders.checklists import (
    Lot,
    fields_of,
    good_answers,
    make_lot,
    picture,
    settled_county,
)
from tests.builders.people import load_areas
from tests.builders.projects import County
from tests.support.browsers import PHONE, Pages
from tests.support.servers import LiveServer

KEPT = "Object.keys(localStorage).length"


@dataclass
class Site:
    """A checklist on a phone, and the other inspector."""

    runtime: Runtime
    county: County
    lot: Lot
    page: Page

    def open(self) -> None:
        self.page.goto(f"/checklists/{self.lot.checklist_id}")

    def field(self, name: str) -> str:
        return f"[name='{name}']"

    def row(self) -> Checklist:
        with self.runtime.read() as session:
            return session.get_one(Checklist, self.lot.checklist_id)


@pytest.fixture
def site(live_server: LiveServer, pages: Pages) -> Site:
    runtime: Runtime = live_server.app.extensions[EXTENSION]
    now = datetime.now(UTC)
    with runtime.write.begin() as session:
        load_areas(session)
        county = settled_county(session, now)
        lot = make_lot(county)
        token = sessions.open_session(session, county.actor("inspector").id or 0, now)
    serializer = live_server.app.session_interface.get_signing_serializer(live_server.app)
    cookie = serializer.dumps({"_user_id": token, "_fresh": True})
    page = pages.open(PHONE)
    page.context.add_cookies([{"name": "session", "value": cookie, "url": live_server.url}])
    site = Site(runtime, county, lot, page)
    site.open()
    return site


def without_a_network(route: Route) -> None:
    """Pages still come, from the memory of the browser as it were; nothing goes out."""
    if route.request.method == "POST":
        route.abort("internetdisconnected")
    else:
        route.continue_()


def test_what_was_typed_survives_a_reload_without_a_network(site: Site) -> None:
    page = site.page
    page.route("**/checklists/*", without_a_network)
    page.check(site.field("rebar-01.answer") + "[value=no]")
    page.fill(site.field("rebar-01.reason"), "示例：第 3 根锈蚀")
    page.fill(site.field("rebar-03.values.0"), "8")
    expect(page.locator("#saved")).to_contain_text("已存本机")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#sync")).to_contain_text("待传")
    page.reload()
    expect(page.locator(site.field("rebar-01.reason"))).to_have_value("示例：第 3 根锈蚀")
    expect(page.locator(site.field("rebar-01.answer") + "[value=no]")).to_be_checked()
    expect(page.locator("#sync")).to_contain_text("已从本机恢复")


def test_a_value_is_compared_with_its_limits_when_its_field_is_left(site: Site) -> None:
    page = site.page
    value = page.locator(site.field("rebar-03.values.0"))
    said = page.locator("output").first
    value.type("25")
    expect(said).to_contain_text("±10")
    value.press("Enter")
    expect(said).to_contain_text("超 15 mm")
    expect(page.locator(site.field("rebar-03.values.1"))).to_be_focused()
    expect(page.locator(".ck-progress")).to_contain_text("已填 1/17")


def test_the_draft_goes_by_itself_when_there_is_a_network(site: Site) -> None:
    page = site.page
    page.check(site.field("rebar-01.answer") + "[value=yes]")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("#sync")).to_contain_text("全部已送达")
    assert site.row().version == 2
    assert page.evaluate(KEPT) == 0
    page.check(site.field("rebar-02.answer") + "[value=yes]")
    page.click("text=存草稿")
    expect(page.locator(".ax-told")).to_contain_text("草稿已保存")
    assert site.row().version == 3


def test_rows_are_added_five_at_once_without_a_round_trip(site: Site) -> None:
    page = site.page
    rows = page.locator(".ck-v").first.locator("p")
    before = rows.count()
    page.locator(".ck-more").first.click()
    expect(rows).to_have_count(before + 5)
    page.fill(site.field(f"rebar-03.values.{before}"), "1")
    page.click("text=存草稿")
    expect(page.locator(".ax-told")).to_contain_text("草稿已保存")
    assert json.loads(site.row().draft)["rebar-03"]["values"][-1]["value"] == "1"


def test_two_hands_meet_after_a_restored_copy(site: Site) -> None:
    page = site.page
    page.check(site.field("rebar-01.answer") + "[value=no]")
    page.fill(site.field("rebar-01.reason"), "我写的")
    with site.runtime.write.begin() as session:
        theirs = {"rebar-01": {"answer": "no", "reason": "对方写的"}}
        command = SaveDraft(site.lot.checklist_id, 1, theirs)
        save_draft(session, command, site.county.actor("colleague"), datetime.now(UTC))
    site.open()
    expect(page.locator(site.field("rebar-01.reason"))).to_have_value("我写的")
    page.click("text=存草稿")
    expect(page.locator("h1")).to_contain_text("被别人改过")
    page.check("[value=theirs]")
    page.click("text=按所选保存")
    expect(page.locator(site.field("rebar-01.reason"))).to_have_value("对方写的")


def test_a_photo_goes_by_itself_and_the_sheet_announces_it(site: Site, tmp_path: Path) -> None:
    page = site.page
    file = tmp_path / "photo.jpg"
    file.write_bytes(picture())
    slot = page.locator("[id='rebar-01.photo']")
    slot.locator("input[type=file]").set_input_files(file)
    expect(slot).to_contain_text("已送达")
    with site.runtime.read() as session:
        assert session.scalar(select(func.count()).select_from(Photo)) == 1
    announced = page.locator("#sheet input[name=photo]")
    expect(announced).to_have_count(1)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "照片"), (b"<svg/>", "JPEG"), (b"0" * 13_000_000, "12 MB")],
    ids=["empty", "no picture", "too large"],
)
def test_a_refused_photo_says_why_and_is_not_announced(
    site: Site, tmp_path: Path, content: bytes, said: str
) -> None:
    """A picture that can never arrive would stand for a wanted one, and be waited for for ever."""
    page = site.page
    file = tmp_path / "photo.jpg"
    slot = page.locator("[id='rebar-01.photo']")
    announced = page.locator("#sheet input[name=photo]")
    file.write_bytes(content)
    slot.locator("input[type=file]").set_input_files(file)
    expect(slot.locator(".ax-ink-fail")).to_contain_text(said)
    expect(announced).to_have_count(0)
    file.write_bytes(picture())
    slot.locator("input[type=file]").set_input_files(file)
    expect(slot).to_contain_text("已送达")
    expect(announced).to_have_count(1)


def test_a_photo_after_the_sign_in_ran_out_says_what_to_do(site: Site, tmp_path: Path) -> None:
    page = site.page
    file = tmp_path / "photo.jpg"
    file.write_bytes(picture())
    page.context.clear_cookies()
    slot = page.locator("[id='rebar-01.photo']")
    slot.locator("input[type=file]").set_input_files(file)
    expect(slot.locator(".ax-ink-fail")).to_contain_text("登录已过期：请重新登录")
    # The photo itself is a good one, and is still meant to come.
    expect(page.locator("#sheet input[name=photo]")).to_have_count(1)


def test_a_submitted_sheet_leaves_nothing_on_the_phone(site: Site, tmp_path: Path) -> None:
    page = site.page
    file = tmp_path / "photo.jpg"
    file.write_bytes(picture())
    for slot in ("rebar-01", "rebar-17"):
        place = page.locator(f"[id='{slot}.photo']")
        place.locator("input[type=file]").set_input_files(file)
        expect(place).to_contain_text("已送达")
    for name, value in fields_of(good_answers(site.lot.template)).items():
        if name.endswith(".answer"):
            page.check(site.field(name) + f"[value={value}]")
        else:
            while not page.locator(site.field(name)).count():
                item = name.split(".")[0]
                page.locator(f".ck-more[value='{item}']").click()
            page.fill(site.field(name), value)
    assert page.evaluate(KEPT) == 1
    page.click("#main button.btn-primary >> text=提交")
    expect(page.locator(".ck-verdict h2")).to_contain_text("合格")
    assert page.evaluate(KEPT) == 0
    assert site.row().verdict == "pass"
