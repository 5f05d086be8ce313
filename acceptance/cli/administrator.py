"""The way in for the very first person."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from acceptance.cli.running import runtime
from acceptance.services.activation import LIFETIME, first_administrator_link
from acceptance.services.errors import RefusedError


@click.command("administrator-link")
@with_appcontext
def command() -> None:
    """Print a one-time link that makes the first administrator of this installation."""
    running = runtime()
    try:
        with running.write.begin() as session:
            token = first_administrator_link(session, running.clock())
    except RefusedError as error:
        raise click.ClickException(
            "There is an administrator already; he gives links to everybody else."
        ) from error
    hours = int(LIFETIME.total_seconds()) // 3600
    click.echo(f"Make the first administrator with this link (once, within {hours} hours):")
    click.echo(f"  {running.settings.public_url}/account/activate/{token}")
