"""Starting a version: is the ledger still all there, and which program is it (frauds F13, F14)?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.people import SYSTEM
from acceptance.persistence.ledger import LedgerRow
from acceptance.queries.ledger import head
from acceptance.services.ledger import record
from acceptance.storage.witness import Seen, begin_anew, last_seen, write_down

# What of the program can change a figure; no caches, no tests.
PROGRAM = ("acceptance", "templates", "migrations")
_LEFT_OUT = {".pyc", ".mo"}


class LostTailError(RuntimeError):
    """The ledger no longer holds an act that was seen in it: `seen`; it ends at `ends`."""

    def __init__(self, seen: Seen, ends: int) -> None:
        super().__init__(f"act {seen.seq} was seen at {seen.at}; the ledger ends at {ends}")
        self.seen = seen
        self.ends = ends


@dataclass(frozen=True, slots=True)
class Started:
    """The act of a start; `tail_lost`: acts were missing, and that was accepted."""

    seen: Seen
    tail_lost: bool


def start(
    session: Session, witness: Path, digest: str, now: datetime, accept_loss: str = ""
) -> Started:
    """Write into the ledger which program starts. `LostTailError` where acts are missing that the
    witness has seen, unless the loss is accepted with a reason, which is then an act as well."""
    lost = lost_tail(session, witness)
    if lost is not None and not accept_loss:
        raise lost
    if lost is not None:
        payload = {"seen": lost.seen.seq, "hash": lost.seen.hash, "ended": lost.ends,
                   "reason": accept_loss}  # fmt: skip
        record(session, SYSTEM, now, "system.tail_lost", "system", "ledger", payload)
    entry = record(session, SYSTEM, now, "system.started", "system", "program", {"digest": digest})
    return Started(Seen(entry.seq, entry.hash, _text(now)), lost is not None)


def witness_start(witness: Path, started: Started) -> None:
    """Write the start down outside the database, once it is committed."""
    (begin_anew if started.tail_lost else write_down)(witness, started.seen)


def lost_tail(session: Session, witness: Path) -> LostTailError | None:
    """What is missing of the ledger, or None: its act at the last witnessed position must be the
    very one that was seen."""
    seen = last_seen(witness)
    if seen is None:
        return None
    found = session.scalar(select(LedgerRow.hash).where(LedgerRow.seq == seen.seq))
    return None if found == seen.hash else LostTailError(seen, head(session)[0])


def witness_now(session: Session, witness: Path, now: datetime) -> bool:
    """Write down where the ledger stands, if it has moved on and nothing is missing."""
    seq, link = head(session)
    seen = last_seen(witness)
    if lost_tail(session, witness) is not None or (seen is not None and seen.seq >= seq):
        return False
    write_down(witness, Seen(seq, link, _text(now)))
    return True


def digest_of(root: Path, folders: Iterable[str] = PROGRAM) -> str:
    """The SHA-256 of a program: of the paths and contents of all its files, in order of paths."""
    whole = sha256()
    files = (file for folder in folders for file in (root / folder).rglob("*") if file.is_file())
    for file in sorted(files):
        if file.suffix not in _LEFT_OUT:
            whole.update(f"{file.relative_to(root).as_posix()}\0".encode())
            whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _text(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
