"""The numbers below a trend: as many points to a table as its width holds."""

from __future__ import annotations

from acceptance.documents import report_wording as words
from acceptance.documents.figures import DASH
from acceptance.documents.sheet import WIDTH, Cell, Kind, Row, Table
from acceptance.documents.speech import gettext as _
from acceptance.domain.reports import ReportedPoint

MOST_POINTS = 10
_LABEL = 14


def pieces(points: tuple[ReportedPoint, ...]) -> list[tuple[ReportedPoint, ...]]:
    """The points of a trend, so many to a table."""
    return [points[at : at + MOST_POINTS] for at in range(0, len(points), MOST_POINTS)]


def course_table(points: tuple[ReportedPoint, ...]) -> Table:
    """The points with their counts and their rates, one to a column."""
    room, more = divmod(WIDTH - _LABEL, len(points))
    widths = (_LABEL, *(room + (place < more) for place in range(len(points))))
    rows: tuple[Row, ...] = tuple(
        (Cell(label, Kind.LABEL), *(Cell(text, Kind.CENTRE) for text in texts))
        for label, texts in (
            (_("时段"), [point.name for point in points]),
            (_("分子/分母"), [words.fraction(point.rate) for point in points]),
            (_("比率"), [point.rate.percent_text() or DASH for point in points]),
        )
    )
    return Table(widths, rows)
