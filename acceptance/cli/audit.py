"""`flask --app wsgi audit`: hold what is stored against what the ledger tells."""

from __future__ import annotations

import click
from flask.cli import AppGroup
from sqlalchemy import func, select

from acceptance.cli.running import runtime
from acceptance.persistence.projects import Project
from acceptance.queries.stage_audit import stage_differences

command = AppGroup("audit", help="What is stored, held against the ledger.")


@command.command("ledger")
def audit_ledger() -> None:
    """Replay the moves of every project and compare its stage; name each difference."""
    with runtime().read() as session:
        count = session.scalar(select(func.count()).select_from(Project))
        found = list(stage_differences(session))
    for one in found:
        click.echo(f"{one.code}: stands at {one.stage}, the ledger says {one.told or one.gap}")
    if found:
        raise click.ClickException(f"{len(found)} of {count} projects differ from the ledger.")
    click.echo(f"All {count} projects stand where the ledger says.")
