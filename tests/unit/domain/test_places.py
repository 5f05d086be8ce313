"""One notation for places, whatever language they are typed in, and back in the reader's words."""

from __future__ import annotations

import pytest

from acceptance.domain.places import place_code, read_place
from acceptance.i18n.places import said_place


@pytest.mark.parametrize(
    ("typed", "code", "chinese", "english"),
    [
        ("7 号", "#7", "7 号", "No. 7"),
        ("７号", "#7", "7 号", "No. 7"),
        ("No. 12", "#12", "12 号", "No. 12"),
        ("#7", "#7", "7 号", "No. 7"),
        ("2 行 3 列", "r2c3", "2 行 3 列", "row 2, column 3"),
        ("Row 2, column 3", "r2c3", "2 行 3 列", "row 2, column 3"),
        ("R2C3", "r2c3", "2 行 3 列", "row 2, column 3"),
        ("k1+5", "K1+005", "K1+005", "K1+005"),
        ("K0+120 左", "K0+120 left", "K0+120 左", "K0+120 left"),
        ("K0+120R", "K0+120 right", "K0+120 右", "K0+120 right"),
        ("K0+120 Middle", "K0+120 middle", "K0+120 中", "K0+120 middle"),
        ("K0+120 2车道", "K0+120 lane-2", "K0+120 2 车道", "K0+120 lane 2"),
        ("K0+120 lane 2", "K0+120 lane-2", "K0+120 2 车道", "K0+120 lane 2"),
    ],
)
def test_a_place_is_written_one_way_and_said_in_two(
    typed: str, code: str, chinese: str, english: str
) -> None:
    place = read_place(typed)
    assert place is not None
    assert place_code(place) == code
    assert (said_place(code, "zh"), said_place(code, "en")) == (chinese, english)
    # What a reader is shown is read as the same place again.
    for shown in (chinese, english):
        again = read_place(shown)
        assert again is not None
        assert place_code(again) == code


@pytest.mark.parametrize(
    "words", ["", "一层柱", "A/3", "7 号楼", "12 m × 3 m", "K0+120 旁", "0 号", "r0c1", "302 室"]
)
def test_words_of_ones_own_are_left_alone(words: str) -> None:
    assert read_place(words) is None
    assert said_place(words, "en") == words
