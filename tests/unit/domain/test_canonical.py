"""One text for one value, whichever of the two ways it is made."""

import json
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.canonical import _plain, canonical

TEXTS = st.text(st.sampled_from('ab1.5e:,[]{}"\\\n\x07é\u0301\u0327字\u1100\u1161％－'), max_size=8)
KEYS = TEXTS | st.integers(-20, 20) | st.booleans() | st.none()
LEAVES = TEXTS | st.integers() | st.booleans() | st.none()
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner) | st.tuples(inner, inner)
)


class Word(StrEnum):
    PASS = "pass"


def the_long_way(value: object) -> str:
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


@given(VALUES)
def test_the_short_way_says_the_same_as_the_long_one(value: Any) -> None:
    assert canonical(value) == the_long_way(value)


@given(VALUES, st.floats())
def test_a_binary_float_is_refused_wherever_it_stands(value: Any, number: float) -> None:
    for holder in (number, [number], [value, number], {"a": number}, {"a": [{"b": number}]}):
        with pytest.raises(TypeError):
            canonical(holder)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": (True, None)}, '{"a":[true,null],"b":1}'),
        ({10: "x", 2: "y"}, '{"10":"x","2":"y"}'),
        ({True: 1}, '{"True":1}'),
        ({None: 1}, '{"None":1}'),
        ({1.5: "x"}, '{"1.5":"x"}'),
        ({Word.PASS: Word.PASS}, '{"pass":"pass"}'),
        ("e\u0301", '"é"'),
        (["e", "\u0301"], '["e","\u0301"]'),
        (MappingProxyType({"a": [1]}), '{"a":[1]}'),
        ("K0:1.5", '"K0:1.5"'),
    ],
)
def test_values_and_their_texts(value: Mapping[str, Any] | str, text: str) -> None:
    assert canonical(value) == text


def test_a_decimal_has_to_be_written_out_by_who_knows_its_meaning() -> None:
    with pytest.raises(TypeError):
        canonical({"a": Decimal("1.50")})
