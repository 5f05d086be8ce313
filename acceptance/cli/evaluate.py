"""`flask --app wsgi evaluate`: the statutory arithmetic on its own, one input or a batch."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import click

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.doors import evaluated, parsed
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.json_names import repeated
from acceptance.i18n.evaluations import error_document, result_document

_LONE = re.compile("[\ud800-\udfff]")


@click.command("evaluate")
@click.argument("method", required=False)
@click.option("--batch", is_flag=True, help='Lines {"id", "method", "input"} in, results out.')
@click.pass_context
def command(context: click.Context, method: str | None, *, batch: bool) -> None:
    """Evaluate METHOD with the JSON object on the standard input. No database is touched."""
    given = sys.stdin.buffer
    if batch:
        _batch(given)
    elif method is None:
        raise click.UsageError(f"Name a METHOD or use --batch. Methods: {', '.join(METHODS)}")
    else:
        answer = _answer(method, given.read())
        click.echo(_text(answer, 2))
        context.exit(1 if "error" in answer else 0)


def _answer(method: str, text: bytes) -> dict[str, Any]:
    try:
        return result_document(evaluated(method, parsed(text)))
    except InputError as error:
        return {"error": error_document(error.finding)}


def _batch(lines: Iterable[bytes]) -> None:
    """A line in, a line out, in the same order; a wrong line costs nobody else an answer."""
    for line in lines:
        if line.strip():
            click.echo(_text(_line(line)))


def _line(text: bytes) -> dict[str, Any]:
    name = None
    try:
        asked = parsed(text)
        name = _part(asked, "id")
        return {"id": name, "result": result_document(_evaluated(asked))}
    except InputError as error:
        return {"id": name, "error": error_document(error.finding)}


def _evaluated(line: Any) -> Evaluation:
    method, given = _part(line, "method"), _part(line, "input")
    if not isinstance(given, Mapping):
        raise InputError("input_object_wanted", "input")
    return evaluated(str(method), given)


def _part(line: Any, name: str) -> Any:
    """A part of a line, None where it is left out; parts that nobody asks for may stand twice."""
    if not isinstance(line, Mapping):
        raise InputError("input_object_wanted")
    if name in repeated(line):
        raise InputError("input_repeated", name)
    return line.get(name)


def _text(document: dict[str, Any], indent: int | None = None) -> str:
    """The document as JSON. Half a surrogate pair in an echoed name can only be written escaped."""
    text = json.dumps(document, ensure_ascii=False, default=_number, indent=indent)
    return json.dumps(document, default=_number, indent=indent) if _LONE.search(text) else text


def _number(value: Decimal) -> float | str:
    """A number that was given as the id of a line; the result has its numbers as text."""
    near = float(value)
    return near if Decimal(repr(near)) == value else str(value)
