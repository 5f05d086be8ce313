"""What was recorded of a part and of everything below it, for its quality record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.exact import decimal_text
from acceptance.domain.projects import Level
from acceptance.domain.record_quality import NOTHING_SAID, Accident, PartQuality, TreatedPart
from acceptance.domain.standards.editions import Editions
from acceptance.persistence.works import Works
from acceptance.persistence.works_records import QualityAccident, WorksRecord
from acceptance.queries.record_appearance import scored_items
from acceptance.queries.record_sights import sights_of
from acceptance.queries.standards import editions_in_force


@dataclass(frozen=True, slots=True)
class RecordedQuality:
    """The quality of the part itself, and what went wrong in it and below it."""

    quality: PartQuality
    treated: tuple[TreatedPart, ...]
    accidents: tuple[Accident, ...]


def recorded_quality(
    session: Session, process: str, works: Works | None, within: Sequence[Works]
) -> RecordedQuality:
    """Of a part, None for the project; `within` are the part and all below it, from the top down.

    观测资料 is recorded with each unit works; of the project they are good when all of them are.
    """
    names = {each.id: f"{each.name} {each.location}".strip() for each in within}
    rows = {
        row.works_id: row
        for row in session.scalars(select(WorksRecord).where(WorksRecord.works_id.in_(names)))
    }
    if works is None:
        units = [rows[each.id] for each in within if each.parent_id is None and each.id in rows]
        watched = all(row.monitoring_passed for row in units) if units else None
        quality = PartQuality(monitoring_passed=watched)
    else:
        row = rows.get(works.id)
        quality = _quality(row, editions_in_force(session)) if row else NOTHING_SAID
        if works.level is Level.UNIT:
            said = row.appearance_sights if row else "[]"
            quality = replace(quality, sights=sights_of(process, said))
    found = session.scalars(
        select(QualityAccident)
        .where(QualityAccident.works_id.in_(names))
        .order_by(QualityAccident.happened_on, QualityAccident.id)
    )
    treated = [_treated(names[each.id], rows[each.id]) for each in within if each.id in rows]
    return RecordedQuality(
        quality,
        tuple(each for each in treated if each.treatment or each.defect or each.defect_number),
        tuple(_accident(names[row.works_id], row) for row in found),
    )


def _quality(row: WorksRecord, editions: Editions) -> PartQuality:
    items, due, obtained = scored_items(row.appearance_items, editions)
    return PartQuality(
        documents=row.documents,
        entity_test=row.entity_test,
        functions_passed=row.functions_passed,
        monitoring_passed=row.monitoring_passed,
        materials_passed=row.materials_passed,
        blocks_grade=row.blocks_grade,
        blocks_groups=row.blocks_groups,
        good=row.appearance_good,
        fair=row.appearance_fair,
        poor=row.appearance_poor,
        items=items,
        due=due,
        obtained=obtained,
        rate="" if row.appearance_rate is None else decimal_text(row.appearance_rate),
    )


def _treated(part: str, row: WorksRecord) -> TreatedPart:
    told = (row.defect_feature, row.defect_cause, row.defect_effect, row.defect_opinions)
    return TreatedPart(
        part,
        row.treatment,
        row.treatment_basis,
        "；".join(text.strip() for text in told if text.strip()),
        row.defect_number,
        row.defect_filed_on,
    )


def _accident(part: str, row: QualityAccident) -> Accident:
    loss = decimal_text(row.loss_wan)
    return Accident(
        part, row.happened_on, row.accident, loss, row.what, row.treated_on, row.treated_how
    )
