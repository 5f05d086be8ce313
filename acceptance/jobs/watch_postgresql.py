"""The watch over an outbox on PostgreSQL: `python -m acceptance.jobs.watch_postgresql`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import psycopg

from acceptance.jobs.watch import Driver, rest
from config import current


def connect(url: str) -> psycopg.Connection[tuple[Any, ...]]:
    """The server of `postgresql+psycopg://…`; each look is a transaction of its own."""
    return psycopg.connect(f"postgresql://{url.partition('://')[2]}", autocommit=True)


def _bound(moment: datetime) -> datetime:
    return moment


DRIVER = Driver(connect, "%(now)s", _bound, psycopg.Error)

if __name__ == "__main__":
    rest(DRIVER, current().database_url)
