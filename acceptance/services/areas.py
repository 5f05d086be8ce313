"""Areas: loaded from the catalogue, added, renamed. A path never changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaError, AreaRow, is_within, level_of, path_of
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.services import ledger
from acceptance.services.errors import NotFoundError, RefusedError


@dataclass(frozen=True, slots=True)
class NewArea:
    """An area below another one."""

    parent_id: int
    code: str
    name: str
    valid_from: date | None = None


def load(session: Session, rows: Iterable[AreaRow]) -> int:
    """Put in the areas of the catalogue that are not there yet; how many those were.

    An area that is there keeps the name people here gave it.
    """
    known = {area.code: area for area in session.scalars(select(Area))}
    added = 0
    for row in rows:
        if row.code in known:
            continue
        area = known[row.code] = Area(
            code=row.code,
            name=row.name,
            level=row.level.value,
            parent_id=known[row.parent_code].id if row.parent_code else None,
            path=row.path,
            position=row.position,
            valid_from=row.valid_from,
        )
        session.add(area)
        session.flush()
        added += 1
    return added


def add(session: Session, command: NewArea, actor: Actor, now: datetime) -> int:
    """Add an area below one in the actor's scope; its id."""
    parent = _in_scope(session, command.parent_id, actor)
    reasons = tuple(_reasons(session, command, parent))
    if reasons:
        raise RefusedError(*reasons)
    last = session.scalar(select(func.max(Area.position)).where(Area.parent_id == parent.id))
    area = Area(
        code=command.code,
        name=command.name,
        level=level_of(command.code).value,
        parent_id=parent.id,
        path=path_of(parent.path, command.code),
        position=(last or 0) + 1,
        valid_from=command.valid_from,
    )
    session.add(area)
    session.flush()
    payload = {"code": area.code, "name": area.name, "path": area.path}
    ledger.record(session, actor, now, "area.added", "area", area.id, payload)
    return area.id


def rename(
    session: Session, area_id: int, name: str, valid_from: date, actor: Actor, now: datetime
) -> None:
    """Give an area a new name from a day on; what was certified under the old name keeps it."""
    area = _in_scope(session, area_id, actor)
    if area.name == name:
        raise RefusedError(Finding.of("area_name_same", field="name"))
    payload = {"code": area.code, "before": area.name, "name": name, "from": valid_from.isoformat()}
    area.name, area.valid_from = name, valid_from
    ledger.record(session, actor, now, "area.renamed", "area", area.id, payload)


def _in_scope(session: Session, area_id: int, actor: Actor) -> Area:
    area = session.get(Area, area_id, with_for_update=True)
    if area is None or not is_within(area.path, actor.area_path):
        raise NotFoundError(area_id)
    return area


def _reasons(session: Session, command: NewArea, parent: Area) -> Iterable[Finding]:
    try:
        level_of(command.code)
    except AreaError:
        yield Finding.of("area_code_form", field="code")
        return
    if not command.code.startswith(_stem(parent.code)) or len(command.code) < len(parent.code):
        yield Finding.of("area_code_elsewhere", field="code", parent=parent.name)
    if session.scalar(select(Area.id).where(Area.code == command.code)) is not None:
        yield Finding.of("area_code_taken", field="code")


def _stem(code: str) -> str:
    """The digits that the codes of all areas below `code` begin with (GB/T 2260)."""
    if len(code) == 9:
        return code
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
