"""Templates: what a file may say, what it may not, and the digest that names a version."""

import json
from decimal import Decimal
from typing import Any

import pytest

from acceptance.domain.checklists.reading import TemplateError, from_document
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.toml import read_template
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    template_document,
)

FILE = """
code = "test-wall"
version = "1"
title = "墙面"
title_en = "Wall"
category = "building"
level = "lot"
standard = "GB 50204-2015"
edition = "2015"
clause = "3.0.4"

[[section]]
code = "general"
title = "一般项目"
title_en = "General items"

[[section.item]]
code = "wall-01"
title = "表面平整度"
title_en = "Flatness"
class = "general"
kind = "measure"
requirement = "≤ 8 mm"
requirement_en = "≤ 8 mm"
clause = "8.3.2"
unit = "mm"
high = 8
near = 0.80
"""


def problems(document: Document) -> dict[str, str]:
    with pytest.raises(TemplateError) as refused:
        from_document(document)
    return {finding.field: finding.code for finding in refused.value.findings}


def test_a_file_is_read_with_exact_decimals() -> None:
    item = read_template(FILE).items[0]
    assert (item.high, item.near, item.low) == (Decimal(8), Decimal("0.8"), None)


@pytest.mark.parametrize(("item_class", "rate"), [("dominant", 100), ("key", 95), ("general", 80)])
def test_the_least_share_follows_the_class(item_class: str, rate: int) -> None:
    template = make_template(item_document(**{"class": item_class}))
    assert template.items[0].minimum_rate == rate


def test_an_item_may_ask_for_more_than_its_class() -> None:
    assert make_template(item_document(minimum_rate="90")).items[0].minimum_rate == 90


def test_a_document_is_plain_json_and_comes_back_equal() -> None:
    template = make_template(
        item_document(low="-3", needs_design=True, cap_factor="1.5", not_applicable=True),
        item_document("wall-02", kind="yes_no", photo="required"),
    )
    stored = json.loads(json.dumps(template.to_document()))
    again = from_document(stored)
    assert again == template
    assert again.digest == template.digest
    assert again.to_document() == template.to_document()


def test_the_digest_does_not_depend_on_how_a_number_is_written() -> None:
    assert make_template(item_document(high="8.0")).digest == make_template().digest
    assert read_template(FILE).digest == read_template(FILE.replace("0.80", "0.8")).digest


def test_the_digest_of_a_known_template_never_changes() -> None:
    # Stored checklists name their template by this digest: a change here orphans them all.
    digest = "6a30d50ca785173d84a91d301f7dd3630fce28cb72f0270fd6faf77a1fabfe1d"
    assert make_template().digest == digest


@pytest.mark.parametrize(
    "change",
    [{"high": "8.1"}, {"title": "平整"}, {"clause": "8.3.3"}, {"photo": "none"}, {"low": "0"}],
)
def test_any_change_makes_another_version(change: Document) -> None:
    assert make_template(item_document(**change)).digest != make_template().digest


def test_a_template_is_verified_only_when_all_of_it_is() -> None:
    assert make_template().is_verified
    assert not make_template(item_document(verified=False)).is_verified
    assert not make_template(verified=False).is_verified


