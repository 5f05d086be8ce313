"""Each rate of a report with its gauge, its failure budget and its course."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from acceptance.documents import report_plot as plot
from acceptance.documents import report_wording as words
from acceptance.documents.report_courses import course_table, pieces
from acceptance.documents.sheet import PAIRS, Row, Table, pair, wide
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
    beside = [
        f"计划 {figure.planned} 项",
        f"尚未结论 {figure.under_way} 项",
        f"作废 {figure.voids} 次",
    ]
    if figure.not_graded:
        beside.append(f"未评级 {figure.not_graded} 项")
    rows = [
        pair(("比率", shown), ("目标", target)),
        wide("不合格预算", words.budget(figure)),
        pair(("展望", words.still(figure, is_over=is_over)), ("另列", "，".join(beside))),
    ]
    if figure.goal and (figure.goal.responsible or figure.goal.source):
        rows.append(
            wide(
                "责任和依据", "；".join(filter(None, (figure.goal.responsible, figure.goal.source)))
            )
        )
    return tuple(rows)


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
