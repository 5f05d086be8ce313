"""Counting what a page asks of the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, event


@dataclass(slots=True)
class Statements:
    """The statements sent while somebody was counting."""

    sent: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.sent)


@contextmanager
def counting_statements(engine: Engine) -> Iterator[Statements]:
    """Count the statements on `engine`; BEGIN and COMMIT are not among them."""
    statements = Statements()

    def note(_connection: Connection, _cursor: object, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            statements.sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)