ITEM = "section.1.item.1"


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"colour": "red"}, f"{ITEM}.colour", "template_key_unknown"),
        ({"title": None}, f"{ITEM}.title", "template_key_missing"),
        ({"title": "  "}, f"{ITEM}.title", "template_text_wanted"),
        ({"title": 3}, f"{ITEM}.title", "template_text_wanted"),
        ({"title": "a\x00b"}, f"{ITEM}.title", "template_text_wanted"),
        ({"code": "Wall 1"}, f"{ITEM}.code", "template_code_wanted"),
        ({"class": "vital"}, f"{ITEM}.class", "template_word_unknown"),
        ({"kind": "guess"}, f"{ITEM}.kind", "template_word_unknown"),
        ({"kind": ["measure"]}, f"{ITEM}.kind", "template_word_unknown"),
        ({"photo": True}, f"{ITEM}.photo", "template_word_unknown"),
        ({"high": "eight"}, f"{ITEM}.high", "template_number_wanted"),
        ({"high": 8.5}, f"{ITEM}.high", "template_number_wanted"),
        ({"high": True}, f"{ITEM}.high", "template_number_wanted"),
        ({"high": Decimal("NaN")}, f"{ITEM}.high", "template_number_wanted"),
        ({"minimum_points": "3"}, f"{ITEM}.minimum_points", "template_whole_wanted"),
        ({"not_applicable": "yes"}, f"{ITEM}.not_applicable", "template_flag_wanted"),
        ({"low": "9"}, "wall-01.low", "template_limits_reversed"),
        ({"extreme_high": "7"}, "wall-01.high", "template_limits_reversed"),
        ({"high": None}, "wall-01.low", "template_limit_missing"),
        ({"unit": None}, "wall-01.unit", "template_unit_missing"),
        ({"near": "0"}, "wall-01.near", "template_near_not_positive"),
        ({"plausible_low": "0"}, "wall-01.plausible_low", "template_plausible_half"),
        ({"cap_factor": "0.9"}, "wall-01.cap_factor", "template_cap_below_one"),
        ({"low": "2", "cap_factor": "1.5"}, "wall-01.cap_factor", "template_cap_without_tolerance"),
        ({"minimum_rate": "101"}, "wall-01.minimum_rate", "template_rate_out_of_range"),
        (
            {"class": "dominant", "minimum_rate": "99"},
            "wall-01.minimum_rate",
            "template_dominant_below_all",
        ),
        ({"minimum_points": 0}, "wall-01.minimum_points", "template_points_below_one"),
        ({"kind": "yes_no", "high": "8"}, "wall-01.high", "template_key_of_measures"),
        (
            {"kind": "count", "needs_design": True},
            "wall-01.needs_design",
            "template_key_of_measures",
        ),
    ],
)
def test_a_wrong_item_is_refused_with_its_key(change: Document, field: str, code: str) -> None:
    assert problems(template_document(item_document(**change)))[field] == code


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"color": "red"}, "color", "template_key_unknown"),
        ({"category": "bridge"}, "category", "template_word_unknown"),
        ({"section": []}, "section", "template_tables_wanted"),
        ({"section": ["x"]}, "section.1", "template_tables_wanted"),
        ({"rates": "80"}, "rates", "template_tables_wanted"),
        ({"rates": {"special": "1"}}, "rates.special", "template_key_unknown"),
        ({"rates": {"dominant": "99"}}, "rates.dominant", "template_dominant_below_all"),
        ({"rates": {"general": "0"}}, "rates.general", "template_rate_out_of_range"),
        ({"rating": "water"}, "rates.excellent", "template_excellent_needs_water"),
        ({"rates": {"excellent": "90"}}, "rates.excellent", "template_excellent_needs_water"),
        (
            {"rating": "water", "rates": {"general": "70", "excellent": "60"}},
            "rates.excellent",
            "template_excellent_below_general",
        ),
    ],
)
def test_a_wrong_head_is_refused_with_its_key(change: Document, field: str, code: str) -> None:
    assert problems(template_document(**change))[field] == code


def test_a_repeated_item_code_is_refused() -> None:
    assert problems(template_document(item_document(), item_document())) == {
        "wall-01": "template_item_repeated"
    }


def test_all_problems_are_named_at_once() -> None:
    found = problems(template_document(item_document(title=None, high="x"), version=None))
    assert set(found) == {"version", f"{ITEM}.title", f"{ITEM}.high"}


def test_a_file_that_is_no_toml_says_so() -> None:
    with pytest.raises(TemplateError, match="template_not_toml"):
        read_template("code = ")


def test_defaults_are_left_out_of_the_document() -> None:
    # A field added later with a default must not change the digest of what is stored already.
    item: dict[str, Any] = make_template().to_document()["section"][0]["item"][0]
    assert "photo" not in item
    assert "low" not in item
    assert isinstance(make_template(), Template)
