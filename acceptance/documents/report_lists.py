"""The projects behind each figure of a report, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.documents import report_wording as words
from acceptance.documents.figures import DASH, amount, short_date
from acceptance.documents.sheet import Cell, Row, Table, heads
from acceptance.domain.reports import ReportedFigure, ReportedLine, ReportedList, ReportFacts

LIST = (16, 24, 11, 15, 18)


@dataclass(frozen=True, slots=True)
class Listed:
    """The projects behind a figure: a table for each part that has any, and what is said of all."""

    title: str
    counted: str
    tables: tuple[Table, ...]


def lists(facts: ReportFacts) -> tuple[Listed, ...]:
    """The projects behind each figure, part by part."""
    return tuple(
        Listed(
            words.indicator(figure.code),
            "，".join(
                f"{words.part(figure.code, one.part)} {amount(one.count)}" for one in figure.lists
            ),
            tuple(_list(figure, one) for one in figure.lists if one.lines),
        )
        for figure in facts.figures
    )


def _list(figure: ReportedFigure, listed: ReportedList) -> Table:
    left = listed.count - len(listed.lines)
    name = f"{words.short(figure.code)}：{words.part(figure.code, listed.part)}（{amount(listed.count)}）"
    return Table(
        LIST,
        tuple(_line(line) for line in listed.lines),
        heads("项目编号", "项目名称", "区域", "验收", "结论"),
        title=name,
        note=f"另有 {amount(left)} 行，列在同一报告的电子表（XLSX）中。" if left else "",
    )


def _line(line: ReportedLine) -> Row:
    decided = short_date(line.decided_on) or DASH
    return (
        Cell(line.code),
        Cell(line.name),
        Cell(line.area),
        Cell(f"{words.attempt(line)}{words.result(line)}\n{decided}"),
        Cell(f"{line.said or DASH}\n现在：{words.stage(line)}"),
    )
