"""What the people of the demonstration record of the parts beside their checklists: enough for every
form of a quality record to have a project."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.people import Actor
from acceptance.domain.projects import Level
from acceptance.domain.rollup.asked import Asked, asked_of
from acceptance.domain.rollup.words import Documents, Look
from acceptance.domain.standards.jtg_weights import WEIGHTS
from acceptance.domain.standards.sl_176 import SL_176_2007_APPEARANCE
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.persistence.works_records import WorksRecord
from acceptance.queries.record_sights import sight_documents
from acceptance.services.appearance_lines import AppearanceLine, SightLine
from acceptance.services.works_records import Quality, RecordQuality, record_quality

# Asked of a part, so recorded: a careful team finds all in order.
_GIVEN: dict[Asked, dict[str, Any]] = {
    Asked.DOCUMENTS: {"documents": Documents.COMPLETE},
    Asked.FUNCTIONS: {"functions_passed": True},
    Asked.APPEARANCE_POINTS: {"appearance_good": 18, "appearance_fair": 2, "appearance_poor": 0},
    Asked.MATERIALS: {"blocks_grade": QualityGrade.EXCELLENT, "blocks_groups": 6},
    Asked.MARKS: {"deducted_look": Decimal(1)},
}


def record_qualities(
    session: Session, project: Project, actor: Actor, tick: Callable[[], datetime]
) -> None:
    """Of every part, all in order: no acceptance opens before."""
    parts = session.scalars(
        select(Works).where(Works.project_id == project.id, ~Works.retired).order_by(Works.id)
    ).all()
    units = sum(part.level is Level.UNIT for part in parts)
    for part in parts:
        given = _given(project, part, units)
        if given:
            seen = session.scalar(
                select(WorksRecord.version).where(WorksRecord.works_id == part.id)
            )
            command = RecordQuality(part.id, seen or 0, Quality(**given))
            record_quality(session, command, actor, tick())


def _given(project: Project, part: Works, units: int) -> dict[str, Any]:
    asked = asked_of(project.rule_set, part.level)
    given: dict[str, Any] = {}
    for each in sorted(asked & _GIVEN.keys()):
        given |= _GIVEN[each]
    if Asked.APPEARANCE_ITEMS in asked:
        items = SL_176_2007_APPEARANCE.items[:3]
        lines = [AppearanceLine(item.title, Decimal(item.score), grade=1) for item in items]
        given["appearance_items"] = tuple(lines)
    if Asked.MARKS in asked and part.template_code not in WEIGHTS:
        given["score"] = Decimal(92)
    if Asked.INVESTMENT in asked and project.investment is not None:
        given["investment_wan"] = (project.investment / units / 10000).quantize(Decimal("0.01"))
    if part.level is Level.UNIT:
        seen = [each.code for each in sight_documents(project.process)]
        given["appearance_sights"] = tuple(SightLine(code, 9, 1, 0, 0, Look.GOOD) for code in seen)
    return given
