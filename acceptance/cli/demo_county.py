"""`flask --app wsgi demo-county`: a county of examples, to look at and to try things in."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from flask.cli import with_appcontext

from acceptance.cli.demo import cast, company, foundation
from acceptance.cli.demo.clock import Clock
from acceptance.cli.demo.scene import Scene
from acceptance.cli.demo.stories import FOLDER, read_stories
from acceptance.cli.running import runtime
from acceptance.domain.people import Role
from acceptance.domain.periods import legal_date
from acceptance.i18n.titles import TITLES
from acceptance.runtime import Runtime
from acceptance.services.certificates import Issuer

BEGINNING = datetime(2009, 12, 1, 0, 30, tzinfo=UTC)
# A county is made in one go or thrown away, so that not every line needs a commit of its own.
TOGETHER = 40


@click.command("demo-county")
@with_appcontext
def command() -> None:
    """Fill a new installation with the demonstration county and print its sign-ins."""
    running = runtime()
    with running.read() as session:
        if foundation.is_used(session):
            raise click.ClickException(
                "There are people or projects here already; the demonstration fills only a new one."
            )
    passwords = cast.draw_passwords()
    count = fill(running, passwords)
    click.echo(f"The demonstration county has {count} projects. Sign in as (shown only once):")
    for person in cast.sign_ins(passwords):
        title = TITLES[Role][person.role]
        click.echo(f"  {person.login:10} {person.password}  {title}  {person.name}")


def fill(running: Runtime, passwords: dict[str, str]) -> int:
    """Play the whole county up to yesterday; the number of its projects."""
    settings = running.settings
    clock = Clock(BEGINNING)
    hashes = cast.hash_passwords(passwords)
    with running.write.begin() as session:
        made = foundation.lay_foundation(session, settings.county_code, clock, hashes)
    issuer = Issuer(settings.office, settings.issuer, settings.public_url)
    scene = Scene(made, clock, running.photos, issuer)
    text = (FOLDER / "county.toml").read_text(encoding="utf-8")
    plays = company.prepare(scene, read_stories(text, legal_date(running.clock())))
    for _ in company.perform_all(running.write, scene, plays, TOGETHER):
        pass
    return len(plays)
