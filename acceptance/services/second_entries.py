"""Whether a project would get a second first attempt by being entered again (fraud F4).

What stands as failed, abandoned or still open is accepted under its own number or not at all: under
the same name or one it had before, in parts, or together with others it is not entered anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from acceptance.domain.areas import AreaLevel, parent_path
from acceptance.domain.conclusions import CountedOutcome
from acceptance.domain.findings import Finding
from acceptance.domain.near_names import are_near, is_part
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.scope import inside

_UNDONE = (CountedOutcome.FAILED, CountedOutcome.ABANDONED, CountedOutcome.OVERTURNED)
_NAMED_IN = ("project.registered", "project.changed")


def why_a_second_entry(
    session: Session, name: str, area_id: int, own_id: int | None = None
) -> Iterator[Finding]:
    """The project that has to be accepted first, if there is one: near by name in the same area, or
    part of the name (or the name part of it) anywhere in the county."""
    area = session.get(Area, area_id)
    if area is None:
        return
    undone = _undone(session, area, own_id)
    for project_id, named in _names(session, [row[0] for row in undone]):
        code, lies_in = next(row[1:] for row in undone if row[0] == project_id)
        if is_part(named, name) or (lies_in == area_id and are_near(named, name)):
            yield Finding.of("second_entry", field="name", name=named, number=code)
            return


def _undone(session: Session, area: Area, own_id: int | None) -> Sequence[tuple[int, str, int]]:
    county = area.path if area.level != AreaLevel.TOWNSHIP else parent_path(area.path)
    rows = session.execute(
        select(Project.id, Project.code, Project.area_id)
        .where(
            Project.area_id.in_(select(Area.id).where(inside(county))),
            Project.counted_area_id.is_not(None),
            Project.id != (own_id or 0),
            or_(
                exists().where(Attempt.project_id == Project.id, Attempt.result.is_(None)),
                _ended_badly(),
            ),
        )
        .order_by(Project.id)
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _ended_badly() -> ColumnElement[bool]:
    """Whether the last conclusion of the project is none to stand on. Asked project by project, so
    that only those of the county are looked at."""
    row, later = ProjectConclusion, aliased(ProjectConclusion)
    last = (
        select(func.max(later.number))
        .where(later.project_id == row.project_id, ~later.conditional_counts)
        .scalar_subquery()
    )
    return exists().where(
        row.project_id == Project.id,
        ~row.conditional_counts,
        row.number == last,
        row.outcome.in_(_UNDONE),
    )


def _names(session: Session, ids: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Every name these projects have or had, the present ones first."""
    for row in session.execute(select(Project.id, Project.name).where(Project.id.in_(ids))):
        yield row[0], row[1]
    told = session.execute(
        select(LedgerRow.project_id, LedgerRow.payload)
        .where(LedgerRow.project_id.in_(ids), LedgerRow.action.in_(_NAMED_IN))
        .order_by(LedgerRow.seq)
    )
    for project_id, payload in told:
        if project_id is not None and (name := json.loads(payload).get("name")):
            yield project_id, name
