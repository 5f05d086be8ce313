"""Somebody at a browser: finds things by the words on them, in the language of the journey."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from playwright.sync_api import Locator, Page, expect

from acceptance.domain.periods import LEGAL_ZONE
from acceptance.i18n import title, translator


@dataclass
class Person:
    """A page and the language its reader wants. Words are given in Chinese, as in the product."""

    page: Page
    language: str = "zh"
    name: str = ""

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def word(self, text: str, **values: Any) -> str:
        """A text of the product in this person's language."""
        said = translator(self.language).gettext(text)
        return said % values if values else said

    def title(self, word: StrEnum) -> str:
        return title(word, self.language)

    def opens(self, path: str) -> None:
        """Type an address."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.ok, f"{path} answered {answer.status}"

    def link(self, text: str, within: Locator | None = None, **values: Any) -> Locator:
        place = within or self.main
        return place.get_by_role("link", name=self.word(text, **values), exact=True)

    def button(self, text: str, within: Locator | None = None, **values: Any) -> Locator:
        place = within or self.main
        return place.get_by_role("button", name=self.word(text, **values), exact=True)

    def follows(self, text: str, within: Locator | None = None, **values: Any) -> None:
        self.goes(self.link(text, within, **values))

    def presses(self, text: str, within: Locator | None = None, **values: Any) -> None:
        self.goes(self.button(text, within, **values))

    def goes(self, way: Locator) -> None:
        """Click on what leads to another page, and wait until that is there."""
        with self.page.expect_navigation():
            way.click()

    def types(self, name: str, value: str) -> None:
        """Fill the field of this name."""
        self.page.locator(f'[name="{name}"]').fill(value)

    def chooses(self, name: str, value: str) -> None:
        """Choose a radio button or tick a box."""
        self.page.locator(f'[name="{name}"][value="{value}"]').check()

    def selects(self, name: str, value: str) -> None:
        self.page.locator(f'select[name="{name}"]').select_option(value)

    def value_of(self, name: str) -> str:
        return self.page.locator(f'[name="{name}"]').input_value()

    def reads(self, text: str, within: Locator | None = None, **values: Any) -> None:
        """See these words somewhere on the page."""
        place = (within or self.main).get_by_text(self.word(text, **values))
        expect(place.first).to_be_visible()

    def is_told(self) -> None:
        """See the word that something was done."""
        expect(self.main.locator(".ax-told.pass").first).to_be_visible()

    def is_at(self, pattern: str) -> re.Match[str]:
        """The page's address, taken apart by a pattern."""
        found = re.search(pattern, self.page.url)
        assert found, f"{self.page.url} is not {pattern}"
        return found


def today() -> date:
    """The legal date, as the running application reckons it."""
    return datetime.now(LEGAL_ZONE).date()
