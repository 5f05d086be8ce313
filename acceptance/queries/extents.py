"""How much a checklist covers, as it was entered last."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.extents import UNKNOWN, extent_from
from acceptance.domain.checklists.frequency import Extent
from acceptance.persistence.sampling import ChecklistExtent


def extent_of(session: Session, checklist_id: int) -> Extent:
    """Whether the viewer may see the checklist has been asked before."""
    return extents_of(session, (checklist_id,)).get(checklist_id, UNKNOWN)


def extents_of(session: Session, checklist_ids: Collection[int]) -> Mapping[int, Extent]:
    """Those that were entered, by checklist; the newest of each."""
    rows = session.execute(
        select(ChecklistExtent.checklist_id, ChecklistExtent.body)
        .where(ChecklistExtent.checklist_id.in_(checklist_ids))
        .order_by(ChecklistExtent.id)
    )
    return {checklist_id: extent_from(json.loads(body)) for checklist_id, body in rows}
