"""Runs the migrations on the database that config.attributes["url"] or DATABASE_URL names."""

import os
from typing import Literal

import sqlalchemy as sa
from alembic import context

from acceptance.persistence.base import ExactDecimal, UtcDateTime
from acceptance.persistence.engine import make_engine
from acceptance.persistence.models import METADATA


def plain_type(kind: str, item: object, _autogen: object) -> str | Literal[False]:
    """A migration names only SQLAlchemy's own types, so that it never imports our code."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, ExactDecimal):
        return "sa.String(32)"
    if isinstance(item, sa.Enum):
        return f"sa.String({item.length})"
    return False


def run() -> None:
    """One transaction for each migration; SQLite tables are altered by copying."""
    url = context.config.attributes.get("url") or os.environ["DATABASE_URL"]
    engine = make_engine(url).execution_options(writing=True)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=METADATA,
            render_as_batch=connection.dialect.name == "sqlite",
            render_item=plain_type,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()
