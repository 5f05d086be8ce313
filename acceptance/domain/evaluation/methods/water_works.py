"""`part-works`, `unit-works`, `water-project`: grades of water works above the unit element."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.evaluation.inputs import count, flag, percent, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.water_grades import (
    all_of,
    at_least,
    graded,
    refuse_more,
    said_if,
    share_of,
    share_step,
)
from acceptance.domain.evaluation.result import Basis, Evaluation, QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.sl_176 import SL_176_2007 as RULES
from acceptance.domain.standards.sl_176 import WaterGrades
from acceptance.domain.standards.water_accidents import ACCIDENTS, MAJOR


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWorks:
    """The unit elements of a part works. `key_units` are 重要隐蔽 and 关键部位 together; `accident`
    says that there was any quality accident, treated or not."""

    units: int = count(least=1)
    units_passed: int = count()
    units_excellent: int = count()
    key_units: int = count()
    key_units_excellent: int = count()
    accident: bool = flag(default=False)
    blocks_grade: str | None = word(*(grade.value for grade in QualityGrade), default=None)
    blocks_groups: int | None = count(default=None)
    materials_passed: bool = flag(default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWorks:
    """The part works of a unit works, its appearance score in percent, and its worst accident."""

    parts: int = count(least=1)
    parts_passed: int = count()
    parts_excellent: int = count()
    main_parts: int = count()
    main_parts_excellent: int = count()
    appearance_rate: Fraction = percent()
    worst_accident: str = word(*ACCIDENTS)
    documents: str = word("complete", "basically_complete", "incomplete")


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterProject:
    """The unit works of a project; `monitoring_passed`: the observation data meet the standards."""

    unit_works: int = count(least=1)
    unit_works_passed: int = count()
    unit_works_excellent: int = count()
    main_unit_works: int = count()
    main_unit_works_excellent: int = count()
    monitoring_passed: bool = flag(default=True)


def part_works(given: PartWorks, editions: Editions = SHIPPED) -> Evaluation:
    """By SL 176-2007."""
    return rated_part_works(given, editions.of(RULES))


def rated_part_works(given: PartWorks, rules: WaterGrades) -> Evaluation:
    """合格 by 5.1.3, 优良 by 5.2.3; without key units their line does not apply."""
    _refuse(given, "units", "key_units")
    passing, excellent = _clauses(rules, "part", "part_excellent_share")
    share = share_of(given.units_excellent, given.units)
    key = share_of(given.key_units_excellent, given.key_units) if given.key_units else None
    working = [share_step("excellent_rate", given.units_excellent, given.units)]
    if key is not None:
        working.append(share_step("key_excellent_rate", given.key_units_excellent, given.key_units))
    return graded(
        (
            all_of("units_not_passed", passing, given.units_passed, given.units),
            said_if(given.blocks_grade == QualityGrade.UNQUALIFIED, "blocks_failed", passing),
            said_if(not given.materials_passed, "materials_failed", passing),
        ),
        (
            at_least("units_excellent_below", excellent, share, rules.part_excellent_share),
            at_least("key_units_excellent_below", excellent, key, rules.key_excellent_share)
            if key is not None
            else None,
            said_if(given.accident, "accident_bars_excellent", excellent),
            _blocks(given, rules, excellent),
        ),
        {"excellent_rate": share, "key_excellent_rate": key},
        _basis(rules, "part_excellent_share", "key_excellent_share", "blocks_groups"),
        tuple(working),
    )


def unit_works(given: UnitWorks, editions: Editions = SHIPPED) -> Evaluation:
    """By SL 176-2007."""
    return rated_unit_works(given, editions.of(RULES))


def rated_unit_works(given: UnitWorks, rules: WaterGrades) -> Evaluation:
    """合格 by 5.1.4, 优良 by 5.2.4; a minor accident bars only its part works."""
    _refuse(given, "parts", "main_parts")
    passing, excellent = _clauses(rules, "unit", "unit_excellent_share")
    share, look = share_of(given.parts_excellent, given.parts), given.appearance_rate
    barred = ACCIDENTS.index(given.worst_accident) >= ACCIDENTS.index(MAJOR)
    return graded(
        (
            all_of("parts_not_passed", passing, given.parts_passed, given.parts),
            at_least("appearance_below", passing, look, rules.appearance_share),
            said_if(given.documents == "incomplete", "documents_incomplete", passing),
        ),
        (
            at_least("parts_excellent_below", excellent, share, rules.unit_excellent_share),
            all_of(
                "main_parts_not_excellent", excellent, given.main_parts_excellent, given.main_parts
            ),
            said_if(barred, "major_accident_bars_excellent", excellent),
            at_least("appearance_not_excellent", excellent, look, rules.appearance_share_excellent),
            said_if(given.documents != "complete", "documents_not_complete", excellent),
        ),
        {"excellent_rate": share},
        _basis(rules, "unit_excellent_share", "appearance_share", "appearance_share_excellent"),
        (share_step("excellent_rate", given.parts_excellent, given.parts),),
    )


def water_project(given: WaterProject, editions: Editions = SHIPPED) -> Evaluation:
    """By SL 176-2007."""
    return rated_water_project(given, editions.of(RULES))


def rated_water_project(given: WaterProject, rules: WaterGrades) -> Evaluation:
    """合格 by 5.1.5, 优良 by 5.2.5."""
    _refuse(given, "unit_works", "main_unit_works")
    passing, excellent = _clauses(rules, "project", "project_excellent_share")
    share = share_of(given.unit_works_excellent, given.unit_works)
    return graded(
        (
            all_of("unit_works_not_passed", passing, given.unit_works_passed, given.unit_works),
            said_if(not given.monitoring_passed, "monitoring_failed", passing),
        ),
        (
            at_least("unit_works_excellent_below", excellent, share, rules.project_excellent_share),
            all_of(
                "main_unit_works_not_excellent",
                excellent,
                given.main_unit_works_excellent,
                given.main_unit_works,
            ),
        ),
        {"excellent_rate": share},
        _basis(rules, "project_excellent_share"),
        (share_step("excellent_rate", given.unit_works_excellent, given.unit_works),),
    )


PART_WORKS = Method("part-works", Field.WATER, PartWorks, part_works, (RULES,))
UNIT_WORKS = Method("unit-works", Field.WATER, UnitWorks, unit_works, (RULES,))
WATER_PROJECT = Method("water-project", Field.WATER, WaterProject, water_project, (RULES,))


def _refuse(given: object, whole: str, main: str) -> None:
    refuse_more(
        given,
        (f"{whole}_passed", whole),
        (f"{whole}_excellent", f"{whole}_passed"),
        (main, whole),
        (f"{main}_excellent", main),
        (f"{main}_excellent", f"{whole}_excellent"),
    )


def _clauses(rules: WaterGrades, passing: str, excellent: str) -> tuple[str, str]:
    return rules.cited(passing), rules.cited(excellent)


def _blocks(given: PartWorks, rules: WaterGrades, clause: str) -> Finding | None:
    """Test blocks must be 优良, unless they are too few to have that grade (5.2.3)."""
    few = given.blocks_groups is not None and given.blocks_groups < rules.blocks_groups
    is_short = given.blocks_grade == QualityGrade.QUALIFIED and not few
    return said_if(is_short, "blocks_not_excellent", clause)


def _basis(rules: WaterGrades, *names: str) -> Basis:
    limits = rules.limits()
    return Basis(
        rules.standard,
        rules.year_by(*names),
        rules.clause_of(names[0]),
        {name: limits[name] for name in names},
        {"rounding": "none"},
        rules.doubtful(*names),
    )
