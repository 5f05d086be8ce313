"""Rows of a calculator form that come and go without a script."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wtforms import Field, FieldList, FormField

from acceptance.web.calculators.forms import MOST_ROWS, CalculationForm


def add_row(form: CalculationForm, name: str) -> None:
    """One empty row more at the end of the list of this name; an unknown name changes nothing."""
    for rows in row_lists(form):
        if rows.name == name and len(rows) < MOST_ROWS:
            rows.append_entry()


def remove_row(form: CalculationForm, name: str) -> None:
    """Take away the row of this name, whatever was typed into it."""
    for rows in row_lists(form):
        rows.entries = [entry for entry in rows.entries if entry.name != name]


def row_lists(fields: Iterable[Field]) -> list[FieldList[Any]]:
    """Every list of rows, those inside of rows too."""
    found: list[FieldList[Any]] = []
    for field in fields:
        if isinstance(field, FieldList):
            found.append(field)
            found.extend(row_lists(field.entries))
        elif isinstance(field, FormField):
            found.extend(row_lists(field.form))
    return found
