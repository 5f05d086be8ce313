"""The quality record of each part: documents, tests and appearance."""

from __future__ import annotations

from tests.journeys.steps.person import Person

GOOD = {"appearance_good": "8", "appearance_fair": "2", "appearance_poor": "0"}
GRADED_ITEMS = 3


def records_the_quality(person: Person, project_id: int) -> None:
    """Go from part to part, and fill in what its level asks for."""
    tree = f"/projects/{project_id}/works"
    person.opens(tree)
    links = person.main.locator("details.ax-branch > .ax-node-acts a[href$='/quality']")
    for address in [link.get_attribute("href") for link in links.all()]:
        assert address is not None
        person.opens(address)
        if not person.page.locator("select[name=documents]").count():
            continue
        person.selects("documents", "complete")
        if person.page.locator("select[name=functions_passed]").count():
            person.selects("functions_passed", "yes")
        for name, value in GOOD.items():
            if person.page.locator(f"input[name={name}]").count():
                person.types(name, value)
        grades = person.page.locator("select[name^=appearance_items-][name$=-grade]")
        if grades.count():
            person.page.locator("details", has=grades.first).locator("summary").click()
        for at in range(min(GRADED_ITEMS, grades.count())):
            grades.nth(at).select_option("1")
        person.presses("保存")
        person.is_told()
