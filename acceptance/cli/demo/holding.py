"""Holding the acceptances that a step asks for, in order and in time, as careful people would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy.orm import Session

from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.persistence.projects import Project
from acceptance.queries.facts import gather
from acceptance.services.proceedings import RecordEvents, record_events
from acceptance.workflow.actions import Action

EXPERTS = 5
# Days before the step. Between notice and meeting lie ten working days even at Spring Festival.
_BEFORE = {
    Event.APPLICATION: 48, Event.NOTICE: 48, Event.ANSWER: 46, Event.MEETING: 20,
    Event.REPORT: 16, Event.OPINION: 7, Event.PAPER: 4,
}  # fmt: skip


def hold_acceptances(
    session: Session,
    project: Project,
    action: Action,
    inspector: Actor,
    approver: Actor,
    tick: Callable[[], datetime],
    *,
    papers: bool = True,
) -> None:
    """Record what the project still lacks before a step; without `papers` no 鉴定书 comes out."""
    now = tick()
    waiting = gather(session, project, now).proceedings.get(action, ())
    for kind, grouped in groupby(waiting, lambda each: each.rule.kind):
        group = [each for each in grouped if each.missing]
        if not group:
            continue
        parts = tuple(each.works_id for each in group if each.works_id is not None)
        given = tuple(_events(group[0], legal_date(now), papers=papers))
        spoken = tuple(pair for pair in given if pair[0] is Event.OPINION)
        for events, actor in ((_without(given, spoken), inspector), (spoken, approver)):
            if events:
                record_events(session, RecordEvents(project.id, kind, events, parts), actor, tick())


def _without(
    given: tuple[tuple[Event, Recorded], ...], spoken: tuple[tuple[Event, Recorded], ...]
) -> tuple[tuple[Event, Recorded], ...]:
    return tuple(pair for pair in given if pair not in spoken)


def _events(
    proceeding: Proceeding, today: date, *, papers: bool
) -> Iterator[tuple[Event, Recorded]]:
    for event in proceeding.rule.events:
        if event in proceeding.rule.elsewhere or (event is Event.PAPER and not papers):
            continue
        day = today - timedelta(days=_BEFORE[event])
        if event in proceeding.wanted or Event.MEETING in proceeding.wanted:
            yield event, _meeting(proceeding, day) if event is Event.MEETING else Recorded(day=day)


def _meeting(proceeding: Proceeding, day: date) -> Recorded:
    rule = proceeding.rule
    roles: list[PartyRole] = [role for role in rule.group if role in proceeding.parties]
    present = tuple((role, 1) for role in dict.fromkeys((rule.chairs[0], *roles)))
    outside = EXPERTS if rule.outside_share is not None else None
    held = Recorded(day=day, chair=rule.chairs[0], present=present, outside=outside)
    agree = held.members if proceeding.procedure.quorum_share is not None else None
    return Recorded(day=day, chair=held.chair, present=present, outside=outside, agree=agree)
