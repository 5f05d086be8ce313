"""Statistical items: the method is the template's, the gaps are at the fields of the form."""

import json
from decimal import Decimal

import pytest

from acceptance.domain.checklists.reading import TemplateError, from_document
from acceptance.domain.checklists.words import ItemOutcome, Verdict
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.plain import plain
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    measured,
    statistical_document,
    template_document,
    verdict_of,
)

# Few groups of C30: the mean must reach 1.15×30 = 34.5, the lowest 0.95×30 = 28.5.
LIMITS = [
    (("34.5", 34.5, 34.5), Verdict.PASSED, []),
    (("34.49", 34.5, 34.5), Verdict.FAILED, ["strength_mean_below"]),
    (("28.5", 37.5, 37.5), Verdict.PASSED, []),
    (("28.49", 37.5, 37.6), Verdict.FAILED, ["strength_minimum_below"]),
]


@pytest.mark.parametrize(("groups", "verdict", "codes"), LIMITS)
def test_the_method_decides(groups: tuple[object, ...], verdict: Verdict, codes: list[str]) -> None:
    entry = measured(*(str(each) for each in groups), design="30")
    found = verdict_of(make_template(statistical_document()), {"wall-01": entry})
    assert (found.verdict, [f.code for f in found.findings]) == (verdict, codes)
    assert {f.field for f in found.findings} <= {"wall-01.values"}
    assert found.items[0].qualified == (3 if verdict is Verdict.PASSED else 0)


def test_the_record_holds_the_figures_of_the_very_same_evaluation() -> None:
    entry = measured("36", "", "35", "38", design="30")
    found = verdict_of(make_template(statistical_document()), {"wall-01": entry})
    alone = METHODS["concrete-strength"].of(
        {"rule_set": "GB/T 50107-2010", "design": "30", "groups": ["36", "35", "38"]}
    )
    record = json.loads(json.dumps(found.to_document()))["items"][0]["evaluation"]
    assert record["figures"] == plain(alone.figures)
    assert record["coefficients"] == {"mean_factor": "1.15", "minimum_factor": "0.95"}
    assert (record["method"], record["clause"]) == ("concrete-strength", alone.basis.clause)


def test_other_items_have_no_evaluation_in_their_record() -> None:
    found = verdict_of(make_template(), {"wall-01": measured("3")})
    assert "evaluation" not in found.to_document()["items"][0]


@pytest.mark.parametrize(
    ("entry", "code", "field"),
    [
        ({}, "item_not_inspected", "values"),
        (measured(36, 37, 38), "item_design_missing", "design"),
        (measured(36, 37, design="30"), "item_too_few_points", "values"),
        (measured(36, 37, 38, design="0"), "input_not_above", "design"),
        (measured(36, "", 37, "-1", design="30"), "input_below", "values.3"),
    ],
)
def test_what_the_method_cannot_take_is_a_gap_at_its_field(
    entry: Document, code: str, field: str
) -> None:
    found = verdict_of(make_template(statistical_document()), {"wall-01": entry})
    assert found.items[0].verdict is ItemOutcome.NOT_INSPECTED
    assert [(f.code, f.field) for f in found.findings] == [(code, f"wall-01.{field}")]


def test_the_constants_are_kept_exactly_and_change_the_digest() -> None:
    template = make_template(
        statistical_document(given={"rule_set": "GBJ 107-1987", "sigma0": "3.50"})
    )
    assert template.items[0].given == (("rule_set", "GBJ 107-1987"), ("sigma0", "3.5"))
    again = from_document(json.loads(json.dumps(template.to_document())))
    assert (again, again.digest) == (template, template.digest)
    bare = statistical_document(given={"rule_set": "GBJ 107-1987", "sigma0": Decimal("3.5")})
    assert make_template(bare).digest == template.digest
    assert template.digest != make_template(statistical_document()).digest


RULES = {"rule_set": "GB/T 50107-2010"}


@pytest.mark.parametrize(
    ("item", "field", "code"),
    [
        (statistical_document(rule="guess"), "rule", "template_rule_unknown"),
        (statistical_document(rule="minimum-sample"), "rule", "template_rule_without_points"),
        (statistical_document(given={}), "given.rule_set", "template_given_missing"),
        (statistical_document(needs_design=False), "given.design", "template_given_missing"),
        (
            statistical_document(given=RULES | {"design": "30"}),
            "given.design",
            "template_given_entered",
        ),
        (statistical_document(given=RULES | {"hue": "1"}), "given.hue", "template_given_unknown"),
        (
            statistical_document(given={"rule_set": "GB 1"}),
            "given.rule_set",
            "template_given_wrong",
        ),
        (
            statistical_document(given=RULES | {"sigma0": "-1"}),
            "given.sigma0",
            "template_given_wrong",
        ),
        (statistical_document(unit=None), "unit", "template_unit_missing"),
        (statistical_document(high="8"), "high", "template_key_of_measures"),
        (item_document(rule="concrete-strength"), "rule", "template_key_of_statistics"),
    ],
)
def test_a_method_that_cannot_judge_is_refused_on_reading(
    item: Document, field: str, code: str
) -> None:
    with pytest.raises(TemplateError) as refused:
        from_document(template_document(item))
    assert (f"wall-01.{field}", code) in {(f.field, f.code) for f in refused.value.findings}


def test_a_list_is_no_constant() -> None:
    with pytest.raises(TemplateError) as refused:
        from_document(template_document(statistical_document(given={"rule_set": [1]})))
    assert refused.value.findings[0].code == "template_given_wanted"
