"""Ordering the paper of a quality record: what the records say now, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.people import Actor
from acceptance.domain.record_facts import Subject
from acceptance.domain.record_forms import RecordForm
from acceptance.persistence.records import RecordPaper
from acceptance.persistence.upsert import upsert
from acceptance.queries.record_facts import record_facts
from acceptance.queries.record_papers import RECORD_PDF
from acceptance.services import outbox
from acceptance.services.errors import NotFoundError

__all__ = ["RECORD_PDF", "OrderRecord", "order_record"]


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """The record of one inspection, of a part of the works, or of a project, on one of its forms."""

    subject: Subject
    subject_id: int
    form: RecordForm = RecordForm.RATING


def order_record(session: Session, command: OrderRecord, actor: Actor, now: datetime) -> int:
    """Freeze what the records say now and queue the paper; the record's id.

    The same facts at the same place of the ledger are the same record, whoever asks. Printing
    changes nothing that was recorded, so the ledger gets no entry.
    """
    found = record_facts(session, actor, command.subject, command.subject_id, command.form)
    if found is None:
        raise NotFoundError
    project_id, facts = found
    body = canonical(facts.to_document())
    digest = sha256(body)
    row = {
        "project_id": project_id,
        "digest": digest,
        "facts": body,
        "ordered_by": actor.id,
        "ordered_at": now,
    }
    # Two people may ask for the same record at once; the second waits and finds the first one's.
    session.execute(upsert(session, RecordPaper).values(**row).on_conflict_do_nothing())
    record_id = session.scalars(select(RecordPaper.id).where(RecordPaper.digest == digest)).one()
    outbox.post(session, RECORD_PDF, record_id, now)
    return record_id
