"""Test reports that are named for more than one lot: perhaps one paper stands for two."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.people import Actor
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.projects import Project
from acceptance.persistence.specimen_reports import SpecimenReport
from acceptance.persistence.works import Works
from acceptance.queries.scope import visible


@dataclass(frozen=True, slots=True)
class ReusedReport:
    """A report of `checklist_id`, for `item_code`, that another lot names too. Where that lot is may
    be told only within the viewer's area: otherwise `other_id` is None and the names are empty."""

    checklist_id: int
    item_code: str
    number: str
    laboratory: str
    other_id: int | None
    other_project: str
    other_works: str
    other_laboratory: str


def reused_reports(
    session: Session, actor: Actor, checklist_ids: Collection[int]
) -> tuple[ReusedReport, ...]:
    """Whether the viewer may see these checklists has been asked before. The same lot inspected
    again may name its reports again; every other use is told, in whatever area it is."""
    if not checklist_ids:
        return ()
    return tuple(
        ReusedReport(
            row.checklist_id, row.item_code, row.number, row.laboratory, row.other_id,
            row.project, row.works, row.other_laboratory,
        )
        if row.is_seen
        else ReusedReport(
            row.checklist_id, row.item_code, row.number, row.laboratory, None, "", "", ""
        )
        for row in session.execute(_uses(actor, checklist_ids))
    )  # fmt: skip


def _uses(actor: Actor, checklist_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    """Each report of these checklists with every other lot that names it."""
    mine, other = aliased(SpecimenReport), aliased(SpecimenReport)
    here, there = aliased(Checklist), aliased(Checklist)
    return (
        select(
            mine.checklist_id, mine.item_code, mine.number, mine.laboratory,
            there.id.label("other_id"), Project.name.label("project"),
            Works.name.label("works"), other.laboratory.label("other_laboratory"),
            visible(actor).label("is_seen"),
        )
        .select_from(mine)
        .join(here, here.id == mine.checklist_id)
        .join(other, other.key == mine.key)
        .join(there, there.id == other.checklist_id)
        .join(Project, Project.id == there.project_id)
        .join(Works, Works.id == there.works_id)
        .where(
            mine.checklist_id.in_(checklist_ids),
            or_(
                there.works_id != here.works_id,
                there.template_code != here.template_code,
                and_(there.id == here.id, other.item_code != mine.item_code),
            ),
        )
        .distinct()
        .order_by(mine.checklist_id, mine.number, there.id)
    )  # fmt: skip
