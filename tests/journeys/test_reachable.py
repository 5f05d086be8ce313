"""The first thing anybody sees, in a real browser."""

import pytest
from playwright.sync_api import Page

from tests.support.browsers import DESK, PHONE, Pages


@pytest.mark.parametrize("size", [DESK, PHONE])
@pytest.mark.parametrize(("locale", "language"), [("zh-CN", "zh"), ("en-GB", "en")])
def test_sign_in_page_fits(pages: Pages, size: tuple[int, int], locale: str, language: str) -> None:
    page = pages.open(size, locale)
    page.goto(f"/?lang={language}")
    assert page.locator("input[type=password]").is_visible()
    assert width_of_contents(page) <= size[0]


def width_of_contents(page: Page) -> int:
    """Pixels that the page would scroll sideways over."""
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width
