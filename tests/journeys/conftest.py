"""A served application, a dispatcher and pages in a real browser."""

import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from acceptance.settings import Settings
from tests.journeys.steps.cast import Cast, assemble
from tests.support.browsers import PHONE, Pages, running_chromium
from tests.support.environment import required
from tests.support.servers import LiveServer, running_dispatcher
from tests.support.servers import live_server as serving


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with running_chromium(required("CHROMIUM", "browser")) as browser:
        yield browser


@pytest.fixture
def live_server(settings: Settings) -> Iterator[LiveServer]:
    with serving(settings) as server:
        yield server


@pytest.fixture
def dispatcher(live_server: LiveServer) -> Iterator[subprocess.Popen[bytes]]:
    """The process that makes the papers; ask for it where a test waits for one."""
    with running_dispatcher(live_server.settings) as process:
        yield process


@pytest.fixture
def pages(chromium: Browser, live_server: LiveServer) -> Iterator[Pages]:
    """Opens pages, one for each person of a journey."""
    pages = Pages(chromium, live_server.url)
    yield pages
    pages.close()


@pytest.fixture
def page(pages: Pages) -> Page:
    """A page on a desk."""
    return pages.open()


@pytest.fixture
def phone_page(pages: Pages) -> Page:
    """A page on a phone of 360 px."""
    return pages.open(PHONE)


@pytest.fixture
def cast(live_server: LiveServer, pages: Pages) -> Cast:
    """An office with its people, ready for the first project."""
    return assemble(live_server, pages)
