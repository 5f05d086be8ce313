"""Recording the quality of a part beside its checklists, and its quality accidents.

Nothing of it opens, decides or re-dates an acceptance, so that none of it restores "first time".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical
from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.domain.periods import legal_date
from acceptance.domain.rollup.words import Documents, Treatment
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.persistence.works_records import WorksRecord
from acceptance.queries.standards import editions_in_force
from acceptance.services.appearance_lines import (
    AppearanceLine,
    SightLine,
    rate_of,
    reasons_of_items,
    reasons_of_sights,
)
from acceptance.services.errors import NotFoundError, StaleError
from acceptance.services.ledger import record
from acceptance.services.locking import locked_project, refuse
from acceptance.services.touches import touch
from acceptance.services.works_checks import why_closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What is recorded of a part; see `WorksRecord` for each."""

    documents: Documents | None = None
    entity_test: str = ""
    functions_passed: bool | None = None
    monitoring_passed: bool = True
    materials_passed: bool = True
    blocks_grade: QualityGrade | None = None
    blocks_groups: int | None = None
    appearance_good: int | None = None
    appearance_fair: int | None = None
    appearance_poor: int | None = None
    appearance_items: tuple[AppearanceLine, ...] = ()
    appearance_sights: tuple[SightLine, ...] = ()
    deducted_look: Decimal | None = None
    deducted_documents: Decimal | None = None
    score: Decimal | None = None
    investment_wan: Decimal | None = None
    treatment: Treatment | None = None
    treatment_basis: str = ""
    defect_feature: str = ""
    defect_cause: str = ""
    defect_effect: str = ""
    defect_opinions: str = ""
    defect_number: str = ""
    defect_filed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RecordQuality:
    """The quality of a part; `replaces` is the version the writer saw, 0 where there was none."""

    works_id: int
    replaces: int
    quality: Quality


def record_quality(session: Session, command: RecordQuality, actor: Actor, now: datetime) -> None:
    """Keep the quality of a part as it is now; what was kept before stays in the ledger."""
    project, works = part_of(session, command.works_id, actor)
    quality = summed(command.quality)
    row = session.scalar(select(WorksRecord).where(WorksRecord.works_id == works.id))
    if (row.version if row else 0) != command.replaces:
        raise StaleError
    refuse((*why_closed(project), *_reasons(quality, today=legal_date(now))))
    rate = rate_of(quality.appearance_items, editions_in_force(session))
    if row is None:
        row = WorksRecord(works_id=works.id, project_id=project.id)
        session.add(row)
    for name, value in _columns(quality).items():
        setattr(row, name, value)
    row.appearance_rate = rate
    row.recorded_by, row.recorded_at = actor.id, now
    session.flush()
    touch(session, actor, now, project.id, "recorded quality")
    payload = {"code": works.code, "name": works.name, **_said(quality, rate)}
    record(session, actor, now, "works.quality_recorded", "works", works.id, payload, project)


def part_of(session: Session, works_id: int, actor: Actor) -> tuple[Project, Works]:
    """A part in use with its project, locked."""
    project_id = session.scalar(select(Works.project_id).where(Works.id == works_id))
    if project_id is None:
        raise NotFoundError
    project = locked_project(session, project_id, actor)
    works = session.get_one(Works, works_id)
    if works.retired:
        raise NotFoundError
    return project, works


def summed(quality: Quality) -> Quality:
    """With the sums of its items, where they are counted one by one, in place of typed ones."""
    counted = [line for line in quality.appearance_sights if line.is_counted]
    if not counted:
        return quality
    return replace(
        quality,
        appearance_good=sum(line.good or 0 for line in counted),
        appearance_fair=sum(line.fair or 0 for line in counted),
        appearance_poor=sum(line.poor or 0 for line in counted),
    )


def _reasons(quality: Quality, today: date) -> Iterator[Finding]:
    if quality.treatment not in {None, Treatment.REDONE} and not quality.treatment_basis.strip():
        yield Finding.of("treatment_basis_missing", "", None, "treatment_basis")
    if bool(quality.defect_number.strip()) != (quality.defect_filed_on is not None):
        yield Finding.of("defect_half_filed", "SL 176-2007 4.4.3", None, "defect_number")
    if quality.defect_filed_on is not None and quality.defect_filed_on > today:
        yield Finding.of("day_in_the_future", "", None, "defect_filed_on")
    given = (quality.appearance_good, quality.appearance_fair, quality.appearance_poor)
    if any(each is None for each in given) and any(each is not None for each in given):
        yield Finding.of("appearance_half_counted", "", None, "appearance_poor")
    yield from reasons_of_items(quality.appearance_items)
    yield from reasons_of_sights(quality.appearance_sights)


def _columns(quality: Quality) -> dict[str, Any]:
    lines = [{**asdict(line), "standard": str(line.standard)} for line in quality.appearance_items]
    given = {name: getattr(quality, name) for name in Quality.__dataclass_fields__}
    sights = [asdict(line) for line in quality.appearance_sights]
    return {**given, "appearance_items": canonical(lines), "appearance_sights": canonical(sights)}


def _said(quality: Quality, rate: Decimal | None) -> dict[str, Any]:
    """The payload of the ledger: what was given, in plain words."""
    columns = _columns(quality)
    day = quality.defect_filed_on
    return {
        **{
            name: str(value) if isinstance(value, Decimal) else value
            for name, value in columns.items()
            if value not in {None, ""}
        },
        "appearance_items": json.loads(columns["appearance_items"]),
        "appearance_sights": json.loads(columns["appearance_sights"]),
        "appearance_rate": None if rate is None else str(rate),
        "defect_filed_on": day.isoformat() if day else "",
    }
