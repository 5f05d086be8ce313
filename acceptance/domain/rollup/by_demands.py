"""Buildings, municipal works and roads: a level passes when each of its demands is met."""

from __future__ import annotations

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.rollup.parts import Part, PartRecord, Standing
from acceptance.domain.rollup.reasons import Reasons, of_parts
from acceptance.domain.rollup.rules import Judged, LevelJudge
from acceptance.domain.rollup.words import Documents
from acceptance.domain.standards.gb_50300_words import Demand


def judge_of(demands: tuple[Demand, ...], clause: str, entity_clause: str) -> LevelJudge:
    """A judge by these demands; `entity_clause` lets entity tests stand for missing documents,
    empty where the edition has no such rule."""

    def judge(record: PartRecord, _part: Part | None, below: tuple[Standing, ...]) -> Judged:
        reasons = of_parts(below, clause)
        for demand in demands:
            reasons += _unmet(demand, record, clause, entity_clause)
        return reasons, None, ()

    return judge


def _unmet(demand: Demand, record: PartRecord, clause: str, entity_clause: str) -> Reasons:
    match demand:
        case Demand.CONTROL_DOCUMENTS:
            return _documents(record, clause, entity_clause)
        case Demand.APPEARANCE:
            return _appearance(record, clause)
        case Demand.FUNCTION_TESTS:
            return _functions(record, clause)
    # Items, records of lots and spot checks stand in the checklists and papers themselves.
    return Reasons()


def _documents(record: PartRecord, clause: str, entity_clause: str) -> Reasons:
    if record.documents is None:
        missing = Finding.of("documents_not_recorded", clause, PartyRole.SUPERVISOR)
        return Reasons(open=(missing,))
    if record.documents is Documents.COMPLETE or (record.entity_tested and entity_clause):
        return Reasons()
    return Reasons((Finding.of("documents_incomplete", clause, PartyRole.CONTRACTOR),))


def _appearance(record: PartRecord, clause: str) -> Reasons:
    """Points found 差 are repaired and judged again before the part can pass."""
    if record.appearance_poor is None:
        missing = Finding.of("appearance_not_recorded", clause, PartyRole.SUPERVISOR)
        return Reasons(open=(missing,))
    if not record.appearance_poor:
        return Reasons()
    poor = record.appearance_poor
    return Reasons((Finding.of("appearance_poor", clause, PartyRole.CONTRACTOR, count=poor),))


def _functions(record: PartRecord, clause: str) -> Reasons:
    if record.functions_passed is None:
        missing = Finding.of("functions_not_recorded", clause, PartyRole.CONTRACTOR)
        return Reasons(open=(missing,))
    if record.functions_passed:
        return Reasons()
    return Reasons((Finding.of("functions_failed", clause, PartyRole.CONTRACTOR),))
