"""The acceptances that a step asks for, recorded on their pages by inspector and approver."""

from __future__ import annotations

from datetime import timedelta

from acceptance.domain.standards.acceptance_rules import Event
from acceptance.workflow.actions import Action
from acceptance.workflow.procedures import PROCEDURES
from tests.journeys.steps.person import Person, today

# So many days ago; between notice and meeting lie ten working days even at Spring Festival.
DAYS_AGO = {
    Event.APPLICATION: 48, Event.NOTICE: 48, Event.ANSWER: 46, Event.MEETING: 20,
    Event.REPORT: 16, Event.OPINION: 7, Event.PAPER: 4,
}  # fmt: skip
EXPERTS = 9


def holds_the_acceptances(
    person: Person, project_id: int, process: str, before: Action, decides: Person | None = None
) -> None:
    """Record whatever the step asks for, all parts of a kind at once."""
    for asked in PROCEDURES[process]:
        if asked.before is not before or not asked.wanted:
            continue
        place = f"/projects/{project_id}/proceedings"
        person.opens(place)
        if not person.main.locator(f"#{asked.rule.kind}").count():
            continue
        records(person, f"{place}/{asked.rule.kind}")
        if Event.OPINION in asked.wanted and decides is not None:
            records(decides, f"{place}/{asked.rule.kind}/opinion")


def records(person: Person, form: str) -> None:
    """Fill in every day of a form, one of each unit and everybody agreeing."""
    person.opens(form)
    for event, ago in DAYS_AGO.items():
        if person.page.locator(f"input[name={event.value}]").count():
            person.types(event.value, (today() - timedelta(days=ago)).isoformat())
    people = person.main.locator(".ax-people input").all()
    for field in people:
        field.fill("1")
    members = len(people)
    if person.page.locator("input[name=outside]").count():
        person.types("outside", str(EXPERTS))
        members += EXPERTS - 1
    if person.page.locator("input[name=agree]").count():
        person.types("agree", str(members))
    person.presses("登记")
    person.is_told()
