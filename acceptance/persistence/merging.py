"""Bringing rows that are derived up to date: many at once, by statements made once for each table.

SQLite runs one prepared statement for row after row and waits for nobody in between. PostgreSQL is
sent one statement for all tables, and the rows of each as one text of JSON: one round trip, one
plan, however many rows. A list for each column takes longer to make than the rows to store.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Text, bindparam, cast, func, literal_column, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import JSONB, psycopg

from acceptance.persistence.upsert import upserting

_PSYCOPG: Any = psycopg.dialect
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Kept:
    """A table whose rows are kept up to date: what is written of a row, in this order.

    A row that is there already, by its primary key, is raised by the new `sums`; any other column
    gives way to the new value.
    """

    table: Any
    columns: tuple[str, ...]
    sums: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return self.columns + self.sums


Rows = Sequence[Sequence[Any]]
"""Numbers, words and truth values in the order of the columns; days as text (ISO 8601)."""


def merge(connection: Connection, *parts: tuple[Kept, Rows]) -> None:
    """Write the rows of each table in their order, which is to be one order for all writers: none
    then waits for another in a circle, since all send the same statement."""
    for start in range(0, max(len(rows) for _, rows in parts), BATCH):
        some = [(kept, rows[start : start + BATCH]) for kept, rows in parts]
        if connection.dialect.name == "sqlite":
            _row_by_row(connection, some)
        else:
            _at_once(connection, some)


def _row_by_row(connection: Connection, parts: Sequence[tuple[Kept, Rows]]) -> None:
    for kept, rows in parts:
        if rows:
            statement, in_order = _prepared(kept)
            connection.exec_driver_sql(statement, [in_order(row) for row in rows])


@cache
def _prepared(kept: Kept) -> tuple[str, Any]:
    """The statement as the driver takes it, and what brings a row into the order it has there."""
    given: Any = {name: bindparam(name) for name in kept.all}
    inserted = upserting("sqlite", kept.table).values(given)
    made = _merging(inserted, kept).compile(dialect=sqlite.dialect())
    return str(made), itemgetter(*(kept.all.index(name) for name in made.positiontup))


def _at_once(connection: Connection, parts: Sequence[tuple[Kept, Rows]]) -> None:
    texts = {kept.table.name: json.dumps(rows) for kept, rows in parts}
    connection.exec_driver_sql(_together(tuple(kept for kept, _ in parts)), texts)


@cache
def _together(tables: tuple[Kept, ...]) -> str:
    """The statement as the driver takes it."""
    *others, last = (_merging(_from_text(kept), kept) for kept in tables)
    ahead = (other.cte(f"part_{place}") for place, other in enumerate(others))
    return str(last.add_cte(*ahead).compile(dialect=_PSYCOPG()))


def _from_text(kept: Kept) -> Any:
    of = kept.table
    rows = cast(bindparam(of.name, type_=Text), JSONB)
    row = func.jsonb_array_elements(rows).column_valued("given")
    values = (
        cast(row.op("->>")(literal_column(str(place))), of.c[name].type)
        for place, name in enumerate(kept.all)
    )
    return upserting("postgresql", of).from_select(kept.all, select(*values))


def _merging(inserted: Any, kept: Kept) -> Any:
    of, new = kept.table, inserted.excluded
    keys = [key.name for key in of.primary_key]
    replaced = {name: new[name] for name in kept.columns if name not in keys}
    raised = {name: of.c[name] + new[name] for name in kept.sums}
    return inserted.on_conflict_do_update(index_elements=keys, set_=replaced | raised)
