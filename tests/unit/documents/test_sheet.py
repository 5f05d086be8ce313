"""Rows, pairs and the breaking of annexes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.documents.sheet import Cell, Table, heads, pairs, pieces


def labels(rows: list[tuple[Cell, ...]]) -> list[list[str]]:
    return [[cell.text for cell in row if cell.kind == "label"] for row in rows]


SHORT, LONG = "短", "长" * 14


@pytest.mark.parametrize(
    ("values", "rows"),
    [
        ([SHORT, SHORT], [["0", "1"]]),
        ([SHORT, SHORT, SHORT], [["0", "1"], ["2"]]),
        ([LONG, SHORT, SHORT], [["0"], ["1", "2"]]),
        ([SHORT, LONG, SHORT], [["0"], ["1"], ["2"]]),
        (["字" * 13, "字" * 13], [["0", "1"]]),
        ([], []),
    ],
)
def test_short_lines_share_a_row(values: list[str], rows: list[list[str]]) -> None:
    lines = [(str(number), value) for number, value in enumerate(values)]
    assert labels(list(pairs(lines))) == rows


def test_a_table_fills_the_width_of_the_page() -> None:
    with pytest.raises(ValueError, match="84"):
        Table((14, 60), ())


def test_a_row_fills_its_table() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        Table((14, 70), ((Cell("a"),),))


def annex(length: int) -> Table:
    rows = tuple((Cell(str(number)), Cell("")) for number in range(length))
    return Table((14, 70), rows, heads("a", "b"), "附表", "合计", "annex0")


@given(st.integers(1, 90), st.sets(st.integers(1, 89), max_size=4))
def test_pieces_hold_every_row_once_and_never_less_than_three(
    length: int, starts: set[int]
) -> None:
    table = annex(length)
    cut = pieces(table, starts)
    assert tuple(row for piece in cut for row in piece.rows) == table.rows
    assert [piece.first_row for piece in cut] == [
        sum(len(earlier.rows) for earlier in cut[:number]) for number in range(len(cut))
    ]
    assert all(len(piece.rows) >= 3 for piece in cut) or len(cut) == 1
    assert [piece.title for piece in cut] == ["附表"] + ["附表（续表）"] * (len(cut) - 1)
    assert [piece.note for piece in cut] == [""] * (len(cut) - 1) + ["合计"]


def test_a_break_after_the_last_but_one_row_moves_up() -> None:
    assert [len(piece.rows) for piece in pieces(annex(30), [29])] == [27, 3]
