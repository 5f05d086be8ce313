"""The watch over an outbox on SQLite: `python -m acceptance.jobs.watch_sqlite`."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from urllib.parse import quote

from acceptance.jobs.watch import Driver, rest
from config import current

BUSY = 15.0  # seconds that a look waits for somebody who is writing


def connect(url: str) -> sqlite3.Connection:
    """The file of `sqlite:///path`, to look at only."""
    path = url.partition(":///")[2].partition("?")[0]
    return sqlite3.connect(f"file:{quote(path)}?mode=ro", timeout=BUSY, uri=True)


def _stored(moment: datetime) -> str:
    """As `persistence.base.UtcDateTime` stores a moment."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


DRIVER = Driver(connect, ":now", _stored, sqlite3.Error)

if __name__ == "__main__":
    rest(DRIVER, current().database_url)
