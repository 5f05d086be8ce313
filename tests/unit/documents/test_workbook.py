"""A workbook says texts as texts, whatever they begin with, and comes out the same each time."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from acceptance.documents.workbook import (
    LONGEST_TEXT,
    Sheet,
    Value,
    file_name,
    neutral,
    sheet_titles,
    workbook,
)

MOMENT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
FORMULAS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u3000=1", "\uff1d1",
)  # fmt: skip


def made(*rows: tuple[Value, ...], title: str = "名单", head: str = "项目") -> bytes:
    return workbook([Sheet(title, (head,), rows, (20,))], MOMENT)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    book = load_workbook(io.BytesIO(made((text,), title=text, head=text)))
    page = book.worksheets[0]
    for cell in (page["A1"], page["A2"]):
        assert cell.data_type == "s"
        assert str(cell.value).startswith("'")
    assert not page.title.lstrip().startswith(("=", "+", "-", "@", "\uff1d", "\t", "\r", "\n"))


@pytest.mark.parametrize("text", ["陇西县", "1-1", "K0+000", "https://example.org", "'quoted"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    page = load_workbook(io.BytesIO(made((text,)))).worksheets[0]
    assert (page["A2"].value, page["A2"].hyperlink) == (text, None)


def test_numbers_and_days_can_be_counted_with() -> None:
    page = load_workbook(io.BytesIO(made((-3,), (Decimal("1.25"),), (date(2026, 3, 1),), (None,))))
    values = [row[0].value for row in page.worksheets[0].iter_rows(min_row=2)]
    assert values[:2] == [-3, 1.25]
    assert values[2] == datetime(2026, 3, 1)  # noqa: DTZ001 - a spreadsheet knows no zones
    assert values[3:] in ([], [None])


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert made(("一",)) == made(("一",))
    assert made(("一",)) != made(("二",))


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    text = neutral("=" + "长" * LONGEST_TEXT)
    assert len(text) == LONGEST_TEXT
    assert text.endswith("…")


def test_sheets_have_lawful_names_each_once() -> None:
    titles = sheet_titles(["A/B", "a:b", "", "'x'", "名" * 40, "名" * 40, "=1"])
    assert len({title.casefold() for title in titles}) == len(titles)
    assert all(1 <= len(title) <= 31 for title in titles)
    assert titles[0] == "A·B"
    assert titles[-1] == "·=1"
    assert workbook([Sheet(title, (), (), ()) for title in titles], MOMENT)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("=1+1", "陇西县"), "1_1-陇西县.xlsx"),
        (("../..", "a"), "a.xlsx"),
        (('a"b\r\nc',), "a_b_c.xlsx"),
        (("=",), "report.xlsx"),
    ],
)
def test_a_file_has_a_harmless_name(parts: tuple[str, ...], name: str) -> None:
    assert file_name(*parts, ending="xlsx").replace("-_", "-").lstrip("_") == name
