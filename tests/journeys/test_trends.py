"""The trends of the targets page: drawn by the library, and still there when it is not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from acceptance.runtime import EXTENSION, Runtime
from tests.builders.lives import live_through
from tests.builders.registry import make_registry
from tests.journeys.steps.entering import signs_in
from tests.journeys.steps.person import Person
from tests.support.browsers import PHONE, Pages
from tests.support.servers import LiveServer

ADDRESS = "/targets?period=2015"
LIBRARY = "**/echarts.simple.min.js*"


@pytest.fixture(autouse=True)
def county(live_server: LiveServer) -> None:
    runtime: Runtime = live_server.app.extensions[EXTENSION]
    with runtime.write.begin() as session:
        live_through(make_registry(session))


def leader(page: Page) -> Page:
    page.goto("/account/sign-in")
    signs_in(Person(page, "zh"), "leader")
    page.goto(ADDRESS)
    return page


def drawings(page: Page) -> int:
    """How many drawings of the server are seen (those left to readers are a pixel wide)."""
    boxes = [one.bounding_box() for one in page.locator(".ax-chart svg").all()]
    return sum(box is not None and box["width"] > 100 for box in boxes)


def test_a_phone_sees_the_drawn_trends_and_readers_the_others(pages: Pages) -> None:
    page = leader(pages.open(PHONE))
    charts = page.locator(".ax-chart").count()
    assert charts > 0
    assert page.locator(".ax-course canvas").count() == charts
    assert drawings(page) == 0
    assert page.locator(".ax-chart svg[role=img][aria-label]").count() == charts
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_without_the_library_the_drawings_of_the_server_stay(pages: Pages) -> None:
    page = pages.open()
    page.route(LIBRARY, lambda route: route.abort())
    leader(page)
    assert drawings(page) == page.locator(".ax-chart").count() > 0
    assert page.locator(".ax-tile").count() > 5


def test_a_library_that_fails_blanks_nothing(pages: Pages) -> None:
    def broken(route: Route) -> None:
        script = "window.echarts = { init: function () { throw new Error('broken'); } };"
        route.fulfill(body=script, content_type="text/javascript")

    page = pages.open()
    page.route(LIBRARY, broken)
    leader(page)
    assert page.locator(".ax-course").count() == 0
    assert drawings(page) == page.locator(".ax-chart").count() > 0


def test_without_scripts_the_drawings_of_the_server_stay(pages: Pages) -> None:
    page = leader(pages.open(scripts=False))
    assert drawings(page) == page.locator(".ax-chart").count() > 0
