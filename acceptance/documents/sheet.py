"""What a paper is made of before it is set: tables on a grid of 84 half ems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from acceptance.documents.figures import half_ems

WIDTH = 84


class Kind(StrEnum):
    """How a cell is set."""

    LABEL = "label"  # tinted, centred
    HEAD = "head"  # tinted, centred, repeated on every page
    TEXT = "text"
    CENTRE = "centre"
    NUMBER = "number"  # to the right
    SIGN = "sign"  # room to sign in: lines as far apart as a hand needs
    NAMES = "names"  # a list separated by 、 whose items stay whole


@dataclass(frozen=True, slots=True)
class Cell:
    """A text over `span` columns."""

    text: str
    kind: Kind = Kind.TEXT
    span: int = 1


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows on columns of whole half ems; `key` names the rows when their pages are looked up."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    head: Row = ()
    title: str = ""
    note: str = ""
    key: str = ""
    first_row: int = 0

    def __post_init__(self) -> None:
        if sum(self.widths) != WIDTH:
            raise ValueError(f"columns {self.widths} do not fill {WIDTH} half ems")
        for row in (*self.rows, *((self.head,) if self.head else ())):
            if sum(cell.span for cell in row) != len(self.widths):
                raise ValueError(f"row {row} does not fill {len(self.widths)} columns")


PAIRS = (14, 28, 14, 28)
_ROOM = 26  # what a value of half the width holds in one line


def pairs(lines: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """Labels with their values, two to a row where both values are short."""
    waiting: tuple[str, str] | None = None
    for line in lines:
        if half_ems(line[1]) > _ROOM:
            if waiting:
                yield wide(*waiting)
            waiting = None
            yield wide(*line)
        elif waiting:
            yield pair(waiting, line)
            waiting = None
        else:
            waiting = line
    if waiting:
        yield wide(*waiting)


def pair(left: tuple[str, str], right: tuple[str, str]) -> Row:
    """Two labels with their values."""
    return (Cell(left[0], Kind.LABEL), Cell(left[1]), Cell(right[0], Kind.LABEL), Cell(right[1]))


def wide(label: str, value: str, kind: Kind = Kind.TEXT) -> Row:
    """One label and a value over the whole width."""
    return (Cell(label, Kind.LABEL), Cell(value, kind, span=3))


def heads(*texts: str) -> Row:
    """The head row of a table."""
    return tuple(Cell(text, Kind.HEAD) for text in texts)


def pieces(table: Table, starts: Iterable[int]) -> tuple[Table, ...]:
    """The table cut before each row of `starts`; every piece after the first says （续表）.

    At least three rows stand in each piece where the table has as many.
    """
    cuts: list[int] = [0]
    for start in sorted(set(starts)):
        cut = min(start, len(table.rows) - 3)
        if cut - cuts[-1] >= 3:
            cuts.append(cut)
    ends = [*cuts[1:], len(table.rows)]
    return tuple(
        replace(
            table,
            rows=table.rows[cut:end],
            first_row=cut,
            title=table.title + "（续表）" if cut else table.title,
            note=table.note if end == len(table.rows) else "",
        )
        for cut, end in zip(cuts, ends, strict=True)
    )
