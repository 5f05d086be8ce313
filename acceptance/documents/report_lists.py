"""The projects behind each figure of a report, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.documents import report_wording as words
from acceptance.documents.figures import DASH, amount, short_date
from acceptance.documents.sheet import Cell, Row, Table, heads
from acceptance.documents.speech import gettext as _
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
            _("，").join(
                f"{words.part(figure.code, one.part)} {amount(one.count)}" for one in figure.lists
            ),
            tuple(_list(figure, one) for one in figure.lists if one.lines),
        )
        for figure in facts.figures
    )


def _list(figure: ReportedFigure, listed: ReportedList) -> Table:
    left = listed.count - len(listed.lines)
    name = _(
        "%(figure)s：%(part)s（%(n)s）",
        figure=words.short(figure.code),
        part=words.part(figure.code, listed.part),
        n=amount(listed.count),
    )
    return Table(
        LIST,
        tuple(_line(line) for line in listed.lines),
        heads(_("项目编号"), _("项目名称"), _("区域"), _("验收"), _("结论")),
        title=name,
        note=more(left, listed) if left else "",
    )


def _line(line: ReportedLine) -> Row:
    decided = short_date(line.decided_on) or DASH
    return (
        Cell(line.code),
        Cell(line.name),
        Cell(line.area),
        Cell(f"{words.attempt(line)} {words.result(line)}\n{decided}"),
        Cell(f"{words.said(line) or DASH}\n{_('现在')}{_('：')}{words.stage(line)}"),
    )


def more(left: int, listed: ReportedList) -> str:
    """How many lines of a list stand elsewhere, and where: the facts hold as many as a sheet shows."""
    if listed.kept == listed.count:
        return _("另有 %(n)s 行，列在同一报告的电子表（XLSX）中。", n=amount(left))
    return _(
        "另有 %(n)s 行。本报告的电子表（XLSX）列出最近的 %(kept)s 行；其余请按下一级区域制作报告查看。",
        n=amount(left), kept=amount(listed.kept),
    )  # fmt: skip
