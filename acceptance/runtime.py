"""What a running process holds: its settings, its connections, its clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from acceptance.persistence.engine import make_engine, reading, writing
from acceptance.settings import Settings
from acceptance.storage.store import DirectoryStore, Store

# Under this name the application keeps its runtime among its extensions.
EXTENSION = "acceptance"


def utc_now() -> datetime:
    """This moment, with its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Runtime:
    """Made once per process. `read` and `write` make sessions, `photos` and `papers` keep
    files, `clock` tells the time."""

    settings: Settings
    engine: Engine
    read: sessionmaker[Session]
    write: sessionmaker[Session]
    photos: Store
    papers: Store
    clock: Callable[[], datetime]


def make_runtime(settings: Settings, clock: Callable[[], datetime] = utc_now) -> Runtime:
    """Prepare to work. No connection is opened here, so that a server may still fork."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = make_engine(settings.database_url)
    return Runtime(
        settings=settings,
        engine=engine,
        read=reading(engine),
        write=writing(engine),
        photos=DirectoryStore(settings.photos_dir),
        papers=DirectoryStore(settings.papers_dir),
        clock=clock,
    )
