"""Everything on a calculator page has a title: the method, its inputs, its words, its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.inputs import inputs_of, name_of, shape_of
from acceptance.i18n.evaluation_titles import (
    FIGURE_TITLES,
    INPUT_TITLES,
    METHOD_TITLES,
    RULE_TITLES,
    WORD_TITLES,
    WORDS_OF_INPUTS,
)
from tests.support.worked_cases import answer, worked_cases

# Numbers of standards, editions and figures speak for themselves.
PLAIN = re.compile(r"[^a-z]*\Z|(GB|JTG|SL|GBJ)[ /]")


def fields(given: type[Any]) -> Iterator[Any]:
    for entry in inputs_of(given):
        yield entry
        if shape_of(entry).row is not None:
            yield from fields(shape_of(entry).row)  # type: ignore[arg-type]


def words() -> set[str]:
    return {
        word
        for method in METHODS.values()
        for entry in fields(method.given)
        for word in shape_of(entry).words
        if not PLAIN.match(word)
    }


def names() -> set[str]:
    return {name_of(e) for method in METHODS.values() for e in fields(method.given)}


def figures(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from figures(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from figures(inner)


def test_every_method_has_a_title() -> None:
    assert set(METHOD_TITLES) == set(METHODS)


def test_every_input_has_a_title() -> None:
    assert names() - set(INPUT_TITLES) == set()


def test_every_word_has_a_title() -> None:
    assert words() - set(WORD_TITLES) == set()


def test_every_figure_has_a_title() -> None:
    found = (answer(case["method"], case["input"]) for case in worked_cases())
    shown = {name for each in found for name in figures(each.get("figures", {}))}
    assert shown - set(FIGURE_TITLES) - words() == set()


def test_every_rule_of_a_basis_has_a_title() -> None:
    found = (answer(case["method"], case["input"]) for case in worked_cases())
    rules = {pair for each in found for pair in each.get("basis", {}).get("rules", {}).items()}
    assert {name for name, _rule in rules} - set(FIGURE_TITLES) == set()
    policies = {rule for _name, rule in rules if re.match(r"[\d.]+S, (\d+|all)\Z", rule)}
    assert {rule for _name, rule in rules} - policies == set(RULE_TITLES)


def test_no_title_is_left_over() -> None:
    # `absent` is the field of the page that stands for null in place of a row.
    allowed = {"absent"} | names() | {f"{m}.{name}" for m in METHODS for name in names()}
    assert set(INPUT_TITLES) - allowed == set()
    assert set(WORDS_OF_INPUTS) - {f"{n}.{word}" for n in names() for word in words()} == set()
