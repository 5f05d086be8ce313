"""Water works: part works, unit works and project by the evaluations of SL 176-2007."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from acceptance.domain.evaluation.methods.water_works import (
    PartWorks,
    UnitWorks,
    WaterProject,
    part_works,
    unit_works,
    water_project,
)
from acceptance.domain.evaluation.result import Evaluation, EvaluationVerdict, QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.rollup.parts import Part, PartRecord, Standing, worst_accident
from acceptance.domain.rollup.reasons import Reasons, of_parts
from acceptance.domain.rollup.rules import Judged
from acceptance.domain.rollup.words import Stand
from acceptance.domain.standards.sl_176 import SL_176_2007
from acceptance.domain.standards.water_accidents import NONE


@dataclass(frozen=True, slots=True)
class Counts:
    """Parts of one level: all, passed, excellent, and those that weigh more with their excellent."""

    all: int
    passed: int
    excellent: int
    main: int
    main_excellent: int


def division(record: PartRecord, part: Part | None, below: tuple[Standing, ...]) -> Judged:
    """A part works of its unit elements (5.1.3, 5.2.3)."""
    parts = of_parts(below, _clause("part"))
    if not below:
        return parts, None, ()
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
    return _judged(part_works(given), parts)


def unit(record: PartRecord, part: Part | None, below: tuple[Standing, ...]) -> Judged:
    """A unit works of its part works, its appearance and its documents (5.1.4, 5.2.4)."""
    clause = _clause("unit")
    parts = of_parts(below, clause)
    missing = []
    if record.appearance_rate is None:
        missing.append(Finding.of("appearance_not_recorded", clause, PartyRole.OWNER))
    if record.documents is None:
        missing.append(Finding.of("documents_not_recorded", clause, PartyRole.CONTRACTOR))
    reasons = parts + Reasons(open=tuple(missing))
    if not below or record.appearance_rate is None or record.documents is None:
        return reasons, None, ()
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
    return _judged(unit_works(given), reasons)


def project(record: PartRecord, _part: Part | None, below: tuple[Standing, ...]) -> Judged:
    """A project of its unit works (5.1.5, 5.2.5)."""
    parts = of_parts(below, _clause("project"))
    if not below:
        return parts, None, ()
    counted = _counts(below, "main")
    given = WaterProject(
        unit_works=counted.all,
        unit_works_passed=counted.passed,
        unit_works_excellent=counted.excellent,
        main_unit_works=counted.main,
        main_unit_works_excellent=counted.main_excellent,
        monitoring_passed=record.monitoring_passed,
    )
    return _judged(water_project(given), parts)


def _judged(evaluation: Evaluation, parts: Reasons) -> Judged:
    """The evaluation with the names of the parts that stand in the way."""
    if evaluation.verdict is EvaluationVerdict.FAILED:
        return Reasons(evaluation.findings) + parts, QualityGrade.UNQUALIFIED, ()
    if parts.open:
        return parts, None, ()
    return parts, evaluation.grade, evaluation.findings


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


def _clause(name: str) -> str:
    return f"{SL_176_2007.name} {SL_176_2007.clause_of(name)}"
