"""Counting verifications that named nothing, so that guessing is slow."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from acceptance.persistence.certificates import VerificationMiss

KEPT = timedelta(days=1)


def note_miss(session: Session, address_hash: str, now: datetime) -> None:
    """Note one miss of an address; what is older than a day is forgotten."""
    session.execute(delete(VerificationMiss).where(VerificationMiss.at < now - KEPT))
    session.add(VerificationMiss(address_hash=address_hash, at=now))
