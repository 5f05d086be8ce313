"""What the ledger stood at, written down outside the database (fraud F13: an old backup put back).

A file beside the photos and papers, one line of JSON for each time it was looked at. It only grows;
a copy on another machine witnesses as much.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "ledger-witness.jsonl"


@dataclass(frozen=True, slots=True)
class Seen:
    """A position of the ledger with its hash, and when it was seen (ISO 8601, UTC)."""

    seq: int
    hash: str
    at: str


def last_seen(file: Path) -> Seen | None:
    """The highest position in the file; None when it holds none. A line that is broken off by a
    crash was never promised to anybody and is passed over."""
    if not file.exists():
        return None
    seen = [one for line in file.read_text(encoding="utf-8").splitlines() if (one := _read(line))]
    return max(seen, key=lambda one: one.seq, default=None)


def write_down(file: Path, seen: Seen) -> None:
    """Add a line, behind whatever a crash broke off. When this returns, it is on the disk."""
    with file.open("a", encoding="utf-8") as target:
        target.write("\n" * (target.tell() > 0) + json.dumps(asdict(seen), sort_keys=True))
        target.flush()
        os.fsync(target.fileno())


def begin_anew(file: Path, seen: Seen) -> None:
    """Set the old lines aside under another name, where they stay, and begin with this one."""
    if file.exists():
        number = sum(1 for _ in file.parent.glob(f"{file.name}.*")) + 1
        file.rename(file.with_name(f"{file.name}.{number}"))
    write_down(file, seen)


def _read(line: str) -> Seen | None:
    try:
        return Seen(**json.loads(line))
    except (ValueError, TypeError):
        return None
