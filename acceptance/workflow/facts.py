"""All that a guard may look at, gathered before a decision and never during it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.domain.procedures.proceeding import Proceeding
from acceptance.domain.projects import Grade
from acceptance.domain.rollup.parts import Standing
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.working_days import WEEKENDS_ONLY, Calendar
from acceptance.workflow.actions import Action
from acceptance.workflow.papers import NO_PAPERS, Papers
from acceptance.workflow.stages import Stage


@dataclass(frozen=True, slots=True)
class LeafFacts:
    """How many of the lowest works there are, and how their newest checklists stand."""

    total: int = 0
    passed: int = 0
    failed: int = 0
    drafts: int = 0
    blank: int = 0
    photos_missing: int = 0
    near_limit: int = 0


@dataclass(frozen=True, slots=True)
class AttemptFacts:
    """The newest counted attempt; without a result while it is open."""

    number: int
    result: AttemptResult | None
    opened_on: date
    void_requested_by: int | None = None
    void_requested_unit: int | None = None
    decided_on: date | None = None

    @property
    def is_open(self) -> bool:
        return self.result is None


@dataclass(frozen=True, slots=True)
class Facts:
    """A project as the guards see it: `papers` are what it is asked for and what is on file,
    `touched_by` the accounts that took part in it; `earliest_meeting` is None when no
    notice is on file; `standing` is the roll-up of its works, `rolls_grades` says that it comes to
    a grade; `proceedings` are the acceptances asked for before a step, as far as they went.
    `editions` are the limits of standards in force, by which guards and roll-up judge."""

    process: str
    stage: Stage
    today: date
    parties: frozenset[PartyRole] = frozenset()
    papers: Papers = NO_PAPERS
    leaves: LeafFacts = LeafFacts()
    attempts: int = 0
    attempt: AttemptFacts | None = None
    rectifications_open: int = 0
    touched_by: frozenset[int] = frozenset()
    earliest_meeting: date | None = None
    certificate_in_force: bool = False
    grades: bool = True
    standing: Standing | None = None
    rolls_grades: bool = False
    editions: Editions = SHIPPED
    proceedings: Mapping[Action, tuple[Proceeding, ...]] = field(default_factory=dict)
    calendar: Calendar = WEEKENDS_ONLY


@dataclass(frozen=True, slots=True)
class Request:
    """Who wants to do what, with what was given; `dry` asks before a form is filled."""

    action: Action
    actor: Actor
    reason: str = ""
    meeting_on: date | None = None
    opinions: tuple[tuple[PartyRole, Opinion], ...] = ()
    problems: int = 0
    grade: Grade | None = None
    score: str = ""
    dry: bool = False
