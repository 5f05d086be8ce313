"""`flask --app wsgi evaluate`: the statutory arithmetic on its own, one input or a batch."""

from __future__ import annotations

import json
import sys
from typing import Any, TextIO

import click

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.doors import as_object, evaluated, parsed
from acceptance.domain.evaluation.reading import InputError
from acceptance.i18n.evaluations import error_document, result_document


@click.command("evaluate")
@click.argument("method", required=False)
@click.option("--batch", is_flag=True, help='Lines {"id", "method", "input"} in, results out.')
@click.pass_context
def command(context: click.Context, method: str | None, *, batch: bool) -> None:
    """Evaluate METHOD with the JSON object on the standard input. No database is touched."""
    if batch:
        _batch(sys.stdin)
    elif method is None:
        raise click.UsageError(f"Name a METHOD or use --batch. Methods: {', '.join(METHODS)}")
    else:
        answer = _answer(method, sys.stdin.read())
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        context.exit(1 if "error" in answer else 0)


def _answer(method: str, text: str) -> dict[str, Any]:
    try:
        return result_document(evaluated(method, parsed(text)))
    except InputError as error:
        return {"error": error_document(error.finding)}


def _batch(lines: TextIO) -> None:
    """A line in, a line out, in the same order; a wrong line costs nobody else an answer."""
    for line in lines:
        if line.strip():
            click.echo(json.dumps(_line(line), ensure_ascii=False))


def _line(text: str) -> dict[str, Any]:
    name = None
    try:
        asked = as_object(parsed(text))
        name = asked.get("id")
        found = evaluated(str(asked.get("method")), asked.get("input"))
        return {"id": name, "result": result_document(found)}
    except InputError as error:
        return {"id": name, "error": error_document(error.finding)}
