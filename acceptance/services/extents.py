"""Recording how much a checklist covers: what its frequencies are computed from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical
from acceptance.domain.checklists.extents import asked_of, extent_document
from acceptance.domain.checklists.frequency import Extent
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.persistence.sampling import ChecklistExtent
from acceptance.queries.extents import extent_of
from acceptance.services.errors import ForbiddenError, RefusedError
from acceptance.services.ledger import record
from acceptance.services.opened import opened_checklist
from acceptance.services.touches import touch


@dataclass(frozen=True, slots=True)
class RecordExtent:
    """What one checklist covers, as far as its template asks for it."""

    checklist_id: int
    extent: Extent


def record_extent(session: Session, command: RecordExtent, actor: Actor, now: datetime) -> bool:
    """Whether anything changed; each change stays readable, as the number of points hangs on it."""
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError
    checklist, project, template = opened_checklist(session, command.checklist_id, actor)
    document = extent_document(command.extent)
    asked = asked_of(template)
    not_asked = [name for name in document if name not in asked and document[name] != "1"]
    if not_asked:
        raise RefusedError(*(Finding.of("extent_not_asked", field=name) for name in not_asked))
    if command.extent == extent_of(session, checklist.id):
        return False
    touch(session, actor, now, project.id, "drew samples")
    payload = {"works": checklist.works_id, "template": template.digest, "extent": document}
    entry = record(
        session, actor, now, "sampling.extent", "checklist", checklist.id, payload, project
    )
    session.add(
        ChecklistExtent(
            checklist_id=checklist.id,
            body=canonical(document),
            seq=entry.seq,
            entered_by=actor.id,
            entered_at=now,
        )
    )
    session.flush()
    return True
