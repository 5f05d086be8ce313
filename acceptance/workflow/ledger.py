"""The chain of acts: what an entry is, how it is hashed, and how a broken chain is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from acceptance.domain.canonical import canonical, sha256
from acceptance.workflow.stages import Stage

DOMAIN_TAG = "acceptance-ledger-1"
GENESIS = "0" * 64
STAGE_TAG = "stage."


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. `payload` is canonical JSON text; `at` is a UTC moment as ISO text."""

    seq: int
    at: str
    actor: int | None
    role: str
    action: str
    object_kind: str
    object_id: str
    project: str | None
    payload: str
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry at which the chain does not hold, and why."""

    seq: int
    reason: str


def digest(entry: Mapping[str, Any]) -> str:
    """SHA-256 over everything an entry says and the hash before it."""
    return sha256(DOMAIN_TAG + "\n" + canonical(entry))


def body(entry: Entry) -> dict[str, Any]:
    """What the hash of an entry covers."""
    return {
        "seq": entry.seq,
        "at": entry.at,
        "actor": entry.actor,
        "role": entry.role,
        "action": entry.action,
        "object_kind": entry.object_kind,
        "object_id": entry.object_id,
        "project": entry.project,
        "payload": entry.payload,
        "prev": entry.prev,
    }


def first_break(entries: Iterable[Entry], head_seq: int, head_hash: str) -> Break | None:
    """Walk the chain from the start; None when every link and the head agree."""
    seq, link = 0, GENESIS
    for entry in entries:
        if entry.seq != seq + 1:
            return Break(seq + 1, "missing")
        if entry.prev != link:
            return Break(entry.seq, "previous_hash")
        if digest(body(entry)) != entry.hash:
            return Break(entry.seq, "content")
        seq, link = entry.seq, entry.hash
    if seq < head_seq:
        return Break(seq + 1, "tail_missing")
    if (seq, link) != (head_seq, head_hash):
        return Break(seq, "head")
    return None


def replay(moves: Iterable[tuple[str, str]], start: Stage) -> Stage:
    """The stage that a project's moves (source, target) lead to; a gap raises ValueError."""
    stage = start
    for source, target in moves:
        if source != stage:
            raise ValueError(f"a move leaves {source} while the project is at {stage}")
        stage = Stage(target)
    return stage
