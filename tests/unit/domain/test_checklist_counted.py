"""Counted items judged by GB 50300-2013 appendix D: one sample, or a second when the first is open."""

import pytest

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.diff import compare
from acceptance.domain.checklists.reading import TemplateError, from_document
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.words import ItemOutcome
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    template_document,
    verdict_of,
)


def counted(plan: str) -> Template:
    return make_template(item_document(kind="count", plan=plan))


def entry(checked: int, failed: int, second: int | None = None) -> Document:
    more = {} if second is None else {"second_failed": str(second)}
    return {"wall-01": {"checked": str(checked), "failed": str(failed)} | more}


# Table D.0.1-1: of 5 accept 1, of 20 accept 5, of 125 accept 21.
@pytest.mark.parametrize(
    ("checked", "failed", "outcome"),
    [
        (5, 1, ItemOutcome.PASSED), (5, 2, ItemOutcome.FAILED), (20, 5, ItemOutcome.PASSED),
        (20, 6, ItemOutcome.FAILED), (125, 21, ItemOutcome.PASSED), (125, 22, ItemOutcome.FAILED),
        (4, 0, ItemOutcome.NOT_INSPECTED), (126, 0, ItemOutcome.NOT_INSPECTED),
    ],
)  # fmt: skip
def test_one_sample_is_judged_by_its_numbers(
    checked: int, failed: int, outcome: ItemOutcome
) -> None:
    item = verdict_of(counted("single"), entry(checked, failed)).items[0]
    assert item.verdict is outcome
    assert {each.field for each in item.findings} <= {"wall-01.failed", "wall-01.checked"}


# Table D.0.1-2: of 8 accept 1 and reject 3, both samples of 8 accept 4 and reject 5.
@pytest.mark.parametrize(
    ("failed", "second", "outcome", "fields"),
    [
        (1, None, ItemOutcome.PASSED, []),
        (3, None, ItemOutcome.FAILED, ["wall-01.failed"]),
        (2, None, ItemOutcome.NOT_INSPECTED, ["wall-01.second_failed"]),
        (2, 2, ItemOutcome.PASSED, []),
        (2, 3, ItemOutcome.FAILED, ["wall-01.failed"]),
        (1, 8, ItemOutcome.PASSED, []),
    ],
)
def test_the_second_sample_is_asked_for_in_between(
    failed: int, second: int | None, outcome: ItemOutcome, fields: list[str]
) -> None:
    item = verdict_of(counted("double"), entry(8, failed, second)).items[0]
    assert (item.verdict, [each.field for each in item.findings]) == (outcome, fields)


def test_both_samples_are_counted_together() -> None:
    item = verdict_of(counted("double"), entry(8, 2, 2)).items[0]
    assert (item.checked, item.qualified, item.rate) == (16, 12, "75.0")
    assert item.evaluation is not None


@pytest.mark.parametrize("plan", ["rate", "single"])
def test_only_the_double_plan_takes_a_second_count(plan: str) -> None:
    found = parse_answers(counted(plan), entry(8, 2, 1))
    assert isinstance(found, list)
    assert [(each.code, each.field) for each in found] == [
        ("answer_field_not_of_item", "wall-01.second_failed")
    ]


def test_more_cannot_fail_than_were_checked() -> None:
    found = parse_answers(counted("double"), entry(8, 2, 9))
    assert isinstance(found, list)
    assert found[0].field == "wall-01.second_failed"


def test_a_second_count_comes_back_from_its_document_and_stays_with_its_first() -> None:
    read = parse_answers(counted("double"), entry(8, 2, 1))
    assert not isinstance(read, list)
    assert read.to_document() == entry(8, 2, 1)
    _, conflicts = compare(entry(8, 2), entry(8, 2, 1), entry(8, 1))
    assert {each.field for each in conflicts} == {"wall-01.failed", "wall-01.second_failed"}


def test_a_plan_belongs_to_a_count() -> None:
    with pytest.raises(TemplateError) as caught:
        from_document(template_document(item_document(plan="double")))
    assert [each.field for each in caught.value.findings] == ["wall-01.plan"]


def test_a_template_without_a_plan_keeps_its_digest() -> None:
    assert "plan" not in str(make_template(item_document(kind="count")).to_document())
