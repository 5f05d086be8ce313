"""Freezing the lists of documents that an attempt is opened by."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.persistence.attempts import Attempt
from acceptance.persistence.document_lists import AttemptDocuments, FrozenDocumentLists
from acceptance.persistence.upsert import upsert
from acceptance.queries.document_lists import documents_of


def freeze_lists(session: Session, process: str, attempt: Attempt, now: datetime) -> str:
    """Keep the lists of today with the attempt; the digest, for the ledger."""
    lists = documents_of(process)
    row = {"digest": lists.digest, "body": lists.body, "frozen_at": now}
    session.execute(upsert(session, FrozenDocumentLists).values(**row).on_conflict_do_nothing())
    kept = select(FrozenDocumentLists.id).where(FrozenDocumentLists.digest == lists.digest)
    session.add(AttemptDocuments(attempt_id=attempt.id, lists_id=session.scalars(kept).one()))
    return lists.digest
