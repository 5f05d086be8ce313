"""The facts of a certificate: numbers, the round trip through JSON, and what strangers see."""

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.canonical import canonical
from acceptance.domain.certificates import (
    CertificateFacts,
    Paper,
    PublicFacts,
    certificate_number,
    masked_name,
    paper_for,
    public_facts,
)
from acceptance.domain.projects import Category
from acceptance.domain.records import NotARecordError
from tests.builders import certificates

ALL = (
    certificates.building(),
    certificates.second_attempt(),
    certificates.crowded(),
    certificates.road(),
    certificates.water(),
)


@pytest.mark.parametrize(
    ("serial", "number"),
    [
        (1, "陇建验〔2026〕第0001号"),
        (9999, "陇建验〔2026〕第9999号"),
        (10000, "陇建验〔2026〕第10000号"),
    ],
)
def test_numbers_have_at_least_four_digits(serial: int, number: str) -> None:
    assert certificate_number("陇建验", 2026, serial) == number


@pytest.mark.parametrize(
    ("office", "year", "serial"), [("", 2026, 1), ("陇建验", 26, 1), ("陇建验", 2026, 0)]
)
def test_there_is_no_number_without_office_year_and_serial(
    office: str, year: int, serial: int
) -> None:
    with pytest.raises(ValueError, match="no certificate number"):
        certificate_number(office, year, serial)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张小明", "张*明"),
        ("张明", "张*"),
        ("明", "*"),
        ("", ""),
        (" 欧阳小明 ", "欧**明"),
        ("赵䶮", "赵*"),
        ("孙𬭎喆", "孙*喆"),
    ],
)
def test_names_are_masked(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(st.text(alphabet="张王李赵䶮明山", min_size=2, max_size=6))
def test_a_masked_name_keeps_its_length_and_hides_something(name: str) -> None:
    assert len(masked_name(name)) == len(name)
    assert "*" in masked_name(name)


@pytest.mark.parametrize(
    ("category", "paper"),
    [
        (Category.BUILDING, Paper.BUILDING),
        (Category.MUNICIPAL, Paper.BUILDING),
        (Category.OTHER, Paper.BUILDING),
        (Category.RURAL_ROAD, Paper.ROAD),
        (Category.WATER_SAVING, Paper.WATER),
    ],
)
def test_each_category_has_its_paper(category: Category, paper: Paper) -> None:
    assert paper_for(category) is paper


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: facts.number)
def test_facts_survive_the_way_through_canonical_json(facts: CertificateFacts) -> None:
    text = canonical(facts.to_document())
    again = CertificateFacts.from_document(json.loads(text))
    assert again == facts
    assert type(again.result) is AttemptResult
    assert canonical(again.to_document()) == text


def test_a_field_added_later_may_be_missing_in_an_old_document() -> None:
    document = certificates.building().to_document()
    del document["spoken_address"]
    assert CertificateFacts.from_document(document) == replace(
        certificates.building(), spoken_address=""
    )


@pytest.mark.parametrize(
    "change",
    [
        {"attempt": "1"},
        {"attempt": True},
        {"attempt": 1.0},
        {"first_time": 1},
        {"result": "splendid"},
        {"accepted_on": "2026-13-01"},
        {"accepted_on": 20261112},
        {"parties": {}},
        {"parties": ["owner"]},
        {"members": [{"name": "王", "age": 3}]},
        {"number": None},
        {"extra": ""},
    ],
)
def test_anything_else_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(NotARecordError):
        CertificateFacts.from_document(certificates.building().to_document() | change)


@pytest.mark.parametrize("field", ["number", "ledger_head", "accepted_on", "result"])
def test_a_missing_fact_is_refused(field: str) -> None:
    document = certificates.building().to_document()
    del document[field]
    with pytest.raises(NotARecordError, match=field):
        CertificateFacts.from_document(document)


@pytest.mark.parametrize("facts", ALL, ids=lambda facts: facts.number)
def test_strangers_see_no_name_in_full(facts: CertificateFacts) -> None:
    shown = repr(public_facts(facts))
    people = {facts.signer} | {m.name for m in facts.members} | {p.leader for p in facts.parties}
    assert not [name for name in people if name in shown]
    assert facts.conclusion not in shown


def test_strangers_see_what_a_forger_would_change() -> None:
    facts = certificates.crowded()
    shown = public_facts(facts)
    same = {f.name for f in fields(PublicFacts)} & {f.name for f in fields(CertificateFacts)}
    for name in same - {"parties", "members", "signer"}:
        assert getattr(shown, name) == getattr(facts, name)
    assert shown.has_conditions
    assert shown.accepted_on == date(2026, 11, 12)
    assert [p.organisation for p in shown.parties] == [p.organisation for p in facts.parties]
    assert shown.members[0] == "王*岷"
    assert not public_facts(certificates.building()).has_conditions
