"""The areas of a report in the official order, in whole numbers."""

from __future__ import annotations

from acceptance.documents import report_wording as words
from acceptance.documents.sheet import WIDTH, Cell, Kind, Row, Table, heads
from acceptance.domain.reports import ReportFacts


def areas(facts: ReportFacts) -> Table:
    """Every area below in the official order, in whole numbers; the last row is the whole."""
    codes = [figure.code for figure in facts.figures]
    widths = (20, *(9 for _ in codes), WIDTH - 20 - 9 * len(codes))
    rows: list[Row] = []
    for area in facts.areas:
        cells = {cell.code: cell for cell in area.cells}
        name = f"{area.name}本级" if area.is_itself else area.name
        counts = [
            words.fraction(cells[code].rate)
            + {True: " 达标", False: " 未达标", None: ""}[cells[code].met]
            for code in codes
        ]
        rows.append(
            (
                Cell(name),
                *(Cell(text, Kind.CENTRE) for text in counts),
                Cell(str(area.failures), Kind.CENTRE),
            )
        )
    totals = [words.fraction(figure.rate) for figure in facts.figures]
    lost = str(sum(area.failures for area in facts.areas))
    rows.append(
        (
            Cell(f"{facts.area}合计"),
            *(Cell(text, Kind.CENTRE) for text in totals),
            Cell(lost, Kind.CENTRE),
        )
    )
    head = heads("区域", *(words.short(code) for code in codes), "一次未合格")
    return Table(widths, tuple(rows), head)
