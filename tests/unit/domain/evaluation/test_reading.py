"""Inputs are read strictly: the field that is wrong is named, and nothing is guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from acceptance.domain.evaluation.doors import parsed
from acceptance.domain.evaluation.inputs import (
    count,
    day,
    flag,
    number,
    numbers,
    row,
    rows,
    table,
    word,
)
from acceptance.domain.evaluation.reading import InputError, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    size: int = count(least=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    value: Fraction = number(above=0, high=100)
    low: Fraction = number(low=-5, default=Fraction(3))
    parts: int = count()
    good: bool = flag(default=True)
    kind: str = word("first", "second", default="first")
    on: date | None = day(default=None)
    values: tuple[Fraction, ...] | None = numbers(least=2, most=3, default=None)
    part: Part | None = row(Part, default=None)
    lots: tuple[Part | None, ...] = rows(Part, empty_rows=True, default=())
    named: dict[str, Part] | None = table(Part, "roof", "wall", default=None)


GOOD = {"value": "12.50", "parts": 3}


def test_numbers_stay_exact_and_defaults_fill_the_rest() -> None:
    found = read(Everything, {**GOOD, "values": [1, Decimal("0.1"), "-2"], "on": "2011-02-28"})
    assert found.value == Fraction(25, 2)
    assert found.values == (1, Fraction(1, 10), -2)
    assert (found.low, found.good, found.kind, found.on) == (3, True, "first", date(2011, 2, 28))


def test_whole_numbers_may_be_written_as_text_or_with_a_point() -> None:
    assert [read(Everything, {**GOOD, "parts": p}).parts for p in ("7", Decimal("7.0"), 7)] == [
        7
    ] * 3


def test_rows_may_be_absent_where_the_method_says_so() -> None:
    assert read(Everything, {**GOOD, "lots": [None, {"size": 2}]}).lots == (None, Part(size=2))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"value": None}, "input_missing", "value"),
        ({"value": 0}, "input_not_above", "value"),
        ({"value": "100.01"}, "input_above", "value"),
        ({"value": True}, "input_number_wanted", "value"),
        ({"value": "1e1"}, "input_number_wanted", "value"),
        ({"value": "1,000"}, "input_number_wanted", "value"),
        ({"value": " 1"}, "input_number_wanted", "value"),
        ({"value": ".5"}, "input_number_wanted", "value"),
        ({"value": "１２"}, "input_number_wanted", "value"),
        ({"value": "NaN"}, "input_number_wanted", "value"),
        ({"value": "Infinity"}, "input_number_wanted", "value"),
        ({"value": [1]}, "input_number_wanted", "value"),
        ({"value": Decimal("1e999999")}, "input_number_wanted", "value"),
        ({"value": Decimal("1e-999999")}, "input_number_wanted", "value"),
        ({"value": Decimal("1." + "3" * 100)}, "input_number_wanted", "value"),
        ({"value": "1." + "0" * 100}, "input_number_wanted", "value"),
        ({"value": 10**16}, "input_number_wanted", "value"),
        ({"low": "-5.001"}, "input_below", "low"),
        ({"parts": -1}, "input_below", "parts"),
        ({"parts": "2.5"}, "input_whole_wanted", "parts"),
        ({"good": "true"}, "input_flag_wanted", "good"),
        ({"good": 1}, "input_flag_wanted", "good"),
        ({"kind": "third"}, "input_word_unknown", "kind"),
        ({"kind": ["first"]}, "input_word_unknown", "kind"),
        ({"on": "2011-02-29"}, "input_day_wanted", "on"),
        ({"on": "2011-2-3"}, "input_day_wanted", "on"),
        ({"values": []}, "input_too_few", "values"),
        ({"values": [1]}, "input_too_few", "values"),
        ({"values": [1, 2, 3, 4]}, "input_too_many", "values"),
        ({"values": "12"}, "input_list_wanted", "values"),
        ({"values": [1, "x"]}, "input_number_wanted", "values.1"),
        ({"part": {}}, "input_missing", "part.size"),
        ({"part": [1]}, "input_object_wanted", "part"),
        ({"lots": [{"size": 1}, {"size": 0}]}, "input_below", "lots.1.size"),
        ({"named": {}}, "input_too_few", "named"),
        ({"named": {"door": {"size": 1}}}, "input_unknown", "named.door"),
        ({"named": {"wall": {"size": "a"}}}, "input_number_wanted", "named.wall.size"),
        ({"other": 1}, "input_unknown", "other"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(InputError) as refused:
        read(Everything, {**GOOD, **change})
    assert (refused.value.finding.code, refused.value.finding.field) == (code, field)


@pytest.mark.parametrize(
    "text", ["", "{", "{'a': 1}", "[NaN]", "[Infinity]", "[-Infinity]", "[" * 99999]
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parsed(text)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('{"value": 1, "value": 1, "parts": 3}', "value"),
        ('{"value": 1, "parts": 3, "part": {"size": 1, "size": 2}}', "part.size"),
        ('{"value": 1, "parts": 3, "lots": [{"size": 1}, {"size": 1, "size": 2}]}', "lots.1.size"),
        ('{"value": 1, "parts": 3, "named": {"roof": {"size": 1}, "roof": {}}}', "named.roof"),
    ],
)
def test_a_name_that_stands_twice_is_told(text: str, field: str) -> None:
    with pytest.raises(InputError) as refused:
        read(Everything, parsed(text))
    assert (refused.value.finding.code, refused.value.finding.field) == ("input_repeated", field)


def test_a_number_of_many_digits_is_taken_exactly() -> None:
    digits = "0." + "3" * 90
    assert read(Everything, {**GOOD, "value": digits}).value == Fraction(int("3" * 90), 10**90)


def test_json_numbers_are_exact() -> None:
    assert parsed("[0.1]") == [Decimal("0.1")]
