"""What should have happened in the acceptances of a project by now, and has not."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.procedures.deadlines import Day, deadlines
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.workflow.facts import Facts


@dataclass(frozen=True, slots=True)
class Overdue:
    """An event of an acceptance whose last day is over."""

    kind: str
    part: str
    event: Event
    due: Day


def overdue_in(facts: Facts) -> tuple[Overdue, ...]:
    """The earliest last day first."""
    found = (
        Overdue(each.rule.kind, each.part, limit.event, limit.due)
        for proceedings in facts.proceedings.values()
        for each in proceedings
        for limit in deadlines(each, facts.calendar)
        if limit.done is None and limit.is_late(facts.today)
    )
    return tuple(sorted(found, key=lambda each: (each.due.day, each.kind, each.part)))
