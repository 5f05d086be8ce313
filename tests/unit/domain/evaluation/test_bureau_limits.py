"""Evaluations by limits that the bureau has confirmed or changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import EvaluationVerdict
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.editions import Editions
from tests.support.watched_editions import watched
from tests.support.worked_cases import worked_cases


def evaluations() -> Iterator[tuple[str, dict[str, object]]]:
    for case in worked_cases():
        yield case["method"], case["input"]


def test_a_method_judges_by_no_table_that_it_does_not_declare() -> None:
    for name, given in evaluations():
        editions = watched()
        try:
            METHODS[name].of(given, editions)
        except InputError:
            continue
        assert editions.asked <= {table.code for table in METHODS[name].tables}, name


def test_every_table_with_a_doubtful_single_limit_of_a_method_can_be_asked_for() -> None:
    asked: set[str] = set()
    for name, given in evaluations():
        editions = watched()
        try:
            METHODS[name].of(given, editions)
        except InputError:
            continue
        asked |= editions.asked
    assert {"JTG F80/1-2017 rates", "SL 176-2007 grades", "JTG F80/1-2017 flexural"} <= asked


def as_it_stands(table: Edition) -> dict[str, str]:
    return dict.fromkeys({*table.unverified, *table.single_limits()}, "")


def test_confirming_every_limit_as_it_stands_changes_no_result_but_ends_the_doubts() -> None:
    for name, given in evaluations():
        method = METHODS[name]
        confirmed = Editions({table.code: as_it_stands(table) for table in method.tables})
        try:
            shipped = method.of(given)
        except InputError:
            continue
        found = method.of(given, confirmed)
        assert set(found.basis.unverified) <= {"coefficient"} | set(shipped.basis.unverified)
        doubts = found.basis.unverified
        assert found == replace(shipped, basis=replace(shipped.basis, unverified=doubts)), name
        if method.tables:
            assert set(doubts) <= {"coefficient"}, name


CONCRETE = {"rule_set": "JTG F80/1-2017", "design": "30", "groups": ["33", "33", "33"]}
FLEXURAL = {"groups": ["5.6", "5.6", "5.6"], "design": "5"}
COMPACTION = {"values": ["97", "97", "94.5", "97", "97"], "required": "93", "confidence": "0.95"}
ITEM = {"items": [{"item_class": "key", "checked": 100, "qualified": 93}]}


@pytest.mark.parametrize(
    ("name", "given", "table", "limit", "value", "before"),
    [
        ("concrete-strength", CONCRETE, "JTG F80/1-2017 concrete", "small_mean_factor", "1.1",
         EvaluationVerdict.FAILED),
        ("flexural-strength", FLEXURAL, "JTG F80/1-2017 flexural", "few_groups_mean_factor", "1.1",
         EvaluationVerdict.FAILED),
        ("road-sub-item", ITEM, "JTG F80/1-2017 rates", "key", "93", EvaluationVerdict.FAILED),
        ("quorum", {"members": 10, "agree": 6}, "SL 223-2008", "quorum_share", "0.6",
         EvaluationVerdict.FAILED),
        ("rebar-cover", {"points": 100, "failed": 10}, "GB 50204-2015 cover", "pass_rate", "95",
         EvaluationVerdict.PASSED),
        ("mortar-strength", {"rule_set": "SL 176-2007", "design": "10", "groups": ["10", "8.1",
         "12"]}, "SL 176-2007 mortar", "minimum_factor", "0.85", EvaluationVerdict.PASSED),
        ("completion-quality", {"handover": 74, "supervision": 74, "committee": 74},
         "交通部令第3号-2004", "qualified", "74", EvaluationVerdict.FAILED),
    ],
)  # fmt: skip
def test_a_changed_limit_decides_and_the_basis_names_the_bureau(
    name: str, given: dict[str, object], table: str, limit: str, value: str,
    before: EvaluationVerdict,
) -> None:  # fmt: skip
    shipped = METHODS[name].of(given)
    found = METHODS[name].of(given, Editions({table: {limit: value}}))
    assert shipped.verdict is before
    assert found.verdict not in (None, before)
    assert found.basis.edition == f"{shipped.basis.edition}, 本局核定"
    assert limit not in found.basis.unverified


def test_a_point_is_good_by_the_margin_of_the_bureau_unless_one_is_given() -> None:
    method, bureau = METHODS["compaction"], Editions({"JTG F80/1-2017 rates": {"margin": "0"}})
    given = {**COMPACTION, "values": ["97", "97", "92", "97", "97", "97"]}
    assert method.of(given).figures["qualified"] == 6
    assert method.of(given, bureau).figures["qualified"] == 5
    assert method.of(given, bureau).basis.edition == "2017, 本局核定"
    own = method.of({**given, "margin": "2"}, bureau)
    assert own.figures["qualified"] == 6
    assert own.basis.edition == "2017"


def test_a_changed_limit_that_was_not_used_is_not_named() -> None:
    bureau = Editions({"JTG F80/1-2017 concrete": {"deviation_floor": "2"}})
    assert METHODS["concrete-strength"].of(CONCRETE, bureau).basis.edition == "2017"
