"""Published and constructed cases: every method agrees with them to the digits printed."""

from __future__ import annotations

from typing import Any

import pytest

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.doors import evaluated
from acceptance.i18n.evaluations import result_document
from tests.support.worked_cases import answer, disagreements, worked_cases

CASES = [c for c in worked_cases() if c["method"] in METHODS]
SOUND = [case for case in CASES if not case["expect"].get("error")]


def named(case: dict[str, Any]) -> str:
    return f"{case['method']}-{case['id']}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_the_result_is_the_expected_one(case: dict[str, Any]) -> None:
    found = answer(case["method"], case["input"])
    if case["expect"].get("error"):
        assert found["error"]["field"], found
    else:
        assert disagreements(case["expect"], found) == []


@pytest.mark.parametrize("case", SOUND, ids=named)
def test_a_result_computed_again_from_its_basis_is_identical(case: dict[str, Any]) -> None:
    once = result_document(evaluated(case["method"], case["input"]))
    again = result_document(evaluated(once["basis"]["method"], once["basis"]["input"]))
    assert again == once


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_worked_case(method: str) -> None:
    assert method in {case["method"] for case in CASES}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("given", [None, [], "text", 7, True, {"no_such_field": 1}])
def test_no_input_is_guessed(method: str, given: Any) -> None:
    assert "error" in answer(method, given)


def test_the_comparison_sees_a_difference() -> None:
    expected = {"figures": {"mean": "29.97", "rule": "mean", "met": True, "rates": ["95.00"]}}
    same = {"figures": {"mean": "29.9727", "rule": "mean", "met": True, "rates": ["95"]}}
    assert disagreements(expected, same) == []
    for key, other in (("mean", "29.98"), ("rule", "void"), ("met", 1), ("rates", ["94.99"])):
        wrong = {"figures": {**same["figures"], key: other}}
        assert disagreements(expected, wrong)
