"""The table of counting rules names tests that are there, for every rule."""

from __future__ import annotations

import re

import pytest

from tests.support.sources import ROOT

PAGE = (ROOT / "docs" / "standards" / "indicators.md").read_text(encoding="utf-8")
ROWS = dict(
    re.findall(r"^\| (\d+) \| .*? \| (`.*`) \|$", PAGE.partition("## Each")[2], re.MULTILINE)
)


def test_every_rule_has_its_line() -> None:
    assert list(ROWS) == [str(number) for number in range(1, 15)]


@pytest.mark.parametrize("rule", ROWS)
def test_the_tests_of_a_rule_are_there(rule: str) -> None:
    file = ""
    for named in re.findall(r"`([^`]+)`", ROWS[rule]):
        path, _, test = named.partition("::")
        file = path or file
        folder = "tests" if "/" in file else "tests/integration"
        source = (ROOT / folder / file).read_text(encoding="utf-8")
        assert not test or f"def {test}(" in source, named
