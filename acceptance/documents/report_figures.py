"""Each rate of a report with its gauge, its failure budget and its course."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from acceptance.documents import report_outlook as outlook
from acceptance.documents import report_plot as plot
from acceptance.documents import report_wording as words
from acceptance.documents.report_courses import course_table, pieces
from acceptance.documents.sheet import PAIRS, Row, Table, pair, wide
from acceptance.documents.speech import gettext as _
from acceptance.domain.reports import ReportedFigure, ReportFacts


@dataclass(frozen=True, slots=True)
class Drawn:
    """A rate on the page of figures or of trends: its drawing and the table below it."""

    title: str
    drawing: Markup
    table: Table


def figures(facts: ReportFacts) -> tuple[Drawn, ...]:
    """Each rate with its gauge, its failure budget and what is counted beside it."""
    return tuple(
        Drawn(
            words.indicator(figure.code),
            plot.gauge(figure.rate, figure.goal, missed=figure.met is False),
            Table(PAIRS, _figure(figure, is_over=facts.is_over)),
        )
        for figure in facts.figures
    )


def _figure(figure: ReportedFigure, *, is_over: bool) -> tuple[Row, ...]:
    shown = f"{words.percent(figure.rate)}　{words.fraction(figure.rate)}"
    target = f"{words.goal(figure.goal)}，{words.verdict(figure.met)}"
    rows = [
        pair((_("比率"), shown), (_("目标"), target)),
        wide(_("不合格预算"), words.budget(figure)),
        pair(
            (_("展望"), words.still(figure, is_over=is_over)), (_("另列"), outlook.beside(figure))
        ),
    ]
    more = [
        (_("可能性"), "" if is_over or not figure.goal else outlook.expected(figure)),
        (_("未合格的"), outlook.reasons(figure) if figure.reasons else ""),
        (_("旁列参考"), outlook.weights(figure) if figure.weights else ""),
        (_("责任和依据"), _basis(figure)),
    ]
    return (*rows, *(wide(label, text) for label, text in more if text))


def _basis(figure: ReportedFigure) -> str:
    goal = figure.goal
    return _("；").join(filter(None, (goal.responsible, goal.source))) if goal else ""


def trends(facts: ReportFacts) -> tuple[Drawn, ...]:
    """The course of each rate that has any data; a long one in pieces."""
    return tuple(
        Drawn(
            words.indicator(figure.code),
            plot.course(points, figure.goal),
            course_table(points),
        )
        for figure in facts.figures
        if any(point.rate.decided for point in figure.points)
        for points in pieces(figure.points)
    )
