"""What inspectors send: read strictly, every problem at once, numbers in normal form."""

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.checklists.answers import MOST_POINTS, parse_answers
from acceptance.domain.checklists.entries import Answers, Entry, Point
from acceptance.domain.checklists.words import Answer
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    read_answers,
)

TEMPLATE = make_template(
    item_document("yes-01", kind="yes_no", not_applicable=True),
    item_document("count-01", kind="count"),
    item_document("meas-01", needs_design=True, low="-5", high="5"),
    item_document("meas-02"),
)


def problems(document: Any) -> dict[str, str]:
    found = parse_answers(TEMPLATE, document)
    assert isinstance(found, list), found
    return {finding.field: finding.code for finding in found}


def test_everything_that_was_entered_is_kept_as_typed() -> None:
    answers = read_answers(
        TEMPLATE,
        {
            "yes-01": {"answer": "no", "reason": "K0+300 处松散\r\n约 2 m²", "note": "见照片"},
            "count-01": {"checked": "20", "failed": "1"},
            "meas-01": {"design": "20", "values": [{"place": "K0+100", "value": "21.50"}]},
        },
    )
    assert answers.of("yes-01") == Entry(
        "yes-01", Answer.NO, reason="K0+300 处松散\n约 2 m²", note="见照片"
    )
    assert answers.of("count-01") == Entry("count-01", checked="20", failed="1")
    assert answers.of("meas-01").values == (Point("K0+100", "21.50"),)
    assert answers.of("meas-02").is_blank


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("５．０４", "5.04"),
        ("－３", "-3"),
        ("−3", "-3"),
        (" 7 ", "7"),
        ("+2", "+2"),
        (7, "7"),
        ("", ""),
        (None, ""),
    ],
)
def test_numbers_are_stored_in_normal_form(typed: Any, stored: str) -> None:
    answers = read_answers(TEMPLATE, {"meas-02": {"values": [{"value": typed}, {"value": "1"}]}})
    assert answers.of("meas-02").values[0].value == stored


def test_a_bare_value_is_a_point_without_a_place() -> None:
    answers = read_answers(TEMPLATE, {"meas-02": {"values": ["3", ""]}})
    assert answers.of("meas-02").values == (Point("", "3"),)


def test_blank_rows_between_points_keep_the_places_of_the_others() -> None:
    answers = read_answers(TEMPLATE, {"meas-02": {"values": ["1", "", "3", "", ""]}})
    assert [point.value for point in answers.of("meas-02").values] == ["1", "", "3"]


def test_empty_fields_of_another_kind_are_no_problem() -> None:
    sent = {"answer": "", "reason": "", "design": "", "values": [], "checked": None, "failed": ""}
    assert read_answers(TEMPLATE, {"yes-01": sent}).entries == {}


@pytest.mark.parametrize(
    ("entry", "field", "code"),
    [
        ({"colour": "red"}, ".colour", "answer_field_unknown"),
        ({"item": "x"}, ".item", "answer_field_unknown"),
        ("yes", "", "answer_wrong_type"),
        ({"answer": "yes"}, ".answer", "answer_field_not_of_item"),
        ({"answer": "maybe"}, ".answer", "answer_word_unknown"),
        ({"answer": 1}, ".answer", "answer_word_unknown"),
        ({"answer": ["yes"]}, ".answer", "answer_word_unknown"),
        ({"answer": "not_applicable"}, ".answer", "answer_must_apply"),
        ({"checked": "3"}, ".checked", "answer_field_not_of_item"),
        ({"reason": 5}, ".reason", "answer_wrong_type"),
        ({"reason": "x" * 501}, ".reason", "answer_too_long"),
        ({"note": "x" * 2001}, ".note", "answer_too_long"),
        ({"reason": "a\x00b"}, ".reason", "answer_control_character"),
        ({"reason": "a\x1bb"}, ".reason", "answer_control_character"),
        ({"reason": "a\u202eb"}, ".reason", "answer_control_character"),
        ({"reason": "a\ud800b"}, ".reason", "answer_control_character"),
        ({"design": "twenty"}, ".design", "answer_not_a_number"),
        ({"values": "1,2"}, ".values", "answer_wrong_type"),
        ({"values": {"0": "1"}}, ".values", "answer_wrong_type"),
        ({"values": ["1", "NaN"]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", "inf"]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", "1e3"]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", "1,5"]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", "3 mm"]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", "1" * 21]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", float("nan")]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", 2.5]}, ".values.1", "answer_not_a_number"),
        ({"values": ["1", True]}, ".values.1", "answer_wrong_type"),
        ({"values": [{"value": "1", "when": "x"}]}, ".values.0.when", "answer_field_unknown"),
        (
            {"values": [{"place": "a\nb", "value": "1"}]},
            ".values.0.place",
            "answer_control_character",
        ),
        ({"values": ["1"] * (MOST_POINTS + 1)}, ".values", "answer_too_many_points"),
    ],
)
def test_a_wrong_entry_is_refused_at_its_field(entry: Any, field: str, code: str) -> None:
    assert problems({"meas-01": entry}) == {f"meas-01{field}": code}


