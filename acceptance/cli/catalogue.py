"""The catalogue that ships with the product: `flask --app wsgi catalogue load`."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import AppGroup

from acceptance.cli.running import runtime
from acceptance.domain.checklists.reading import TemplateError
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.toml import read_template
from acceptance.domain.people import SYSTEM
from acceptance.services import targets, templates

CATALOGUE = Path(__file__).resolve().parent.parent / "catalogue"
CHECKLISTS, TARGETS = CATALOGUE / "checklists", CATALOGUE / "targets.toml"

command = AppGroup("catalogue", help="The catalogue of checklist templates and goals.")


@command.command("load")
def load_catalogue() -> None:
    """Publish each template that is new or has changed, and set the goals that are not set yet;
    what was published, and what a bureau has set, stays."""
    found = read_folder(CHECKLISTS)
    defaults = TARGETS.read_text(encoding="utf-8")
    with runtime().write.begin() as session:
        published = templates.publish(session, found, SYSTEM, runtime().clock())
        goals = targets.load_defaults(session, defaults, SYSTEM, runtime().clock())
    for line in published:
        if line.new:
            click.echo(f"published {line.code} {line.version} {line.digest[:12]}")
    new = sum(line.new for line in published)
    click.echo(f"{len(published)} checklist templates, {new} of them new; {goals} new goals.")


def read_folder(folder: Path) -> list[Template]:
    """The templates in a folder; every file that cannot be used is named before anything is done."""
    found, problems = [], []
    for file in sorted(folder.glob("*.toml")):
        try:
            found.append(read_template(file.read_text(encoding="utf-8")))
        except TemplateError as error:
            problems.append(f"{file.name}: {error}")
    if problems:
        raise click.ClickException("\n".join(problems))
    return found
