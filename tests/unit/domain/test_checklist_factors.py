"""Factors of a method that the inspector enters: deflection by l_r = (mean + β·S)·K1·K3."""

from __future__ import annotations

from typing import Any

import pytest

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.diff import compare
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.reading import TemplateError
from acceptance.domain.checklists.words import Verdict
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    measured,
    statistical_document,
    verdict_of,
)
from tests.builders.shipped_checklists import TEMPLATES

PASS, FAIL, OPEN = Verdict.PASSED, Verdict.FAILED, Verdict.INCOMPLETE
FACTORS = ["moisture_factor", "temperature_factor"]


def bowl(**changes: Any) -> Document:
    """A deflection item: every point at 20, so that the spread is nought."""
    given = {"rule": "deflection", "given": {"coefficient": "1.04"}, "factors": FACTORS}
    return statistical_document(unit="0.01mm", **(given | changes))


def judged(entry: Document) -> Any:
    points = measured(20, 20, 20, design="24")
    return verdict_of(make_template(bowl()), {"wall-01": points | entry})


@pytest.mark.parametrize(
    ("entry", "representative", "expected"),
    [
        ({}, 20, PASS),
        ({"moisture_factor": "1.2"}, 24, PASS),
        ({"moisture_factor": "1.2001"}, None, FAIL),
        ({"temperature_factor": "1.2"}, 24, PASS),
        ({"moisture_factor": "1.5", "temperature_factor": "0.8"}, 24, PASS),
        ({"moisture_factor": "1.5", "temperature_factor": "0.81"}, None, FAIL),
    ],
)
def test_the_representative_value_takes_both_factors_and_blank_is_one(
    entry: Document, representative: int | None, expected: Verdict
) -> None:
    verdict = judged(entry)
    assert verdict.verdict is expected
    evaluation = verdict.items[0].evaluation
    assert representative in (None, evaluation.figures["representative"])
    taken = verdict.to_document()["items"][0]["evaluation"]["coefficients"]
    assert [taken[name] for name in FACTORS] == [entry.get(name, "1") for name in FACTORS]


def test_a_factor_of_nought_is_a_gap_at_its_field() -> None:
    verdict = judged({"temperature_factor": "0"})
    assert verdict.verdict is OPEN
    assert [f.field for f in verdict.findings] == ["wall-01.temperature_factor"]


def test_factors_are_kept_as_typed_and_merged_each_for_itself() -> None:
    template = make_template(bowl())
    base = {"wall-01": measured(20, 20, 20, design="24")}
    sent = {"wall-01": {**base["wall-01"], "moisture_factor": "１.05"}}
    answers = parse_answers(template, sent)
    assert isinstance(answers, Answers)
    mine = answers.to_document()
    assert mine["wall-01"]["moisture_factor"] == "1.05"
    theirs = {"wall-01": {**base["wall-01"], "temperature_factor": "0.97"}}
    merged, conflicts = compare(base, theirs, mine)
    assert conflicts == ()
    assert {n: merged["wall-01"][n] for n in FACTORS} == {
        "moisture_factor": "1.05", "temperature_factor": "0.97",
    }  # fmt: skip
    other = {"wall-01": {**base["wall-01"], "moisture_factor": "1.1"}}
    assert [c.field for c in compare(base, other, mine)[1]] == ["wall-01.moisture_factor"]


def test_a_factor_of_another_item_is_refused() -> None:
    template = make_template(item_document())
    found = parse_answers(template, {"wall-01": {"moisture_factor": "1.1"}})
    assert isinstance(found, list)
    assert [(f.code, f.field) for f in found] == [
        ("answer_field_not_of_item", "wall-01.moisture_factor")
    ]


@pytest.mark.parametrize(
    ("item", "code", "field"),
    [
        (bowl(rule="compaction", given={"confidence": "0.95"}), "template_given_unknown",
         "wall-01.factors"),
        (bowl(given={"coefficient": "1", "moisture_factor": "1.1"}), "template_given_entered",
         "wall-01.given.moisture_factor"),
        (item_document(factors=FACTORS), "template_key_of_statistics", "wall-01.factors"),
        (bowl(factors=["wind"]), "template_word_unknown", "section.1.item.1.factors"),
        (bowl(factors=["moisture_factor"] * 2), "template_word_unknown",
         "section.1.item.1.factors"),
        (bowl(factors="moisture_factor"), "template_word_unknown", "section.1.item.1.factors"),
    ],
)  # fmt: skip
def test_what_a_template_may_not_say_of_factors(item: Document, code: str, field: str) -> None:
    with pytest.raises(TemplateError) as refused:
        make_template(item)
    assert (code, field) in {(found.code, found.field) for found in refused.value.findings}


def test_every_shipped_deflection_asks_for_its_factors() -> None:
    items = [i for t in TEMPLATES.values() for i in t.items if i.rule == "deflection"]
    assert items
    assert all([*item.factors] == FACTORS for item in items)
    assert all(not i.factors or i.rule == "deflection" for t in TEMPLATES.values() for i in t.items)
