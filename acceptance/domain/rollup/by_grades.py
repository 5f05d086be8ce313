"""Water works: part works, unit works and project by the evaluations of SL 176-2007.

The clauses named here are those of SL 176; what is said to people cites the table's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from acceptance.domain.evaluation.methods.water_works import (
    PartWorks,
    UnitWorks,
    WaterProject,
    rated_part_works,
    rated_unit_works,
    rated_water_project,
)
from acceptance.domain.evaluation.result import Evaluation, EvaluationVerdict, QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.rollup.parts import Part, PartRecord, Standing, worst_accident
from acceptance.domain.rollup.reasons import Reasons, of_parts
from acceptance.domain.rollup.rules import Judged
from acceptance.domain.rollup.words import Stand
from acceptance.domain.standards.editions import Editions
from acceptance.domain.standards.sl_176 import WaterGrades
from acceptance.domain.standards.water_accidents import NONE


@dataclass(frozen=True, slots=True)
class Counts:
    """Parts of one level: all, passed, excellent, and those that weigh more with their excellent."""

    all: int
    passed: int
    excellent: int
    main: int
    main_excellent: int


@dataclass(frozen=True, slots=True)
class WaterLevels:
    """The judges of the three levels, by the shares of one table."""

    table: WaterGrades

    def division(
        self, record: PartRecord, part: Part | None, below: tuple[Standing, ...], editions: Editions
    ) -> Judged:
        """A part works of its unit elements (5.1.3, 5.2.3)."""
        rules = editions.of(self.table)
        parts = of_parts(below, rules.cited("part"))
        if not below:
            return Judged(parts)
        counted = _counts(below, "key")
        given = PartWorks(
            units=counted.all,
            units_passed=counted.passed,
            units_excellent=counted.excellent,
            key_units=counted.main,
            key_units_excellent=counted.main_excellent,
            accident=part is not None and worst_accident(part) != NONE,
            blocks_grade=record.blocks_grade,
            blocks_groups=record.blocks_groups,
            materials_passed=record.materials_passed,
        )
        return _judged(rated_part_works(given, rules), parts)

    def unit(
        self, record: PartRecord, part: Part | None, below: tuple[Standing, ...], editions: Editions
    ) -> Judged:
        """A unit works of its part works, its appearance and its documents (5.1.4, 5.2.4)."""
        rules = editions.of(self.table)
        reasons = of_parts(below, rules.cited("unit")) + _unrecorded(record, rules.cited("unit"))
        if not below or record.appearance_rate is None or record.documents is None:
            return Judged(reasons)
        counted = _counts(below, "main")
        given = UnitWorks(
            parts=counted.all,
            parts_passed=counted.passed,
            parts_excellent=counted.excellent,
            main_parts=counted.main,
            main_parts_excellent=counted.main_excellent,
            appearance_rate=record.appearance_rate,
            worst_accident=worst_accident(part) if part else NONE,
            documents=record.documents,
        )
        return _judged(rated_unit_works(given, rules), reasons)

    def project(
        self,
        record: PartRecord,
        _part: Part | None,
        below: tuple[Standing, ...],
        editions: Editions,
    ) -> Judged:
        """A project of its unit works (5.1.5, 5.2.5)."""
        rules = editions.of(self.table)
        parts = of_parts(below, rules.cited("project"))
        if not below:
            return Judged(parts)
        counted = _counts(below, "main")
        given = WaterProject(
            unit_works=counted.all,
            unit_works_passed=counted.passed,
            unit_works_excellent=counted.excellent,
            main_unit_works=counted.main,
            main_unit_works_excellent=counted.main_excellent,
            monitoring_passed=record.monitoring_passed,
        )
        return _judged(rated_water_project(given, rules), parts)


def _unrecorded(record: PartRecord, clause: str) -> Reasons:
    missing = []
    if record.appearance_rate is None:
        missing.append(Finding.of("appearance_not_recorded", clause, PartyRole.OWNER))
    if record.documents is None:
        missing.append(Finding.of("documents_not_recorded", clause, PartyRole.CONTRACTOR))
    return Reasons(open=tuple(missing))


def _judged(evaluation: Evaluation, parts: Reasons) -> Judged:
    """The evaluation with the names of the parts that stand in the way."""
    basis = evaluation.basis
    if evaluation.verdict is EvaluationVerdict.FAILED:
        reasons = Reasons(evaluation.findings) + parts
        return Judged(reasons, QualityGrade.UNQUALIFIED, basis=basis)
    if parts.open:
        return Judged(parts, basis=basis)
    return Judged(parts, evaluation.grade, evaluation.findings, basis)


def _counts(below: Iterable[Standing], weight: str) -> Counts:
    """Open parts count as failed beside failed ones. Without a failed one they count as passed and
    excellent, so that only what no later result can mend is said of the part."""
    below = tuple(below)
    has_failed = any(each.stand is Stand.FAILED for each in below)
    hoped = {Stand.PASSED} if has_failed else {Stand.PASSED, Stand.OPEN}
    passed = [each for each in below if each.stand in hoped]
    excellent = [
        each for each in passed if each.grade is QualityGrade.EXCELLENT or each.stand is Stand.OPEN
    ]
    return Counts(
        len(below),
        len(passed),
        len(excellent),
        sum(_weighs(each, weight) for each in below),
        sum(_weighs(each, weight) for each in excellent),
    )


def _weighs(standing: Standing, weight: str) -> bool:
    """重要隐蔽 and 关键部位 among unit elements, 主要 among part and unit works."""
    part = standing.part
    if part is None:
        return False
    return part.is_key or part.is_concealed if weight == "key" else part.is_main
