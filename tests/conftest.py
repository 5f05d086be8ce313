"""Fixtures for all tests: databases, sessions, settings and the marks that follow from them."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from acceptance.persistence.engine import make_engine, writing
from acceptance.settings import Environment, Settings
from tests.support.databases import (
    PostgresqlTemplate,
    SqliteTemplate,
    empty_postgresql,
    make_sqlite_template,
    postgresql_template,
)
from tests.support.environment import required
from tests.support.queues import emptied_redis

# A test is marked by what it asks for, so that --without cannot miss one.
MARK_OF_FIXTURE = {
    "postgresql_server": "postgresql",
    "redis_url": "redis",
    "chromium": "browser",
    "chromium_path": "browser",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture, mark in MARK_OF_FIXTURE.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(mark)


@pytest.fixture(scope="session")
def worker() -> str:
    """The name of this pytest-xdist process, or "master" when there is only one."""
    return os.environ.get("PYTEST_XDIST_WORKER", "master")


@pytest.fixture
def now() -> datetime:
    """The moment at which the tests take place: 16:30 in Longxi."""
    return datetime(2015, 6, 15, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> SqliteTemplate:
    return make_sqlite_template(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture
def sqlite_url(sqlite_template: SqliteTemplate, tmp_path: Path) -> str:
    """A migrated SQLite database of the test's own."""
    return sqlite_template.copy(tmp_path)


@pytest.fixture(scope="session")
def postgresql_server() -> str:
    return required("TEST_POSTGRESQL_URL", "postgresql")


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_server: str, worker: str) -> Iterator[PostgresqlTemplate]:
    with postgresql_template(postgresql_server, worker) as template:
        yield template


@pytest.fixture
def postgresql_url(migrated_postgresql: PostgresqlTemplate) -> Iterator[str]:
    """A migrated PostgreSQL database of the test's own."""
    with migrated_postgresql.copy() as url:
        yield url


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)],
)
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated database of the test's own: each test runs on SQLite and on PostgreSQL."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def empty_postgresql_url(postgresql_server: str, worker: str) -> Iterator[str]:
    with empty_postgresql(postgresql_server, worker) as url:
        yield url


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)],
)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without tables, for the tests of the migrations themselves."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    url: str = request.getfixturevalue("empty_postgresql_url")
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session that may write and commit: the database is the test's own."""
    with writing(engine)() as session:
        yield session


@pytest.fixture(scope="session")
def redis_server() -> str:
    return required("TEST_REDIS_URL", "redis")


@pytest.fixture
def redis_url(redis_server: str, worker: str) -> Iterator[str]:
    """An empty Redis database of this process's own."""
    with emptied_redis(redis_server, worker) as url:
        yield url


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    """The settings of a small installation on SQLite, jobs by the dispatcher."""
    return Settings(
        environment=Environment.TESTING,
        secret_key="only for these tests, and for nothing else at all",
        database_url=sqlite_url,
        data_dir=tmp_path,
        secure_cookies=False,
    )
