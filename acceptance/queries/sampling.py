"""The draws of a checklist, newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from acceptance.persistence.sampling import SamplingDraw
from acceptance.persistence.users import User


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw with what is needed to do it again; `plan` is by name as typed."""

    number: int
    plan: Mapping[str, str]
    head: str
    seed: str
    seq: int
    places: tuple[str, ...]
    reason: str
    who: str
    at: datetime


def draws_of(session: Session, checklist_id: int, item_code: str) -> tuple[Draw, ...]:
    """Whether the viewer may see the checklist has been asked before."""
    found = _draws(session, checklist_id, SamplingDraw.item_code == item_code)
    return tuple(draw for _item, draw in found)


def newest_draws(session: Session, checklist_id: int) -> Mapping[str, Draw]:
    """The newest draw of each item that has one, by the code of the item."""
    newest: dict[str, Draw] = {}
    for item, draw in _draws(session, checklist_id):
        newest.setdefault(item, draw)
    return newest


def _draws(
    session: Session, checklist_id: int, *wanted: ColumnElement[bool]
) -> Iterator[tuple[str, Draw]]:
    rows = session.execute(
        select(SamplingDraw, User.name)
        .outerjoin(User, User.id == SamplingDraw.drawn_by)
        .where(SamplingDraw.checklist_id == checklist_id, *wanted)
        .order_by(SamplingDraw.number.desc())
    )
    for row, name in rows:
        yield (
            row.item_code,
            Draw(
                number=row.number,
                plan=json.loads(row.plan),
                head=row.head,
                seed=row.seed,
                seq=row.seq,
                places=tuple(json.loads(row.places)),
                reason=row.reason,
                who=name or "",
                at=row.drawn_at,
            ),
        )
