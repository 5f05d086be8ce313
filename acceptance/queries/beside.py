"""What is known beside the sheets of checklists: how much they cover, and the places drawn last."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.cautions import Beside
from acceptance.domain.checklists.extents import UNKNOWN
from acceptance.persistence.sampling import SamplingDraw
from acceptance.queries.extents import extents_of


def beside_of(session: Session, checklist_id: int) -> Beside:
    """Whether the viewer may see the checklist has been asked before."""
    return all_beside(session, (checklist_id,))[checklist_id]


def all_beside(session: Session, checklist_ids: Collection[int]) -> Mapping[int, Beside]:
    """For each of these checklists, also where nothing is known."""
    extents, drawn = extents_of(session, checklist_ids), _drawn(session, checklist_ids)
    return {each: Beside(extents.get(each, UNKNOWN), drawn.get(each, {})) for each in checklist_ids}


def _drawn(
    session: Session, checklist_ids: Collection[int]
) -> Mapping[int, dict[str, tuple[str, ...]]]:
    rows = session.execute(
        select(SamplingDraw.checklist_id, SamplingDraw.item_code, SamplingDraw.places)
        .where(SamplingDraw.checklist_id.in_(checklist_ids))
        .order_by(SamplingDraw.number)
    )
    drawn: dict[int, dict[str, tuple[str, ...]]] = {}
    for checklist_id, item, places in rows:
        drawn.setdefault(checklist_id, {})[item] = tuple(json.loads(places))
    return drawn
