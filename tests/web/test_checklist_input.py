"""What is no checklist is refused with the field and a sentence, and nothing is stored."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import select

from acceptance.persistence.checklists import Submission
from tests.builders.checklists import (
    fields_of,
    good_answers,
)
from tests.builders.sites import Site, document, post_json, sheet
from tests.support.pages import text_of

BAD_ENTRIES = [
    ({"rebar-01": {"answer": "perhaps"}}, "answer_word_unknown"),
    ({"rebar-01": {"answer": "yes", "colour": "red"}}, "answer_field_unknown"),
    ({"rebar-99": {"answer": "yes"}}, "answer_item_unknown"),
    ({"rebar-01": {"answer": "no", "reason": "长" * 501}}, "answer_too_long"),
    ({"rebar-01": {"answer": "yes", "note": "长" * 2001}}, "answer_too_long"),
    ({"rebar-01": {"answer": "no", "reason": "a\x00b"}}, "answer_control_character"),
    ({"rebar-01": {"answer": "no", "reason": "a\u202eb"}}, "answer_control_character"),
    ({"rebar-03": {"values": [{"place": "", "value": "NaN"}]}}, "answer_not_a_number"),
    ({"rebar-03": {"values": [{"place": "", "value": "1e5"}]}}, "answer_not_a_number"),
    ({"rebar-03": {"values": [{"place": "", "value": "12 mm"}]}}, "answer_not_a_number"),
    ({"rebar-03": {"values": [{"place": "x" * 501, "value": "1"}]}}, "answer_too_long"),
    ({"rebar-01": {"answer": ""}}, "item_not_inspected"),
    ({"rebar-01": {"answer": "not_applicable"}}, "answer_must_apply"),
]


@pytest.mark.parametrize(("change", "code"), BAD_ENTRIES)
def test_bad_input_in_the_form(site: Site, change: dict[str, Any], code: str) -> None:
    browser = site.browser()
    fields = sheet(site, browser) | fields_of(change)
    answer = browser.post(site.submissions, data=fields)
    assert answer.status_code == 422
    assert "处要处理" in text_of(answer)
    assert site.count(Submission) == 0
    told = browser.post(site.submissions, data=fields, headers={"Accept": "application/json"})
    assert told.json is not None
    assert code in {reason["code"] for reason in told.json["reasons"]}


@pytest.mark.parametrize(("change", "code"), BAD_ENTRIES)
def test_bad_input_in_json(site: Site, change: dict[str, Any], code: str) -> None:
    browser = site.browser()
    body = document(site, answers=good_answers(site.lot.template) | change)
    answer = post_json(site, browser, body)
    assert answer.status_code == 422
    assert answer.json is not None
    found = {reason["code"]: reason for reason in answer.json["reasons"]}
    assert found[code]["field"].startswith(next(iter(change)))
    assert found[code]["sentence"]
    assert site.count(Submission) == 0


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "document_wanted"),
        ("null", "document_wanted"),
        ("[1]", "document_wanted"),
        ("{", "document_wanted"),
        ("[" * 100_000, "document_wanted"),
        ('{"submission_id": "x", "answers": {}, "answers": {}}', "document_name_repeated"),
        ('{"submission_id": "x", "answers": {"rebar-01": {"answer": "yes", "answer": "no"}}}',
         "document_name_repeated"),
        ('{"answers": {}}', "submission_id_wanted"),
        ('{"submission_id": 5, "answers": {}}', "submission_id_wanted"),
        ('{"submission_id": "a\\u0000b", "answers": {}}', "submission_id_wanted"),
        ('{"submission_id": "\\ud800", "answers": {}}', "submission_id_wanted"),
        ('{"submission_id": "x"}', "document_wanted"),
        ('{"submission_id": "x", "answers": NaN}', "answer_wrong_type"),
        ('{"submission_id": "x", "answers": {"rebar-01": 1}}', "answer_wrong_type"),
        ('{"submission_id": "x", "answers": {"rebar-01": {"answer": true}}}',
         "answer_word_unknown"),
        ('{"submission_id": "x", "answers": {"rebar-03": {"values": [NaN]}}}',
         "answer_not_a_number"),
        ('{"submission_id": "x", "answers": {"rebar-03": {"values": [1.5]}}}',
         "answer_not_a_number"),
        ('{"submission_id": "x", "answers": {}, "verdict": "pass"}', "document_field_unknown"),
        ('{"submission_id": "x", "answers": {}, "version": "one"}', "version_wanted"),
        ('{"submission_id": "x", "answers": {}, "version": 99999999999999999999}',
         "version_wanted"),
        ('{"submission_id": "x", "answers": {}, "photos": {}}', "document_wanted"),
        ('{"submission_id": "x", "answers": {}, "photos": [{"slot": 1, "sha256": 2}]}',
         "document_wanted"),
    ],
)  # fmt: skip
def test_bodies_that_are_no_submission(site: Site, body: str, code: str) -> None:
    answer = post_json(site, site.browser(), body)
    assert answer.status_code == 422
    assert answer.json is not None
    assert code in {reason["code"] for reason in answer.json["reasons"]}
    assert site.count(Submission) == 0


def test_fields_nobody_knows_and_fields_sent_twice(site: Site) -> None:
    browser = site.browser()
    for more in (
        {"verdict": "pass"},
        {"rebar-01.verdict": "pass"},
        {"rebar-03.values.0.colour": "red"},
        {"rebar-03.values.999": "1"},
        {"rebar-03.values.x": "1"},
        {"rebar-01.answer": ["yes", "no"]},
        {"rebar-03.values.0": ["1", "2"]},
    ):
        answer = browser.post(site.submissions, data=sheet(site, browser) | more)
        assert answer.status_code == 422, more
    assert site.count(Submission) == 0


def test_full_width_digits_are_taken(site: Site) -> None:
    browser = site.browser()
    fields = sheet(site, browser, **{"rebar__03.values.0": "－１．５"})
    assert browser.post(site.submissions, data=fields).status_code == 303
    with site.runtime.read() as session:
        body = json.loads(session.scalars(select(Submission.body)).one())
    assert body["answers"]["rebar-03"]["values"][0]["value"] == "-1.5"
