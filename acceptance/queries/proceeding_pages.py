"""The acceptances of a project for a reader: what is prescribed, what happened, what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.domain.procedures.deadlines import Deadline, deadlines
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.standards.acceptance_rules import AcceptanceRule, Event
from acceptance.persistence.projects import Project
from acceptance.queries.calendar import calendar
from acceptance.queries.facts import gather, held_acceptances
from acceptance.queries.ledger import newest_of
from acceptance.queries.project_head import ProjectHead, project_head
from acceptance.queries.scope import project_in_scope
from acceptance.workflow.actions import Action
from acceptance.workflow.gates import gate
from acceptance.workflow.procedure_guards import PLACE
from acceptance.workflow.procedures import Asked
from acceptance.workflow.processes import PROCESSES


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event of an acceptance: what was recorded of it, and its last day where it has one.
    `stands` unless it belongs to an acceptance that was held anew; without `needed` the next step
    does not wait for it."""

    event: Event
    recorded: Recorded | None
    stands: bool
    needed: bool
    limit: Deadline | None
    late: bool


@dataclass(frozen=True, slots=True)
class ProceedingLine:
    """One acceptance, of the project or of a part."""

    works_id: int | None
    part: str
    proceeding: Proceeding
    events: tuple[EventLine, ...]

    @property
    def done(self) -> bool:
        return not self.proceeding.missing

    @property
    def late(self) -> bool:
        return any(line.late for line in self.events)


@dataclass(frozen=True, slots=True)
class AcceptanceGroup:
    """The acceptances of one rule. `own` are its events that are recorded here."""

    rule: AcceptanceRule
    clause: str
    before: Action
    own: tuple[Event, ...]
    lines: tuple[ProceedingLine, ...]

    @property
    def doubtful(self) -> bool:
        """Whether the rule is from memory and nobody has confirmed it by the printed text."""
        procedure = self.lines[0].proceeding.procedure
        return not self.rule.verified and bool(procedure.doubtful("acceptances"))

    @property
    def open(self) -> tuple[ProceedingLine, ...]:
        return tuple(line for line in self.lines if not line.done)

    def line(self, works_id: int | None) -> ProceedingLine | None:
        return next((line for line in self.lines if line.works_id == works_id), None)


@dataclass(frozen=True, slots=True)
class ProceedingsPage:
    """The tab of the acceptances. `reasons` stand between the project and its next step."""

    head: ProjectHead
    seen: int
    groups: tuple[AcceptanceGroup, ...]
    reasons: tuple[Finding, ...]
    parties: frozenset[PartyRole]

    def group(self, kind: str) -> AcceptanceGroup | None:
        return next((group for group in self.groups if group.rule.kind == kind), None)


def proceedings_page(
    session: Session, actor: Actor, project_id: int, now: datetime
) -> ProceedingsPage | None:
    """The page; None when the project is missing or foreign."""
    head = project_head(session, actor, project_id)
    project = project_in_scope(session, actor, project_id)
    if head is None or project is None:
        return None
    return ProceedingsPage(
        head=head,
        seen=newest_of(session, project_id),
        groups=_groups(session, project, now),
        reasons=_reasons(session, project, now),
        parties=frozenset(party.role for party in project.parties),
    )


def _groups(session: Session, project: Project, now: datetime) -> tuple[AcceptanceGroup, ...]:
    found = held_acceptances(session, project)
    return tuple(
        _group(asked, tuple(_line(proceeding, now) for _asked, proceeding in each))
        for asked, each in groupby(found, lambda pair: pair[0])
    )


def _group(asked: Asked, lines: tuple[ProceedingLine, ...]) -> AcceptanceGroup:
    rule = asked.rule
    own = tuple(event for event in rule.events if event not in rule.elsewhere)
    return AcceptanceGroup(rule, lines[0].proceeding.clause, asked.before, own, lines)


def _line(proceeding: Proceeding, now: datetime) -> ProceedingLine:
    limits = {limit.event: limit for limit in deadlines(proceeding, calendar())}
    today = legal_date(now)
    events = tuple(
        EventLine(
            event=event,
            recorded=proceeding.events.get(event),
            stands=proceeding.standing(event) is not None,
            needed=event in proceeding.wanted,
            limit=limits.get(event),
            late=event in limits and limits[event].is_late(today),
        )
        for event in proceeding.rule.events
    )
    return ProceedingLine(proceeding.works_id, proceeding.part, proceeding, events)


def _reasons(session: Session, project: Project, now: datetime) -> tuple[Finding, ...]:
    ahead = gate(PROCESSES[project.process], gather(session, project, now))
    found = (*ahead.missing, *ahead.waiting) if ahead else ()
    return tuple(finding for finding in found if finding.field == PLACE)
