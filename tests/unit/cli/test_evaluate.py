"""The evaluations on the command line: a line in, a line out, whatever the line is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from acceptance.cli.evaluate import command
from tests.support.sources import ROOT

INPUT = {"members": 9, "agree": 6}
QUORUM = {"id": 1, "method": "quorum", "input": INPUT}


def batch(*lines: str | bytes) -> list[dict[str, Any]]:
    given = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    ran = CliRunner().invoke(command, ["--batch"], input=given)
    assert ran.exit_code == 0, ran.output
    return [json.loads(line) for line in ran.stdout.splitlines()]


def error(line: str | bytes) -> tuple[Any, str, str]:
    [found] = batch(line)
    return found["id"], found["error"]["code"], found["error"]["field"]


@pytest.mark.parametrize(
    "name", ["text", "", 7, 2.5, 0.1, -1e300, True, None, [1, [0.5]], {"a": [None, 1.5]}, "\ud800"]
)
def test_a_line_is_answered_under_its_id(name: Any) -> None:
    for line in (QUORUM, {**QUORUM, "input": {}}):
        [found] = batch(json.dumps({**line, "id": name}))
        assert (found["id"], type(found["id"])) == (name, type(name))


def test_an_id_that_no_float_can_hold_comes_back_as_its_digits() -> None:
    line = '{"id": 1e400, "method": "quorum", "input": {"members": 1, "agree": 1}}'
    assert batch(line)[0]["id"] == "1E+400"


def test_lines_keep_their_order_and_a_wrong_one_costs_nobody_else_an_answer() -> None:
    first, last = (json.dumps({**QUORUM, "id": n}) for n in (1, 2))
    found = batch(first, "", "{", b"\xff\xfe", last)
    assert [(each["id"], "error" in each) for each in found] == [
        (1, False), (None, True), (None, True), (2, False)
    ]  # fmt: skip


def test_a_mark_of_the_byte_order_is_no_error() -> None:
    [found] = batch(b"\xef\xbb\xbf" + json.dumps(QUORUM).encode())
    assert found["result"]["verdict"] == "pass"


def test_further_parts_of_a_line_are_ignored() -> None:
    line = json.dumps(QUORUM)[:-1] + ', "expect": {"a": 1, "a": 2}, "source": 1, "source": 2}'
    assert batch(line)[0]["result"]["verdict"] == "pass"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[]", (None, "input_object_wanted", "")),
        ("NaN", (None, "input_not_json", "")),
        ('{"id": 1, "method": "quorum"}', (1, "input_object_wanted", "input")),
        ('{"id": 1, "method": "quorum", "input": [1]}', (1, "input_object_wanted", "input")),
        ('{"id": 1, "input": {}}', (1, "input_method_unknown", "method")),
        ('{"id": 1, "method": ["quorum"], "input": {}}', (1, "input_method_unknown", "method")),
        ('{"id": 1, "id": 2, "method": "quorum", "input": {}}', (None, "input_repeated", "id")),
        ('{"id": 1, "method": "a", "method": "b", "input": {}}', (1, "input_repeated", "method")),
        ('{"id": 1, "method": "quorum", "input": {"members": 3, "agree": 2, "agree": 1}}',
         (1, "input_repeated", "agree")),
        ('{"id": 1, "method": "quorum", "input": {"\\ud800": 1}}',
         (1, "input_unknown", "\ud800")),
    ],
)  # fmt: skip
def test_a_wrong_line_says_where(line: str, expected: tuple[Any, str, str]) -> None:
    assert error(line) == expected


def test_one_input_tells_by_its_exit_whether_it_could_be_evaluated() -> None:
    good = CliRunner().invoke(command, ["quorum"], input=json.dumps(INPUT))
    assert (good.exit_code, json.loads(good.stdout)["verdict"]) == (0, "pass")
    bad = CliRunner().invoke(command, ["quorum"], input="{}")
    assert (bad.exit_code, json.loads(bad.stdout)["error"]["field"]) == (1, "members")


def test_a_fresh_copy_answers_without_a_key_and_keeps_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    ran = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "evaluate", "quorum"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(data)},
        input=json.dumps(INPUT),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(ran.stdout)["verdict"] == "pass"
    assert not list(data.glob("*"))
