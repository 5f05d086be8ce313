"""The test reports behind the groups of a strength lot, below the values that they gave."""

from __future__ import annotations

from collections.abc import Iterator

from acceptance.documents.figures import DASH
from acceptance.documents.sheet import Cell, Kind, Row
from acceptance.domain.record_facts import RecordItem, RecordReport

# How many of the ten columns of points each takes.
_HEADS = (
    ("报告编号", 2),
    ("检测机构", 2),
    ("成型日期\n试验日期", 2),
    ("龄期 d", 1),
    ("试件", 2),
    ("代表值", 1),
)


def report_rows(item: RecordItem) -> Iterator[Row]:
    """One row a report; a day that nobody has recorded is a dash, and so is the value of a void
    group."""
    if not item.reports:
        return
    yield (Cell("组", Kind.LABEL), *(Cell(title, Kind.HEAD, span) for title, span in _HEADS))
    for report in item.reports:
        told = zip(_told(report), _HEADS, strict=True)
        cells = (Cell(text or DASH, Kind.CENTRE, span) for text, (_title, span) in told)
        yield (Cell(str(report.number), Kind.CENTRE), *cells)


def _told(report: RecordReport) -> tuple[str, ...]:
    days = f"{report.cast or DASH}\n{report.tested or DASH}"
    specimens = "、".join(report.specimens)
    return (report.report, report.laboratory, days, report.age, specimens, report.value)
