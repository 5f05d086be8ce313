"""Pages in a real Chromium that complain about what a person would never see."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, sync_playwright

DESK = (1366, 900)
PHONE = (360, 740)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# Playwright keeps notes on the object whose method it is given, so that there are no slots here.
@dataclass
class Pages:
    """Opens pages, each in a context of its own: another person at another machine."""

    browser: Browser
    address: str
    complaints: list[str] = field(default_factory=list)

    def open(
        self, size: tuple[int, int] = DESK, locale: str = "zh-CN", *, scripts: bool = True
    ) -> Page:
        """A new page of this size; a width of a phone comes with touch."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": size[0], "height": size[1]},
            has_touch=size[0] < DESK[0],
            locale=locale,
            java_script_enabled=scripts,
            timezone_id="Asia/Shanghai",
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("console", self._hear)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        # An answer 404 or 422 is also written there, and may be just what a test wants to see.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def close(self) -> None:
        """Close all pages; whatever went wrong in them unseen is an error now."""
        for context in self.browser.contexts:
            context.close()
        assert self.complaints == [], self.complaints


@contextmanager
def running_chromium(executable: str) -> Iterator[Browser]:
    """One browser for all the tests of a process."""
    with sync_playwright() as playwright:
        browser = launch(playwright, executable)
        yield browser
        browser.close()


def launch(playwright: Playwright, executable: str) -> Browser:
    """Start Chromium so that it talks to nobody but the tests."""
    return playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
