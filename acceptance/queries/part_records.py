"""What is recorded of the parts of a project, as the roll-up reads it."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.rollup.parts import PartRecord
from acceptance.domain.standards.water_accidents import ACCIDENTS, DEFECT, NONE
from acceptance.persistence.works_records import QualityAccident, WorksRecord


def part_records(session: Session, project_id: int) -> dict[int, PartRecord]:
    """By the part; one of which nothing is recorded is missing."""
    records = {
        row.works_id: row
        for row in session.scalars(select(WorksRecord).where(WorksRecord.project_id == project_id))
    }
    accidents: dict[int, list[QualityAccident]] = {}
    for row in session.scalars(
        select(QualityAccident).where(QualityAccident.project_id == project_id)
    ):
        accidents.setdefault(row.works_id, []).append(row)
    return {
        works_id: _record(records.get(works_id), accidents.get(works_id, ()))
        for works_id in records.keys() | accidents.keys()
    }


def _record(row: WorksRecord | None, accidents: Iterable[QualityAccident]) -> PartRecord:
    accidents = tuple(accidents)
    classes = [each.accident for each in accidents if each.accident != DEFECT]
    worst = max(classes, key=ACCIDENTS.index, default=NONE)
    treated = all(each.treated_on is not None for each in accidents)
    if row is None:
        return PartRecord(accident=worst, accident_treated=treated)
    return PartRecord(
        appearance_rate=None if row.appearance_rate is None else Fraction(row.appearance_rate),
        appearance_poor=row.appearance_poor,
        documents=row.documents,
        entity_tested=bool(row.entity_test),
        functions_passed=row.functions_passed,
        monitoring_passed=row.monitoring_passed,
        materials_passed=row.materials_passed,
        blocks_grade=row.blocks_grade,
        blocks_groups=row.blocks_groups,
        accident=worst,
        accident_treated=treated,
        treatment=row.treatment,
        defect_filed=row.defect_filed_on is not None,
    )
