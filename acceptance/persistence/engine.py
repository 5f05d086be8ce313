"""Connections to SQLite and PostgreSQL, set so that an acknowledged write is on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker

PRAGMAS = (
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA busy_timeout=15000",
    "PRAGMA cache_size=-16000",
)
# A page asks many short questions: starting helpers or compiling for one takes longer than
# answering it, and the helpers would take the processors from the other readers.
SETTINGS = "-c max_parallel_workers_per_gather=0 -c jit=off"
SHARES = ("nfs", "cifs", "smb", "fuse", "9p", "afs")


class NetworkShareError(RuntimeError):
    """SQLite's locks cannot be trusted on a network share, so we do not start there."""


def make_engine(url: str, pool_size: int = 2) -> Engine:
    """An engine for `sqlite:///path` or `postgresql+psycopg://…`."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(url)
    # What the address itself asks for comes last, and wins.
    own = address.normalized_query.get("options", ())
    return create_engine(
        url,
        pool_size=pool_size,
        max_overflow=2,
        pool_pre_ping=True,
        connect_args={"options": " ".join((SETTINGS, *own))},
    )


def reading(engine: Engine) -> sessionmaker[Session]:
    """Sessions for looking things up."""
    return sessionmaker(engine, expire_on_commit=False)


def writing(engine: Engine) -> sessionmaker[Session]:
    """Sessions that change something: on SQLite they take the write lock when they begin."""
    return sessionmaker(engine.execution_options(writing=True), expire_on_commit=False)


def _sqlite(url: str) -> Engine:
    database = make_url(url).database
    if database and database != ":memory:":
        _refuse_network_share(Path(database))
    engine = create_engine(url)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: it would begin them deferred, and
    # a deferred transaction that comes to write late fails at once instead of waiting.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _refuse_network_share(file: Path) -> None:
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return
    place = str(file.resolve())
    best = ("", "")
    for line in mounts.read_text().splitlines():
        _device, point, kind, *_rest = line.split()
        if place.startswith(point.rstrip("/") + "/") and len(point) >= len(best[0]):
            best = (point, kind)
    if best[1].startswith(SHARES):
        raise NetworkShareError(f"{file} lies on a {best[1]} share; put it on a local disk")
