"""The quality record of one part with its accidents, and what is asked to be recorded of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.people import Actor
from acceptance.domain.projects import Level
from acceptance.domain.rollup.asked import Asked, asked_of
from acceptance.domain.standards.sl_176 import SL_176_2007_APPEARANCE
from acceptance.persistence.works import Works
from acceptance.persistence.works_records import QualityAccident, WorksRecord
from acceptance.queries.project_head import ProjectHead, project_head
from acceptance.queries.record_sights import recorded_sights, sight_documents
from acceptance.queries.scope import project_in_scope

_SHOWN = (
    "documents", "entity_test", "functions_passed", "monitoring_passed", "materials_passed",
    "blocks_grade", "blocks_groups", "appearance_good", "appearance_fair", "appearance_poor",
    "deducted_look", "deducted_documents", "score", "investment_wan",
    "treatment", "treatment_basis", "defect_feature", "defect_cause", "defect_effect",
    "defect_opinions", "defect_number", "defect_filed_on",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AccidentLine:
    """A recorded accident; treated when it has a date."""

    id: int
    happened_on: date
    kind: str
    loss_wan: Decimal
    accident: str
    what: str
    treated_on: date | None
    treated_how: str


@dataclass(frozen=True, slots=True)
class SightRow:
    """An item of H.0.1-4 as it is called, with the values of its form."""

    code: str
    title: str
    title_en: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The page of a part. `values` are those of the form; `items` the rows of the appearance table:
    what was recorded, else the items of the standard with their scores; `sights` those of H.0.1-4."""

    head: ProjectHead
    works_id: int
    code: str
    name: str
    level: Level
    asked: frozenset[Asked]
    version: int
    values: dict[str, Any]
    items: tuple[dict[str, Any], ...]
    appearance_rate: Decimal | None
    sights: tuple[SightRow, ...]
    accidents: tuple[AccidentLine, ...]


def quality_page(session: Session, actor: Actor, works_id: int) -> QualityPage | None:
    """The page; None when the part is missing, foreign or out of use."""
    works = session.get(Works, works_id)
    if works is None or works.retired:
        return None
    project = project_in_scope(session, actor, works.project_id)
    head = project_head(session, actor, works.project_id)
    if project is None or head is None:
        return None
    row = session.scalar(select(WorksRecord).where(WorksRecord.works_id == works_id))
    return QualityPage(
        head=head,
        works_id=works.id,
        code=works.code,
        name=works.name,
        level=works.level,
        asked=asked_of(project.rule_set, works.level),
        version=row.version if row else 0,
        values={name: getattr(row, name) for name in _SHOWN} if row else {},
        items=_items(row),
        appearance_rate=row.appearance_rate if row else None,
        sights=_sights(row, project.process) if works.level is Level.UNIT else (),
        accidents=_accidents(session, works_id),
    )


def _sights(row: WorksRecord | None, process: str) -> tuple[SightRow, ...]:
    recorded = recorded_sights(row.appearance_sights) if row else {}
    return tuple(
        SightRow(each.code, each.title, each.title_en, recorded.get(each.code, {}))
        for each in sight_documents(process)
    )


def _items(row: WorksRecord | None) -> tuple[dict[str, Any], ...]:
    recorded = json.loads(row.appearance_items) if row else []
    if recorded:
        return tuple(
            {name: value for name, value in each.items() if value is not None}
            | {"standard": Decimal(each["standard"])}
            for each in recorded
        )
    return tuple(
        {"title": item.title, "standard": Decimal(item.score)}
        for item in SL_176_2007_APPEARANCE.items
    )


def _accidents(session: Session, works_id: int) -> tuple[AccidentLine, ...]:
    rows = session.scalars(
        select(QualityAccident)
        .where(QualityAccident.works_id == works_id)
        .order_by(QualityAccident.happened_on, QualityAccident.id)
    )
    names = AccidentLine.__dataclass_fields__
    return tuple(AccidentLine(**{name: getattr(row, name) for name in names}) for row in rows)
