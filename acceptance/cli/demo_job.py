"""`flask --app wsgi demo --out DIR`: the whole main job without a screen, on a new database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
from flask.cli import with_appcontext

from acceptance.cli.demo import results
from acceptance.cli.demo.cast import draw_passwords
from acceptance.cli.demo.company import perform_all
from acceptance.cli.demo.foundation import is_used
from acceptance.cli.demo.production import put_on
from acceptance.cli.demo.tables import rates_document
from acceptance.cli.ledger import write_lines
from acceptance.cli.running import runtime
from acceptance.domain.periods import legal_date
from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker, work_once
from acceptance.persistence.migrate import upgrade
from acceptance.queries.ledger import verify
from acceptance.runtime import Runtime, make_runtime
from acceptance.storage.store import DirectoryStore


@click.command("demo")
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder for the certificates, rates.json, ledger.jsonl and summary.md.",
)
@click.option("--database", default="",
              help="The address of an empty database; a SQLite file in the folder without it.")  # fmt: skip
@with_appcontext
def command(out: Path, database: str) -> None:
    """Register, inspect, fail once, rectify, accept, approve and certify; leave the results."""
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    url = database or f"sqlite:///{out / 'acceptance.sqlite3'}"
    running = make_runtime(
        replace(runtime().settings, database_url=url, data_dir=out / "data", redis_url=""),
        runtime().clock,
    )
    try:
        upgrade(url)
        _refuse_used(running)
        _leave(running, out, _play(running))
    finally:
        running.engine.dispose()


def _refuse_used(running: Runtime) -> None:
    with running.read() as session:
        if is_used(session):
            raise click.ClickException(
                "The demonstration wants a new database; there are people or projects in this one."
            )


def _play(running: Runtime) -> list[results.Told]:
    """Play the stories, one transaction for each line, and print the certificates."""
    production = put_on(running, draw_passwords(), "job")
    told = []
    lines = sum(len(play.story.lines) for play in production.plays)
    for play, line, said in perform_all(running.write, production.scene, production.plays):
        told.append(results.Told(line.day.isoformat(), play.code, said))
        click.echo(f"[{len(told):2}/{lines}] {line.day} {play.code} {play.story.name}：{said}")
    worker = Worker(running, Press())
    try:
        while work_once(worker):
            click.echo("打印证书一份")
    finally:
        worker.press.close()
    return told


def _leave(running: Runtime, out: Path, told: list[results.Told]) -> None:
    settings = running.settings
    ledger = out / "ledger.jsonl"
    with running.read() as session:
        papers = DirectoryStore(settings.papers_dir)
        files = results.write_certificates(session, papers, out)
        write_lines(session, ledger)
        rates = rates_document(
            session,
            ledger,
            settings.county_code,
            legal_date(running.clock()),
            conditional_counts=settings.conditional_counts,
        )
        results.write_json(out / "rates.json", rates)
        files += [out / "rates.json", ledger]
        text = results.summary(session, told, rates, files)
        bad = verify(session)
    (out / "summary.md").write_text(text, encoding="utf-8")
    click.echo(f"结果在 {out}：证书 {len(files) - 2} 份、rates.json、ledger.jsonl、summary.md")
    if bad is not None:
        raise click.ClickException(f"The ledger breaks at act {bad.seq}: {bad.reason}.")
    if not rates["agree"]:
        raise click.ClickException("The rates differ from the second count; see rates.json.")
