"""Adding to sums that are kept: many rows raised at once, by a statement made once for each table.

SQLite runs one prepared statement for row after row and waits for nobody in between. PostgreSQL is
sent one statement with a column to an array: one round trip, one plan, however many rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import ARRAY, Connection, bindparam, func, select
from sqlalchemy.dialects import sqlite

from acceptance.persistence.upsert import upserting

Names = tuple[str, ...]


def raise_sums(
    connection: Connection, table: Any, keys: Names, sums: Names, rows: Sequence[Sequence[Any]]
) -> None:
    """Add to the sums of the rows with these keys; a row that is not there yet begins with them.
    Each row has the values of its keys and then of its sums."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        statement, in_order = _row_by_row(table, keys, sums)
        connection.exec_driver_sql(statement, [in_order(row) for row in rows])
        return
    columns = zip((*keys, *sums), zip(*rows, strict=True), strict=True)
    connection.execute(
        _at_once(table, keys, sums), {name: list(values) for name, values in columns}
    )


@cache
def _row_by_row(table: Any, keys: Names, sums: Names) -> tuple[str, Any]:
    """The statement as the driver takes it, and what brings a row into the order of its columns."""
    of, names = table.__table__, (*keys, *sums)
    inserted = sqlite.insert(of).values({name: bindparam(name) for name in names})
    made = _raising(inserted, of, keys, sums).compile(dialect=sqlite.dialect())
    places = (names.index(name) for name in made.positiontup)
    return str(made), itemgetter(*places)


@cache
def _at_once(table: Any, keys: Names, sums: Names) -> Any:
    of, names = table.__table__, [*keys, *sums]
    arrays = [func.unnest(bindparam(name, type_=ARRAY(of.c[name].type))) for name in names]
    inserted = upserting("postgresql", of).from_select(names, select(*arrays))
    return _raising(inserted, of, keys, sums)


def _raising(inserted: Any, of: Any, keys: Names, sums: Names) -> Any:
    return inserted.on_conflict_do_update(
        index_elements=list(keys),
        set_={name: of.c[name] + inserted.excluded[name] for name in sums},
    )
