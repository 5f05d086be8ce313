"""The draws of one item, newest first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
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
    rows = session.execute(
        select(SamplingDraw, User.name)
        .outerjoin(User, User.id == SamplingDraw.drawn_by)
        .where(SamplingDraw.checklist_id == checklist_id, SamplingDraw.item_code == item_code)
        .order_by(SamplingDraw.number.desc())
    )
    return tuple(
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
        )
        for row, name in rows
    )
