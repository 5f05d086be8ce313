"""The areas of a report in the official order, in whole numbers."""

from __future__ import annotations

from acceptance.documents import report_wording as words
from acceptance.documents.sheet import WIDTH, Cell, Kind, Row, Table, heads
from acceptance.documents.speech import gettext as _
from acceptance.domain.reports import ReportedArea, ReportFacts


def areas(facts: ReportFacts) -> Table:
    """Every area below in the official order, in whole numbers; the last row is the whole."""
    codes = [figure.code for figure in facts.figures]
    widths = (16, *(10 for _code in codes), WIDTH - 16 - 10 * len(codes))
    rows: list[Row] = []
    for area in facts.areas:
        cells = {cell.code: cell for cell in area.cells}
        counts = [
            words.fraction(cells[code].rate)
            + ("" if cells[code].met is None else f" {words.verdict(cells[code].met)}")
            for code in codes
        ]
        rows.append(
            (
                Cell(area_name(area)),
                *(Cell(text, Kind.CENTRE) for text in counts),
                Cell(str(area.failures), Kind.CENTRE),
            )
        )
    totals = [words.fraction(figure.rate) for figure in facts.figures]
    lost = str(sum(area.failures for area in facts.areas))
    rows.append(
        (
            Cell(_("%(area)s合计", area=facts.area)),
            *(Cell(text, Kind.CENTRE) for text in totals),
            Cell(lost, Kind.CENTRE),
        )
    )
    head = heads(_("区域"), *(words.short(code) for code in codes), _("一次未合格"))
    return Table(widths, tuple(rows), head)


def area_name(area: ReportedArea) -> str:
    """An area by its name; the chosen one for what lies in none of its parts."""
    return _("%(area)s本级", area=area.name) if area.is_itself else area.name
