"""`flask --app wsgi ledger`: verify the chain of acts, and write it out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from acceptance.cli.running import runtime
from acceptance.queries.ledger import export_lines, head, verify
from acceptance.services.starting import LostTailError, digest_of, start, witness_start
from acceptance.storage.witness import NAME

ROOT = Path(__file__).resolve().parents[2]
REASONS = {
    "missing": "it is missing",
    "previous_hash": "it does not follow from the act before it",
    "content": "its content is not what was written",
    "tail_missing": "it and whatever followed are missing",
    "head": "the head of the chain does not fit it",
}

command = AppGroup("ledger", help="The chain of acts.")


@command.command("verify")
def verify_ledger() -> None:
    """Check the chain from the first act to the last; name the first bad one."""
    with runtime().read() as session:
        bad = verify(session)
        seq, link = head(session)
    if bad is not None:
        raise click.ClickException(f"The ledger breaks at act {bad.seq}: {REASONS[bad.reason]}.")
    click.echo(f"The ledger holds: {seq} acts, head {link}.")


@command.command("export")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A file to write.")
def export_ledger(out: Path | None) -> None:
    """Write every act as a line of JSON, to the terminal or to a new file."""
    if out is not None and out.exists():
        raise click.ClickException(f"{out} is there already; an export never writes over a file.")
    with runtime().read() as session:
        if out is None:
            for line in lines(session):
                click.echo(line)
            return
        count = write_lines(session, out)
    click.echo(f"Wrote {count} acts to {out}.")


@command.command("start")
@click.option("--accept-loss", default="", metavar="REASON",
              help="Go on although acts are missing; the reason is written into the ledger.")  # fmt: skip
def start_ledger(accept_loss: str) -> None:
    """Write into the ledger which program starts; refuse when acts are missing that were seen."""
    running = runtime()
    witness, digest = running.settings.data_dir / NAME, digest_of(ROOT)
    try:
        with running.write.begin() as session:
            made = start(session, witness, digest, running.clock(), accept_loss.strip())
    except LostTailError as lost:
        raise click.ClickException(
            f"Acts of the ledger are missing: act {lost.seen.seq} was seen at {lost.seen.at}, and"
            f" the ledger ends at act {lost.ends} or went another way. An older copy of the database"
            f" was put back. Put the newest one back; if there is none, go on with:"
            f" flask --app wsgi ledger start --accept-loss REASON"
        ) from lost
    witness_start(witness, made)
    click.echo(f"Started as act {made.seen.seq}, program {digest[:16]}.")


def lines(session: Session) -> Iterator[str]:
    """The acts as they are exported, one JSON object each."""
    for entry in export_lines(session):
        yield json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write_lines(session: Session, file: Path) -> int:
    """Write the whole ledger to a file; how many acts."""
    count = 0
    with file.open("w", encoding="utf-8") as target:
        for line in lines(session):
            target.write(f"{line}\n")
            count += 1
    return count