@pytest.mark.parametrize(
    ("entry", "field", "code"),
    [
        ({"checked": "2.5"}, "checked", "answer_not_whole"),
        ({"checked": "-1"}, "checked", "answer_not_whole"),
        ({"checked": "1000001"}, "checked", "answer_not_whole"),
        ({"checked": "5", "failed": "6"}, "failed", "answer_failed_above_checked"),
        ({"checked": "5", "values": ["1"]}, "values", "answer_field_not_of_item"),
    ],
)
def test_counts_are_whole_and_fit_together(entry: Document, field: str, code: str) -> None:
    assert problems({"count-01": entry}) == {f"count-01.{field}": code}


def test_the_longest_texts_are_accepted() -> None:
    entry = {"answer": "yes", "reason": "理" * 500, "note": "注" * 2000}
    assert len(read_answers(TEMPLATE, {"yes-01": entry}).of("yes-01").note) == 2000


@pytest.mark.parametrize("document", [None, [], "x", 3])
def test_something_else_than_a_table_is_refused(document: Any) -> None:
    assert problems(document) == {"": "answer_wrong_type"}


def test_all_problems_come_at_once() -> None:
    assert problems(
        {
            "meas-01": {"design": "x", "values": ["y"]},
            "yes-01": {"answer": "perhaps"},
            "roof-99": {},
            "\x00" * 50: {},
        }
    ) == {
        "yes-01.answer": "answer_word_unknown",
        "meas-01.design": "answer_not_a_number",
        "meas-01.values.0": "answer_not_a_number",
        "roof-99": "answer_item_unknown",
        "": "answer_item_unknown",
    }


numbers = st.decimals(-10_000, 10_000, places=2).map(str)
points = st.fixed_dictionaries({"place": st.sampled_from(["", "K0+100"]), "value": numbers})
texts = st.text("松散 abc，。1\n", max_size=40)
documents = st.fixed_dictionaries(
    {},
    optional={
        "yes-01": st.fixed_dictionaries(
            {"answer": st.sampled_from(["yes", "no", "not_applicable", ""])},
            optional={"reason": texts, "note": texts},
        ),
        "count-01": st.integers(0, 50).map(lambda n: {"checked": str(n), "failed": str(n // 2)}),
        "meas-01": st.fixed_dictionaries({"design": numbers, "values": st.lists(points)}),
        "meas-02": st.fixed_dictionaries({"values": st.lists(numbers | st.just(""))}),
    },
)


@given(documents)
def test_stored_answers_are_read_back_equal(document: Document) -> None:
    answers = read_answers(TEMPLATE, document)
    stored = json.loads(json.dumps(answers.to_document()))
    again = parse_answers(TEMPLATE, stored)
    assert isinstance(again, Answers)
    assert again == answers
    assert again.to_document() == stored


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.just(Decimal("NaN")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["yes-01", "meas-01", "answer", "values", "place", "value", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=10,
)


@given(junk)
def test_nothing_that_is_sent_can_break_the_reader(document: Any) -> None:
    read = parse_answers(TEMPLATE, document)
    assert isinstance(read, Answers) or read
