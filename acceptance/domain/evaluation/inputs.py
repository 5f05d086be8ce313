"""How a method declares what it takes: a frozen dataclass whose fields say their shape.

The declaration is read by the strict reader (`reading`), by the form of the calculator page and by
the description of the interface, so that a field is written once.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from fractions import Fraction
from typing import Any, cast

from acceptance.domain.arithmetic import exact

KEY = "shape"
MOST = 10_000
"""The longest list that is taken."""


class Kind(StrEnum):
    """The shape of one input."""

    NUMBER = "number"  # an exact decimal
    COUNT = "count"  # a whole number, not negative
    FLAG = "flag"
    WORD = "word"  # one of a closed list
    DAY = "day"  # an ISO date
    NUMBERS = "numbers"  # a list of exact decimals
    ROW = "row"  # one object with fields of its own
    ROWS = "rows"  # a list of such objects
    TABLE = "table"  # objects of the same kind by a name


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field accepts. `low` and `high` bound a number and include equality, `above` does not;
    `least` and `most` bound the length of a list; `row` is the dataclass of one row; `empty_rows`
    allows an absent row (null) in a list; `unit` is shown beside the field. `name` is what the
    field is called in JSON where Python keeps that word for itself."""

    kind: Kind
    low: Fraction | None = None
    above: Fraction | None = None
    high: Fraction | None = None
    least: int = 1
    most: int = MOST
    words: tuple[str, ...] = ()
    row: type[Any] | None = None
    empty_rows: bool = False
    unit: str = ""
    name: str = ""


def shape_of(entry: Field[Any]) -> Shape:
    """The shape that a field of an input declares."""
    return cast("Shape", entry.metadata[KEY])


def name_of(entry: Field[Any]) -> str:
    """What the field is called in JSON."""
    return shape_of(entry).name or entry.name


def is_required(entry: Field[Any]) -> bool:
    """Whether the field must be given."""
    return entry.default is MISSING


def inputs_of(given: type[Any]) -> tuple[Field[Any], ...]:
    """The fields of an input in the order in which they are asked for."""
    return fields(given)


def _declared(shape: Shape, default: Any) -> Any:
    return field(default=default, metadata={KEY: shape})


def number(
    *,
    low: str | int | None = None,
    above: str | int | None = None,
    high: str | int | None = None,
    unit: str = "",
    default: Any = MISSING,
) -> Any:
    """A number; measured values are exact fractions of their decimal text."""
    bounds = [None if bound is None else exact(bound) for bound in (low, above, high)]
    shape = Shape(Kind.NUMBER, low=bounds[0], above=bounds[1], high=bounds[2], unit=unit)
    return _declared(shape, default)


def percent(*, default: Any = MISSING) -> Any:
    """A percentage from 0 to 100."""
    return number(low=0, high=100, unit="%", default=default)


def score(*, default: Any = MISSING) -> Any:
    """A mark from 0 to 100."""
    return number(low=0, high=100, default=default)


def count(
    *,
    least: int = 0,
    most: int | None = None,
    unit: str = "",
    words: tuple[str, ...] = (),
    default: Any = MISSING,
) -> Any:
    """A whole number, not negative, or one of some words in its place."""
    high = None if most is None else Fraction(most)
    shape = Shape(Kind.COUNT, low=Fraction(least), high=high, unit=unit, words=words)
    return _declared(shape, default)


def flag(*, default: Any = MISSING) -> Any:
    """Yes or no."""
    return _declared(Shape(Kind.FLAG), default)


def word(*words: str, default: Any = MISSING) -> Any:
    """One of these words."""
    return _declared(Shape(Kind.WORD, words=words), default)


def day(*, name: str = "", default: Any = MISSING) -> Any:
    """A date as year-month-day."""
    return _declared(Shape(Kind.DAY, name=name), default)


def numbers(
    *,
    least: int = 1,
    most: int = MOST,
    low: str | int | None = None,
    above: str | int | None = None,
    high: str | int | None = None,
    unit: str = "",
    default: Any = MISSING,
) -> Any:
    """A list of numbers, at least one unless more are asked for."""
    bounds = [None if bound is None else exact(bound) for bound in (low, above, high)]
    shape = Shape(
        Kind.NUMBERS, low=bounds[0], above=bounds[1], high=bounds[2],
        least=least, most=most, unit=unit,
    )  # fmt: skip
    return _declared(shape, default)


def row(of: type[Any], *, default: Any = MISSING) -> Any:
    """One object with fields of its own."""
    return _declared(Shape(Kind.ROW, row=of), default)


def rows(
    of: type[Any],
    *,
    least: int = 1,
    most: int = MOST,
    empty_rows: bool = False,
    default: Any = MISSING,
) -> Any:
    """A list of objects with fields of their own."""
    shape = Shape(Kind.ROWS, row=of, least=least, most=most, empty_rows=empty_rows)
    return _declared(shape, default)


def table(of: type[Any], *names: str, least: int = 1, default: Any = MISSING) -> Any:
    """Objects of one kind by name; the names are a closed list."""
    return _declared(Shape(Kind.TABLE, row=of, words=names, least=least), default)
