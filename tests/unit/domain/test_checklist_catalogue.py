"""The templates that ship: each loads, is bilingual and can be filled."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from acceptance.cli.demo.lots import lot_entry
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.reading import from_document
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import ItemKind, ItemOutcome, Rating, Verdict
from acceptance.domain.exact import decimal_text
from acceptance.domain.projects import Category
from tests.builders.checklist_templates import Document, verdict_of
from tests.builders.shipped_checklists import FILES, TEMPLATES

_CHINESE = re.compile(r"[\u4e00-\u9fff]")

every_template = pytest.mark.parametrize("template", TEMPLATES.values(), ids=TEMPLATES.keys())


def good_entry(item: Item) -> Document:
    """An entry that is just good enough at every point."""
    if item.kind is ItemKind.YES_NO:
        return {"answer": "yes"}
    if item.kind is ItemKind.COUNT:
        return {"checked": str(item.minimum_points), "failed": "0"}
    if item.kind is ItemKind.STATISTICAL:
        return Answers({item.code: lot_entry(item, ItemOutcome.PASSED)}).to_document()[item.code]
    design = item.plausible_low if item.needs_design else None
    low, high = item.plausible_low, item.plausible_high
    if item.needs_design and low is not None and high is not None:
        design = (low + high) / 2
    limit = item.high if item.high is not None else item.low
    assert limit is not None
    value = decimal_text((design or Decimal(0)) + limit)
    entry: Document = {"values": [{"place": "", "value": value}] * item.minimum_points}
    return entry | ({"design": decimal_text(design)} if design is not None else {})


@pytest.mark.parametrize("category", list(Category))
def test_each_category_has_at_least_three(category: Category) -> None:
    assert sum(1 for each in TEMPLATES.values() if each.category is category) >= 3


def test_a_file_is_named_by_its_code_and_codes_are_unique() -> None:
    assert [template.code for template in TEMPLATES.values()] == [path.stem for path in FILES]
    assert not [code for code, n in Counter(t.digest for t in TEMPLATES.values()).items() if n > 1]


def test_one_template_has_forty_items() -> None:
    assert len(TEMPLATES["building-completion-check"].items) == 40


@every_template
def test_a_template_comes_back_from_its_stored_document(template: Template) -> None:
    again = from_document(template.to_document())
    assert again == template
    assert again.digest == template.digest


@every_template
def test_english_texts_are_there_and_hold_no_chinese(template: Template) -> None:
    texts = [template.title_en, *(section.title_en for section in template.sections)]
    for item in template.items:
        texts += [item.title_en, item.requirement_en, item.method_en, item.frequency_en]
        assert bool(item.method) == bool(item.method_en), item.code
        assert bool(item.frequency) == bool(item.frequency_en), item.code
        assert not _CHINESE.search(item.unit_en or item.unit), item.code
    assert not [text for text in texts if _CHINESE.search(text)]


@every_template
def test_values_just_at_their_limits_pass(template: Template) -> None:
    verdict = verdict_of(template, {item.code: good_entry(item) for item in template.items})
    assert verdict.findings == ()
    assert verdict.verdict is Verdict.PASSED
    assert (verdict.grade is not None) == (template.rating is Rating.WATER)


@every_template
def test_an_untouched_checklist_has_one_gap_for_each_item(template: Template) -> None:
    verdict = verdict_of(template, {})
    assert verdict.verdict is Verdict.INCOMPLETE
    assert [finding.field.split(".")[0] for finding in verdict.findings] == [
        item.code for item in template.items
    ]


@every_template
def test_a_measured_item_says_what_can_be_true_of_it(template: Template) -> None:
    for item in template.items:
        if item.kind is ItemKind.MEASURE:
            assert item.plausible_low is not None, item.code
