"""Preparing the database: `flask --app wsgi db upgrade`."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from acceptance.cli.running import runtime
from acceptance.domain.areas import read_areas
from acceptance.persistence.migrate import upgrade
from acceptance.services import areas
from acceptance.services.counting import count_if_lacking

AREAS = Path(__file__).resolve().parent.parent / "catalogue" / "areas.toml"

command = AppGroup("db", help="The database of this installation.")


@command.command("upgrade")
def upgrade_database() -> None:
    """Bring the schema to this version and put in the areas of the catalogue."""
    upgrade(runtime().settings.database_url)
    with runtime().write.begin() as session:
        added = areas.load(session, read_areas(AREAS.read_text(encoding="utf-8")))
        count_if_lacking(session)
    click.echo(f"The database is ready; {added} areas were added.")
