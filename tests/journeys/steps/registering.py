"""From nothing to a project whose works are divided and whose papers are on file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from playwright.sync_api import expect

from acceptance.domain.parties import PROJECT_PARTIES, PartyRole
from acceptance.domain.projects import Category
from acceptance.i18n import title
from tests.journeys.steps.person import Person, today

# Long enough ago for the seven working days of the notice, whatever holidays lie between.
NOTICE_LEAD = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Registration:
    """What is written down of a project; `more` are the fields that only its category has."""

    category: Category
    name: str
    process: str
    rule_set: str = ""
    size_class: str = "small"
    more: Mapping[str, str] = field(default_factory=dict)


def registers(person: Person, wanted: Registration) -> int:
    """Fill in the form of the category; the project's id."""
    person.opens("/projects")
    person.page.locator("main a[href='/projects/new']").first.click()
    person.goes(person.page.locator(f"main a[href='/projects/new/{wanted.category.value}']"))
    person.types("name", wanted.name)
    person.page.locator("select[name=area_id]").select_option(index=2)
    person.selects("procedure", wanted.process)
    if wanted.rule_set:
        person.selects("rule_set", wanted.rule_set)
    for name, value in wanted.more.items():
        person.types(name, value)
    person.chooses("size_class", wanted.size_class)
    person.chooses("size_basis", "investment")
    person.presses("登记")
    person.is_told()
    return int(person.is_at(r"/projects/(\d+)$")[1])


def names_the_parties(person: Person, project_id: int) -> None:
    """Each role of a project gets its organisation and the one who leads there."""
    person.opens(f"/projects/{project_id}/parties")
    for row, role in enumerate(PROJECT_PARTIES):
        assert person.value_of(f"parties-{row}-role") == role.value
        person.types(f"parties-{row}-organisation", organisation_of(role))
        person.types(f"parties-{row}-leader", leader_of(role))
    person.presses("保存")
    person.is_told()
    expect(person.main.get_by_text(organisation_of(PartyRole.OWNER))).to_be_visible()


def divides_the_works(person: Person, project_id: int) -> None:
    """Take the usual division of the category."""
    person.opens(f"/projects/{project_id}/works")
    person.goes(person.main.locator("form[action$='/works/divide'] button"))
    expect(person.main.locator("li.ax-leaf").first).to_be_attached()


def records_the_papers(person: Person, project_id: int) -> None:
    """Record every paper that is asked for, one after the other, until none is missing."""
    person.opens(f"/projects/{project_id}/papers")
    missing = person.main.locator(".ax-reasons a:visible", has_text=person.word("登记资料"))
    for number in range(missing.count(), 0, -1):
        expect(missing).to_have_count(number)
        person.goes(missing.first)
        person.types("number", f"示例文号 {number}")
        person.types("dated", (today() - NOTICE_LEAD).isoformat())
        person.presses("登记资料")
    expect(missing).to_have_count(0)


def organisation_of(role: PartyRole) -> str:
    """The invented organisation that plays a party."""
    return f"示例{title(role, 'zh')}甲公司"


def leader_of(role: PartyRole) -> str:
    """An invented person; the name must never be seen in public."""
    return f"示{title(role, 'zh')[0]}例"
