"""`flask --app wsgi demo-county`: a county of examples, to look at and to try things in."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from acceptance.cli.demo import cast
from acceptance.cli.demo.ceremonies import read_ceremonies
from acceptance.cli.demo.company import perform_all
from acceptance.cli.demo.foundation import is_used
from acceptance.cli.demo.production import put_on
from acceptance.cli.running import runtime
from acceptance.domain.periods import legal_date
from acceptance.i18n.titles import title_of
from acceptance.runtime import Runtime

# A county is made in one go or thrown away, so that not every line needs a commit of its own.
TOGETHER = 40


@click.command("demo-county")
@with_appcontext
def command() -> None:
    """Fill a new installation with the demonstration county and print its sign-ins."""
    running = runtime()
    with running.read() as session:
        if is_used(session):
            raise click.ClickException(
                "There are people or projects here already; the demonstration fills only a new one."
            )
    passwords = cast.draw_passwords()
    count = fill(running, passwords)
    click.echo(f"The demonstration county has {count} projects. Sign in as (shown only once):")
    for person in cast.sign_ins(passwords):
        role = title_of(person.role)
        click.echo(f"  {person.login:10} {person.password}  {role}  {person.name}")


def fill(running: Runtime, passwords: dict[str, str]) -> int:
    """Play the whole county up to yesterday; the number of its projects."""
    production = put_on(running, passwords, "county")
    ceremonies = read_ceremonies(legal_date(running.clock()))
    for _ in perform_all(running.write, production.scene, production.plays, ceremonies, TOGETHER):
        pass
    return len(production.plays)
