"""`flask --app wsgi rates`: hold the rates against the ledger, and count anew."""

from __future__ import annotations

import click
from flask.cli import AppGroup

from acceptance.cli.running import runtime
from acceptance.queries.ledger import head
from acceptance.queries.recounting import differences, periods_with_counts
from acceptance.services.counting import count_all, note_check

command = AppGroup("rates", help="The rates and their second count.")


@command.command("check")
def check() -> None:
    """Compare every figure with a second count from the ledger alone; name each difference."""
    with runtime().read() as session:
        seq, _hash = head(session)
        periods = len(periods_with_counts(session))
        found = list(differences(session, conditional_counts=runtime().settings.conditional_counts))
    for one in found:
        click.echo(f"{one.period} {one.indicator} {one.what}: {one.code}")
    with runtime().write.begin() as session:
        note_check(session, seq, len(found), runtime().clock())
    if found:
        raise click.ClickException(f"{len(found)} differences in {periods} periods")
    click.echo(f"The two counts agree in {periods} periods, up to act {seq} of the ledger.")


@command.command("count")
def count() -> None:
    """Count every project anew from its attempts, for example after rows were loaded by hand."""
    with runtime().write.begin() as session:
        counted = count_all(session)
    click.echo(f"Counted {counted} projects anew.")
