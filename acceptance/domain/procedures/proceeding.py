"""One acceptance as it has gone so far, held against its rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from acceptance.domain.parties import PartyRole
from acceptance.domain.standards.acceptance_rules import PRECEDING, AcceptanceRule, Event, Procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded of an event: the day it happened, and of a meeting who held it, how many
    people of each unit were in the group (`outside`: experts of other units) and how many agreed;
    of an opinion of the supervision body whether it has none against it."""

    day: date
    number: str = ""
    chair: PartyRole | None = None
    present: tuple[tuple[PartyRole, int], ...] = ()
    outside: int | None = None
    agree: int | None = None
    approved: bool = True

    @property
    def members(self) -> int:
        """The whole group."""
        return sum(people for _role, people in self.present) + (self.outside or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """An acceptance of a project, or of the part `works_id` that is called `part`.

    `wanted` are the events that must have happened before the next step, `parties` the roles in the
    project, `events` the newest record of each.
    """

    procedure: Procedure
    rule: AcceptanceRule
    wanted: tuple[Event, ...] = ()
    works_id: int | None = None
    part: str = ""
    parties: frozenset[PartyRole] = frozenset()
    events: Mapping[Event, Recorded] = field(default_factory=dict)

    @property
    def clause(self) -> str:
        """Standard and clause, as they are cited."""
        return f"{self.procedure.name} {self.rule.clause}".rstrip()

    def standing(self, event: Event) -> Recorded | None:
        """The record of an event, unless what must precede it was recorded for a later day: then
        it belongs to an earlier acceptance, which was held anew."""
        found = self.events.get(event)
        if found is None:
            return None
        before = [self.events[each].day for each in PRECEDING[event] if each in self.events]
        return found if all(day <= found.day for day in before) else None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing of it was recorded yet."""
        return not any(event in self.events for event in self.wanted)

    @property
    def missing(self) -> tuple[Event, ...]:
        """What has still to happen before the next step."""
        return tuple(event for event in self.wanted if self.standing(event) is None)

    @property
    def meeting(self) -> Recorded | None:
        """The meeting that counts for the next step; None while it is not asked for or not held."""
        return self.standing(Event.MEETING) if Event.MEETING in self.wanted else None

    @property
    def unrepresented(self) -> tuple[PartyRole, ...]:
        """The units of the group that are in the project and sent nobody to the meeting."""
        meeting = self.meeting
        if meeting is None:
            return ()
        there = {role for role, people in meeting.present if people}
        return tuple(role for role in self.rule.group if role in self.parties and role not in there)
