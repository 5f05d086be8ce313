"""Figures as plain JSON types, for documents and records."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from acceptance.domain.arithmetic import number_text
from acceptance.domain.evaluation.result import Figure


def plain(figure: Figure) -> Any:
    """A figure in plain JSON types; measured and computed numbers become decimal text."""
    if isinstance(figure, Fraction):
        return number_text(figure)
    if isinstance(figure, tuple):
        return [plain(each) for each in figure]
    if isinstance(figure, Mapping):
        return {name: plain(each) for name, each in figure.items()}
    return figure
