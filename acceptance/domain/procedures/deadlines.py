"""Until when a thing had to happen, and from when on it may: the days of a rule in the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from acceptance.domain.procedures.proceeding import Proceeding
from acceptance.domain.standards.acceptance_rules import AcceptanceRule, Event
from acceptance.domain.working_days import Calendar

_SPANS = (
    ("answer_days", (Event.APPLICATION,), Event.ANSWER),
    ("report_days", (Event.MEETING,), Event.REPORT),
    ("filing_days", (Event.REPORT, Event.MEETING), Event.OPINION),
    ("certificate_days", (Event.MEETING,), Event.PAPER),
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was reckoned; `weekends_only` are the years whose holidays are not known."""

    day: date
    weekends_only: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for an event, and when it happened."""

    event: Event
    due: Day
    done: date | None

    def is_late(self, today: date) -> bool:
        """Whether it happened after its last day, or has not happened and the day is over."""
        return (self.done or today) > self.due.day


def reckoned(rule: AcceptanceRule, calendar: Calendar, start: date, days: int) -> Day:
    """The day so many days of the rule after another."""
    if rule.calendar_days:
        return Day(start + timedelta(days=days))
    day = calendar.add(start, days)
    return Day(day, calendar.missing_years(start, day))


def deadlines(proceeding: Proceeding, calendar: Calendar) -> tuple[Deadline, ...]:
    """Every limit of the rule that has begun to run."""
    found = []
    for name, starts, event in _SPANS:
        days = getattr(proceeding.rule, name)
        begun = next((each for each in starts if each in proceeding.rule.events), None)
        start = proceeding.standing(begun) if begun else None
        if days is None or start is None or event not in proceeding.rule.events:
            continue
        done = proceeding.standing(event)
        due = reckoned(proceeding.rule, calendar, start.day, days)
        found.append(Deadline(event, due, done.day if done else None))
    return tuple(found)


def earliest_meeting(proceeding: Proceeding, calendar: Calendar) -> Day | None:
    """The first day of a meeting after the notice; None where none is asked for or given."""
    days, notice = proceeding.rule.notice_days, proceeding.events.get(Event.NOTICE)
    if days is None or notice is None:
        return None
    return reckoned(proceeding.rule, calendar, notice.day, days)


def objection_ends(proceeding: Proceeding) -> date | None:
    """The last day on which the body that was told may object; None where it has not begun."""
    days, report = proceeding.rule.objection_days, proceeding.standing(Event.REPORT)
    return None if days is None or report is None else report.day + timedelta(days=days)
