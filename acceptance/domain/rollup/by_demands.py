"""Buildings, municipal works and roads: a level passes when each of its demands is met."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.evaluation.result import Basis
from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.rollup.parts import Part, PartRecord, Standing
from acceptance.domain.rollup.reasons import Reasons, of_parts
from acceptance.domain.rollup.rules import Judged
from acceptance.domain.rollup.words import Documents
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.editions import Editions
from acceptance.domain.standards.gb_50300_words import Demand


@dataclass(frozen=True, slots=True)
class Demands:
    """What a level is asked by `edition`. `limit` names the field that holds the demands;
    `entity_clause` lets entity tests stand for missing documents, empty where
    the edition has no such rule."""

    edition: Edition
    limit: str
    clause: str
    asked: tuple[Demand, ...] = (Demand.PARTS_PASSED,)
    entity_clause: str = ""

    def __call__(
        self,
        record: PartRecord,
        _part: Part | None,
        below: tuple[Standing, ...],
        editions: Editions,
    ) -> Judged:
        """The judgement of one level."""
        edition = editions.of(self.edition)
        clause = f"{edition.name} {self.clause}".rstrip()
        reasons = of_parts(below, clause)
        for demand in self.asked:
            reasons += _unmet(demand, record, clause, self.entity_clause)
        basis = Basis(
            edition.standard, edition.year, self.clause, unverified=edition.doubtful(self.limit)
        )
        return Judged(reasons, basis=basis)


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
