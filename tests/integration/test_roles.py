"""On PostgreSQL the application's own role cannot bend the record, whatever code it runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from acceptance.persistence.engine import make_engine

RIGHTS = Path(__file__).resolve().parents[2] / "deploy" / "postgresql-roles.sql"


@pytest.fixture
def connection(postgresql_url: str) -> Iterator[Connection]:
    """The database as the application's role sees it, without the rights of the tests."""
    engine = make_engine(postgresql_url)
    with engine.connect() as connection:
        connection.exec_driver_sql(RIGHTS.read_text(encoding="utf-8").replace("%", "%%"))
        connection.commit()
        connection.exec_driver_sql("SET ROLE acceptance")
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET payload = '{}'",
        "DELETE FROM ledger",
        "TRUNCATE ledger",
        "ALTER TABLE ledger DISABLE TRIGGER ALL",
        "DROP TABLE ledger",
        "CREATE TABLE sneaky (id int)",
        "SET session_replication_role = replica",
        "UPDATE submission SET verdict = '{}'",
        "DELETE FROM attempt",
        "DELETE FROM certificate",
        "DELETE FROM ledger_head",
        "UPDATE alembic_version SET version_num = 'x'",
    ],
)
def test_the_role_may_not(connection: Connection, statement: str) -> None:
    with pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
        connection.exec_driver_sql(statement)


def test_the_role_may_do_its_work(connection: Connection) -> None:
    connection.exec_driver_sql("SELECT seq FROM ledger_head FOR UPDATE")
    connection.exec_driver_sql("SELECT count(*) FROM ledger")
    connection.exec_driver_sql("INSERT INTO counter VALUES ('office', 2015, 1)")
