"""What is needed to open a counted acceptance, and to conclude one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.people import Actor
from acceptance.domain.projects import RULE_SETS, Category, SizeBasis, SizeClass
from acceptance.domain.rollup.parts import Standing as RolledUp
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.queries.acceptances import Head, head_of, reasons_against
from acceptance.queries.attempts import AttemptLine, Standing, attempts_of, standing_of
from acceptance.queries.facts import gather
from acceptance.queries.scope import project_in_scope
from acceptance.workflow import guards
from acceptance.workflow.actions import Action
from acceptance.workflow.facts import Facts, LeafFacts
from acceptance.workflow.gates import Gate, Met, gate
from acceptance.workflow.processes import PROCESSES
from acceptance.workflow.table import Process

_BUILT = {"building", "municipal"}
# The clauses of conditions that hold; those of conditions that do not come with their reasons.
_CLAUSES = {
    "core_parties_named": "GB 50300-2013 6.0.6",
    "all_works_inspected_and_passed": "GB 50300-2013 5.0.2",
    "notice_given_in_time": "建质〔2013〕171号 第六条（三）",
}


@dataclass(frozen=True, slots=True)
class MetLine:
    """A condition that holds, with its clause where it has one."""

    met: Met
    clause: str


@dataclass(frozen=True, slots=True)
class Frozen:
    """What the first opened attempt fixes for every later count; `already` when it has."""

    category: Category
    size_class: SizeClass
    size_basis: SizeBasis
    area: str
    already: bool


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """Before attempt `number` is opened. `against` are all reasons why it cannot be, as the step
    itself gives them; the gate holds the conditions of the project."""

    head: Head
    number: int
    against: tuple[Finding, ...]
    gate: Gate | None
    met: tuple[MetLine, ...]
    organiser: str
    earliest: date | None
    frozen: Frozen
    parties: tuple[PartyRow, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class PartyRow:
    """An organisation in the project; `signs` when a pass needs its agreement."""

    id: int
    role: PartyRole
    organisation_id: int
    organisation: str
    leader: str
    signs: bool


@dataclass(frozen=True, slots=True)
class ConcludingPage:
    """Around the end of an attempt. `by_majority` when two thirds decide, else all that sign must
    agree. `against_passing` is what the system's own records say against a pass;
    `conditional_counts` whether this bureau counts 整改后合格 as passed first time; `rolled` is the
    roll-up where it comes to a grade."""

    head: Head
    attempt: AttemptLine
    parties: tuple[PartyRow, ...]
    by_majority: bool
    leaves: LeafFacts
    against_passing: tuple[Finding, ...]
    grades: bool
    grade_basis: str
    standing: Standing
    conditional_counts: bool
    rolled: RolledUp | None


def opening_page(
    session: Session, actor: Actor, project_id: int, now: datetime, *, conditional_counts: bool
) -> OpeningPage | None:
    """The page before an attempt is opened, or None when the project is missing or foreign."""
    project = project_in_scope(session, actor, project_id)
    if project is None:
        return None
    process, facts = PROCESSES[project.process], gather(session, project, now)
    ahead = gate(process, facts)
    conditions = ahead if ahead is not None and ahead.counts else None
    return OpeningPage(
        head=head_of(session, project),
        number=facts.attempts + 1,
        against=reasons_against(process, facts, Action.OPEN_ATTEMPT, actor),
        gate=conditions,
        met=_met_lines(facts, conditions),
        organiser=project.organiser,
        earliest=facts.earliest_meeting,
        frozen=_frozen(session, project),
        parties=_parties(project, process),
        standing=standing_of(
            attempts_of(session, project.id), conditional_counts=conditional_counts
        ),
    )


def concluding_page(
    session: Session, actor: Actor, project_id: int, now: datetime, *, conditional_counts: bool
) -> ConcludingPage | None:
    """The newest attempt, which somebody may have concluded meanwhile; None when there is none, or
    the project is missing or foreign."""
    project = project_in_scope(session, actor, project_id)
    attempts = attempts_of(session, project_id) if project else ()
    if project is None or not attempts:
        return None
    process, facts = PROCESSES[project.process], gather(session, project, now)
    rules = RULE_SETS[project.rule_set]
    return ConcludingPage(
        head=head_of(session, project),
        attempt=attempts[-1],
        parties=_parties(project, process),
        by_majority=_by_majority(process),
        leaves=facts.leaves,
        against_passing=reasons_against(process, facts, Action.CONCLUDE_PASSED, actor),
        grades=rules.grades,
        grade_basis=rules.grade_basis,
        standing=standing_of(attempts, conditional_counts=conditional_counts),
        conditional_counts=conditional_counts,
        rolled=facts.standing if facts.rolls_grades else None,
    )


def _met_lines(facts: Facts, conditions: Gate | None) -> tuple[MetLine, ...]:
    if conditions is None:
        return ()
    clauses = _CLAUSES if facts.process in _BUILT else {}
    return tuple(
        MetLine(met, met.paper.clause if met.paper else clauses.get(met.condition, ""))
        for met in conditions.met
    )


def _frozen(session: Session, project: Project) -> Frozen:
    area = session.get_one(Area, project.counted_area_id or project.area_id)
    return Frozen(
        category=project.counted_category or project.category,
        size_class=project.counted_size or project.size_class,
        size_basis=project.size_basis,
        area=area.name,
        already=project.counted_category is not None,
    )


def _by_majority(process: Process) -> bool:
    row = process.row(process.counted, Action.CONCLUDE_PASSED)
    return row is not None and guards.two_thirds_agree in row.guards


def _parties(project: Project, process: Process) -> tuple[PartyRow, ...]:
    by_majority = _by_majority(process)
    return tuple(
        PartyRow(
            id=party.id,
            role=party.role,
            organisation_id=party.organisation_id,
            organisation=party.organisation.name,
            leader=party.leader,
            signs=by_majority or party.role in guards.SIGNING,
        )
        for party in project.parties
    )
