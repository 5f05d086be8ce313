"""Why what happened in an acceptance cannot be written down so, every reason at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from acceptance.domain.findings import Finding
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.standards.acceptance_rules import PRECEDING, Event

Given = tuple[tuple[Event, Recorded], ...]


def why_not_recorded(
    chosen: Iterable[Proceeding], given: Given, today: date
) -> tuple[Finding, ...]:
    """Reasons against these events in these acceptances; the same reason is given once."""
    if not given:
        return (Finding.of("nothing_recorded"),)
    found = [reason for each in chosen for reason in _reasons(each, given, today)]
    return tuple(dict.fromkeys(found))


def after(proceeding: Proceeding, given: Given) -> Proceeding:
    """The acceptance with these events in it."""
    return replace(proceeding, events={**proceeding.events, **dict(given)})


def _reasons(proceeding: Proceeding, given: Given, today: date) -> Iterator[Finding]:
    known = after(proceeding, given).events
    for event, recorded in given:
        if event not in proceeding.rule.events or event in proceeding.rule.elsewhere:
            yield Finding.of("event_not_of_this_acceptance", proceeding.clause, None, event)
            continue
        if recorded.day > today:
            yield Finding.of("day_in_the_future", "", None, event)
        for other in PRECEDING[event]:
            if other in known and recorded.day < known[other].day:
                yield Finding.of("event_too_early", proceeding.clause, None, event, event=other,
                                 day=known[other].day.isoformat())  # fmt: skip
        if event is Event.MEETING:
            yield from _of_meeting(proceeding, recorded)


def _of_meeting(proceeding: Proceeding, meeting: Recorded) -> Iterator[Finding]:
    """Who was there makes sense, and no unit has more people in the group than it may."""
    if meeting.chair is None:
        yield Finding.of("chair_missing", "", None, "chair")
    if not meeting.members:
        yield Finding.of("group_missing", proceeding.clause, None, "chair")
    if meeting.agree is not None and meeting.agree > meeting.members:
        yield Finding.of("more_agree_than_members", "", None, "agree", members=meeting.members)
    most = proceeding.rule.per_party
    for role, people in meeting.present:
        if most is not None and people > most:
            yield Finding.of("too_many_of_a_unit", proceeding.clause, role, role, role=role,
                             most=most)  # fmt: skip
