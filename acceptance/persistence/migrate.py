"""Bringing a database to the schema of this version."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from acceptance.persistence.engine import make_engine

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


class WrongRevisionError(RuntimeError):
    """The database is not at the schema this version needs."""


def upgrade(url: str, revision: str = "head") -> None:
    """Run the migrations up to `revision`."""
    command.upgrade(_config(url), revision)


def downgrade(url: str, revision: str) -> None:
    """Run the migrations down to `revision`. The ledger is never dropped by one."""
    command.downgrade(_config(url), revision)


def require_head(url: str) -> None:
    """Refuse to run on any schema but this version's."""
    head = ScriptDirectory.from_config(_config(url)).get_current_head()
    engine = make_engine(url)
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    if current != head:
        raise WrongRevisionError(
            f"the database is at revision {current}, this version needs {head}; "
            "run: flask --app wsgi db upgrade"
        )


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config
