"""The targets: a figure, and the list of projects it is made of."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from acceptance.domain.indicators import IndicatorCode
from tests.journeys.steps.person import Person


def reads_the_figure(person: Person, code: IndicatorCode) -> tuple[int, int]:
    """Numerator and denominator on the tile of an indicator."""
    person.opens("/targets")
    shown = person.page.locator(f"#{code.value} .ax-counted").inner_text()
    found = re.search(r"(\d+)\D+(\d+)", shown)
    assert found, shown
    return int(found[1]), int(found[2])


def finds_the_same_in_the_list(
    person: Person, code: IndicatorCode, counted: tuple[int, int], project: str
) -> None:
    """Open the list behind the figure: as many lines as were counted, the project among them."""
    person.goes(person.page.locator(f"#{code.value} .ax-tile-links a").first)
    passed, decided = counted
    for part, wanted in (("passed", passed), ("not_passed", decided - passed)):
        person.goes(person.page.locator(f"#list nav a[href*='part={part}']").first)
        expect(person.page.locator("#list tbody tr")).to_have_count(wanted)
        if wanted:
            expect(person.page.locator("#list tbody")).to_contain_text(project)
