"""INSERT that gives way to a row already there, for both databases."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def upsert(session: Session, table: type[Any]) -> sqlite.Insert | postgresql.Insert:
    """An insert into `table` with the ON CONFLICT clauses of the session's database."""
    return upserting(session.get_bind().dialect.name, table)


def upserting(dialect: str, table: Any) -> sqlite.Insert | postgresql.Insert:
    """The same for a database by the name of its dialect."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
