"""A database of its own for every test: the migrations run once, then the result is copied."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from acceptance.persistence.migrate import upgrade


@dataclass(frozen=True, slots=True)
class SqliteTemplate:
    """A migrated SQLite file."""

    file: Path

    def copy(self, folder: Path) -> str:
        """The address of a fresh copy in `folder`."""
        target = folder / "acceptance.sqlite3"
        shutil.copyfile(self.file, target)
        return f"sqlite:///{target}"


def make_sqlite_template(folder: Path) -> SqliteTemplate:
    """Run the migrations into a new file."""
    file = folder / "template.sqlite3"
    upgrade(f"sqlite:///{file}")
    return SqliteTemplate(file)


@dataclass(slots=True)
class PostgresqlTemplate:
    """A migrated database on a server that this process may create databases on."""

    server: str
    name: str
    copies: int = 0

    @contextmanager
    def copy(self) -> Iterator[str]:
        """The address of a fresh copy, which is dropped afterwards whoever is still connected."""
        self.copies += 1
        name = f"{self.name}_{self.copies}"
        with administering(self.server) as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {self.name}"))
        try:
            yield address(self.server, name)
        finally:
            drop(self.server, name)


@contextmanager
def postgresql_template(server: str, worker: str) -> Iterator[PostgresqlTemplate]:
    """Migrate one database for this worker; it goes when the worker ends."""
    name = f"acceptance_{worker}_{os.getpid()}"
    with administering(server) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        upgrade(address(server, name))
        yield PostgresqlTemplate(server, name)
    finally:
        drop(server, name)


@contextmanager
def empty_postgresql(server: str, worker: str) -> Iterator[str]:
    """A database without any table, for the tests of the migrations themselves."""
    name = f"acceptance_{worker}_{os.getpid()}_empty"
    with administering(server) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield address(server, name)
    finally:
        drop(server, name)


def address(server: str, database: str) -> str:
    """The address of another database on the same server."""
    return make_url(server).set(database=database).render_as_string(hide_password=False)


def drop(server: str, database: str) -> None:
    """Drop a database, closing what a test has left open."""
    with administering(server) as connection:
        connection.execute(text(f"DROP DATABASE {database} WITH (FORCE)"))


@contextmanager
def administering(server: str) -> Iterator[Connection]:
    """A connection outside any transaction, as CREATE DATABASE needs it."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        yield connection
    engine.dispose()
