"""Rows that are written once: refused in the session, and by triggers in the database."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import Session

T = TypeVar("T", bound=type[Any])
_KINDS: set[type[Any]] = set()


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or delete a row that is written once."""


def append_only(kind: T) -> T:
    """Mark a model whose rows are never changed or deleted."""
    _KINDS.add(kind)
    return kind


@event.listens_for(Session, "before_flush")
def _refuse(session: Session, _context: object, _instances: object) -> None:
    for row in (*session.dirty, *session.deleted):
        if type(row) in _KINDS and (row in session.deleted or session.is_modified(row)):
            raise AppendOnlyError(type(row).__name__)


def freeze(table: str, key: str, dialect: str) -> Iterator[str]:
    """Statements for a migration that make `table` append-only in the database itself."""
    if dialect == "sqlite":
        yield from _freeze_sqlite(table, key)
    else:
        yield from _freeze_postgresql(table)


def _freeze_sqlite(table: str, key: str) -> Iterator[str]:
    for act in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    # INSERT OR REPLACE deletes the old row without asking the DELETE trigger unless
    # recursive_triggers is on, so the replacing insert is refused by itself as well.
    yield (
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


def _freeze_postgresql(table: str) -> Iterator[str]:
    yield (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    yield (
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    yield (
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def keep(table: str, name: str, condition: str, dialect: str) -> Iterator[str]:
    """A statement that refuses an UPDATE of `table` when `condition` over OLD and NEW holds."""
    if dialect == "sqlite":
        when = condition.replace("IS DISTINCT FROM", "IS NOT")
        yield (
            f"CREATE TRIGGER {table}_{name} BEFORE UPDATE ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{table} {name}'); END"
        )
    else:
        yield (
            f"CREATE TRIGGER {table}_{name} BEFORE UPDATE ON {table} FOR EACH ROW "
            f"WHEN ({condition}) EXECUTE FUNCTION refuse_change()"
        )


def never_delete(table: str, dialect: str) -> Iterator[str]:
    """A statement that refuses a DELETE of `table`."""
    if dialect == "sqlite":
        yield (
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is never deleted'); END"
        )
    else:
        yield (
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
