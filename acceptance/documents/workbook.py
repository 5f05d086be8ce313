"""Sheets of a workbook (XLSX): the same sheets and moment always give the same bytes.

Whatever stands in a text stays a text. A spreadsheet takes a text that begins with one of a few
signs for a formula as soon as somebody edits its cell or saves the sheet as CSV, so that such a
text gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from xlsxwriter import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_TEXT = 32_767  # characters in a cell
LONGEST_TITLE = 31  # characters in the name of a sheet
MOST_ROWS = 1_048_576 - 1  # below the head
_BLANK = " \u00a0\u3000\ufeff"
_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_FILES = re.compile(r"[^\w.()（）〔〕·-]+")

Value = str | int | Decimal | date | None


class TooManyRowsError(ValueError):
    """A sheet cannot hold so many rows; none is left out quietly."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its head; `widths` are in characters, one for each column."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    widths: tuple[int, ...]


def neutral(text: str) -> str:
    """`text` that no spreadsheet takes for a formula, cut to what a cell can hold."""
    safe = f"'{text}" if text.lstrip(_BLANK).startswith(_SIGNS) else text
    return safe if len(safe) <= LONGEST_TEXT else safe[: LONGEST_TEXT - 1] + "…"


def sheet_titles(wanted: Iterable[str]) -> tuple[str, ...]:
    """Names that a workbook may give its sheets: each once, none with a sign of a formula."""
    titles: list[str] = []
    for text in wanted:
        clean = _NOT_IN_TITLES.sub("·", text).strip("'" + _BLANK) or "·"
        if clean.startswith(_SIGNS):
            clean = "·" + clean
        title, number = clean[:LONGEST_TITLE], 1
        while title.casefold() in {each.casefold() for each in titles}:
            number += 1
            title = f"{clean[: LONGEST_TITLE - 6]} ({number})"
        titles.append(title)
    return tuple(titles)


def file_name(*parts: str, ending: str) -> str:
    """A file name of these parts that no shell and no spreadsheet takes for more than a name."""
    name = _NOT_IN_FILES.sub("_", "-".join(parts)).strip("-._ ")
    return f"{name[:100] or 'report'}.{ending}"


def workbook(sheets: Sequence[Sheet], made_at: datetime) -> bytes:
    """The XLSX of these sheets; `made_at` is the only moment inside the file."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(buffer, options) as book:
        book.set_properties(
            {"created": made_at.astimezone(UTC).replace(microsecond=0, tzinfo=None)}
        )
        formats = {
            "head": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
            ),
            "text": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
            "number": book.add_format({"valign": "top"}),
        }
        titles = sheet_titles(sheet.title for sheet in sheets)
        for title, sheet in zip(titles, sheets, strict=True):
            _write(book.add_worksheet(title), sheet, formats)
    return buffer.getvalue()


def _write(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    if len(sheet.rows) > MOST_ROWS:
        raise TooManyRowsError(sheet.title)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for column, text in enumerate(sheet.head):
        page.write_string(0, column, neutral(text), formats["head"])
    page.freeze_panes(1, 0)
    for number, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            _cell(page, number, column, value, formats)


def _cell(page: Any, row: int, column: int, value: Value, formats: dict[str, Any]) -> None:
    if isinstance(value, date):
        page.write_datetime(row, column, value, formats["day"])
    elif isinstance(value, int | Decimal):
        page.write_number(row, column, value, formats["number"])
    elif value:
        page.write_string(row, column, neutral(value), formats["text"])
