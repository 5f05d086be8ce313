"""How every part of a project stands, rolled up from its newest checklists and its records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.rollup.parts import NOTHING_RECORDED, Part, PartRecord, Standing
from acceptance.domain.rollup.roll import roll_up
from acceptance.domain.standards.editions import Editions
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.leaves import LeafStand, leaf_stands
from acceptance.queries.part_records import part_records
from acceptance.queries.standards import editions_in_force

_PASSED = {"passed": True, "failed": False}


def standing_of_works(
    session: Session,
    project: Project,
    stands: Iterable[LeafStand] | None = None,
    editions: Editions | None = None,
) -> Standing:
    """The standing of a project with all that lies below it, by the editions in force; parts out
    of use take no part."""
    rows = session.scalars(
        select(Works)
        .where(Works.project_id == project.id, ~Works.retired)
        .order_by(Works.position, Works.id)
    ).all()
    below: dict[int | None, list[Works]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    found = leaf_stands(session, project.id) if stands is None else stands
    leaves = {stand.works_id: stand for stand in found}
    records = part_records(session, project.id)
    units = tuple(_part(row, below, leaves, records) for row in below.get(None, ()))
    # 观测资料 is recorded with each unit works and asked for again of the project (5.1.5).
    monitored = all(unit.record.monitoring_passed for unit in units)
    return roll_up(
        project.rule_set,
        units,
        replace(NOTHING_RECORDED, monitoring_passed=monitored),
        editions_in_force(session) if editions is None else editions,
    )


def _part(
    row: Works,
    below: dict[int | None, list[Works]],
    leaves: dict[int, LeafStand],
    records: dict[int, PartRecord],
) -> Part:
    stand = leaves.get(row.id)
    return Part(
        id=row.id,
        code=row.code,
        name=row.name,
        level=row.level,
        is_leaf=row.is_leaf,
        passed=_PASSED.get(stand.state) if stand else None,
        grade=stand.grade if stand else None,
        is_main=row.is_main,
        is_key=row.is_key,
        is_concealed=row.is_concealed,
        record=records.get(row.id, NOTHING_RECORDED),
        parts=tuple(_part(each, below, leaves, records) for each in below.get(row.id, ())),
    )
