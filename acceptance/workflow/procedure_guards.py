"""The acceptances before a step were held as their standard says: true sentences, or the reasons.

A day that was merely missed stands in nobody's way; it shows as late on the page of the project.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.procedures.deadlines import earliest_meeting, objection_ends
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.workflow.facts import Facts, Request

Reasons = tuple[Finding, ...]
PLACE = "proceedings"
"""Where on the pages of a project these reasons are dealt with."""


def acceptances_recorded(facts: Facts, request: Request) -> Reasons:
    """Every acceptance before this step is recorded, with all that belongs to it."""
    return tuple(_not_recorded(facts.proceedings.get(request.action, ())))


def chaired_by_the_right_body(facts: Facts, request: Request) -> Reasons:
    """Whoever the standard names has held the acceptance."""
    return tuple(
        _finding("chaired_by_another", each, meeting.chair,
                 chair=meeting.chair or "", role=each.rule.chairs[0])
        for each, meeting in _held(facts, request)
        if meeting.chair not in each.rule.chairs
    )  # fmt: skip


def every_unit_represented(facts: Facts, request: Request) -> Reasons:
    """Every unit of the group that is in the project was there and signed."""
    return tuple(
        _finding("unit_not_represented", each, role, role=role)
        for each, _meeting in _held(facts, request)
        for role in each.unrepresented
    )


def notice_days_ahead(facts: Facts, request: Request) -> Reasons:
    """The supervision body had its notice so many days before the meeting."""
    found = []
    for each, meeting in _held(facts, request):
        earliest = earliest_meeting(each, facts.calendar)
        if earliest is None or meeting.day >= earliest.day:
            continue
        years = "、".join(map(str, earliest.weekends_only))
        code = "notice_days_short_weekends" if years else "notice_days_short"
        found.append(
            _finding(code, each, PartyRole.OWNER, days=each.rule.notice_days or 0,
                     held=meeting.day.isoformat(), earliest=earliest.day.isoformat(),
                     years=years)
        )  # fmt: skip
    return tuple(found)


def group_concluded(facts: Facts, request: Request) -> Reasons:
    """So large a share of the group agreed as the standard asks for."""
    return tuple(
        _finding("group_not_agreed", each, None, agree=meeting.agree or 0, members=meeting.members)
        for each, meeting in _held(facts, request)
        if each.procedure.quorum_share is not None
        and not each.procedure.carries(meeting.agree or 0, meeting.members)
    )


def experts_from_outside(facts: Facts, request: Request) -> Reasons:
    """So large a share of an expert group came from other units."""
    return tuple(
        _finding("experts_not_outside", each, None, outside=meeting.outside or 0,
                 members=meeting.members)
        for each, meeting in _held(facts, request)
        if each.rule.outside_share is not None
        and (meeting.outside or 0) < each.rule.outside_share * meeting.members
    )  # fmt: skip


def supervision_has_no_objection(facts: Facts, request: Request) -> Reasons:
    """What the quality supervision body was to record or decide came back without an objection."""
    opinions = (
        (each, each.standing(Event.OPINION))
        for each in facts.proceedings.get(request.action, ())
        if Event.OPINION in each.wanted
    )
    return tuple(
        _finding("supervision_objects", each, PartyRole.OWNER, opinion=each.rule.by_supervision)
        for each, opinion in opinions
        if opinion is not None and not opinion.approved
    )


def objection_period_over(facts: Facts, request: Request) -> Reasons:
    """The authority that was told had its days to object."""
    return tuple(
        _finding("objection_period_runs", each, None, until=ends.isoformat())
        for each in facts.proceedings.get(request.action, ())
        if (ends := objection_ends(each)) is not None and facts.today <= ends
    )


HELD_AS_PRESCRIBED = (
    acceptances_recorded,
    chaired_by_the_right_body,
    every_unit_represented,
    notice_days_ahead,
    group_concluded,
    experts_from_outside,
    supervision_has_no_objection,
    objection_period_over,
)


def _not_recorded(proceedings: tuple[Proceeding, ...]) -> Iterator[Finding]:
    """Parts of which nothing is recorded are named together, else each missing event by itself."""
    for kind, grouped in groupby(proceedings, lambda each: each.rule.kind):
        group = tuple(grouped)
        blank = [each for each in group if each.missing and each.is_untouched]
        if blank and blank[0].works_id is not None:
            parts = "、".join(each.part for each in blank)
            yield Finding.of("acceptances_missing", blank[0].clause, None, PLACE,
                             acceptance=kind, count=len(blank), parts=parts)  # fmt: skip
        elif blank:
            yield Finding.of("acceptance_missing", blank[0].clause, None, PLACE, acceptance=kind)
        for each in group:
            if each not in blank:
                for event in each.missing:
                    yield _finding("event_missing", each, _by(event), event=event)


def _by(event: Event) -> PartyRole | None:
    return PartyRole.QUALITY_STATION if event is Event.OPINION else None


def _held(facts: Facts, request: Request) -> Iterator[tuple[Proceeding, Recorded]]:
    for each in facts.proceedings.get(request.action, ()):
        if each.meeting is not None:
            yield each, each.meeting


def _finding(
    code: str, proceeding: Proceeding, party: PartyRole | None, **data: str | int
) -> Finding:
    """A reason that names the acceptance and, where it is of one, the part."""
    part = f" {proceeding.part} " if proceeding.part else ""
    return Finding.of(
        code, proceeding.clause, party, PLACE, acceptance=proceeding.rule.kind, part=part, **data
    )
