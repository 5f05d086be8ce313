"""Chainages: one place is written one way, and nothing else passes for one."""

from decimal import Decimal

import pytest

from acceptance.domain.chainage import NotAChainageError, chainage, chainage_text
from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers
from tests.builders.checklist_templates import item_document, make_template


@pytest.mark.parametrize(
    ("typed", "metres", "written"),
    [
        ("K0+000", "0", "K0+000"),
        ("k1+250.50", "1250.5", "K1+250.5"),
        ("Ｋ１２＋０２０", "12020", "K12+020"),
        ("K0 + 5", "5", "K0+005"),
        ("K3+999.999", "3999.999", "K3+999.999"),
    ],
)
def test_a_chainage_is_read_and_written(typed: str, metres: str, written: str) -> None:
    assert chainage(typed) == Decimal(metres)
    assert chainage_text(chainage(typed)) == written
    assert chainage(written) == Decimal(metres)


@pytest.mark.parametrize("typed", ["", "K0", "0+100", "K0+1000", "K-1+000", "K0+1e2", "K0+10m"])
def test_what_is_no_chainage_is_refused(typed: str) -> None:
    with pytest.raises(NotAChainageError):
        chainage(typed)


def test_an_item_that_asks_for_chainages_takes_no_other_place() -> None:
    template = make_template(item_document(places="chainage"))
    points = [{"place": "ｋ０＋１００", "value": "3"}]
    read = parse_answers(template, {"wall-01": {"values": points}})
    assert isinstance(read, Answers)
    assert read.of("wall-01").values[0].place == "K0+100"
    points[0]["place"] = "桥头"
    problems = parse_answers(template, {"wall-01": {"values": points}})
    assert isinstance(problems, list)
    assert [(f.code, f.field) for f in problems] == [
        ("answer_not_a_chainage", "wall-01.values.0.place")
    ]


def test_other_items_take_any_place_and_write_a_chainage_by_its_notation() -> None:
    points = [{"place": "k0+1", "value": "3"}, {"place": "桥头", "value": "3"}]
    read = parse_answers(make_template(), {"wall-01": {"values": points}})
    assert isinstance(read, Answers)
    assert [value.place for value in read.of("wall-01").values] == ["K0+001", "桥头"]
