"""The sheets of a report: the same facts as its paper, every line of every list."""

from __future__ import annotations

from acceptance.documents import report_wording as words
from acceptance.documents.report_tables import cover
from acceptance.documents.workbook import Sheet, Value
from acceptance.domain.reports import ReportedFigure, ReportFacts
from acceptance.i18n.indicators import INDICATOR_WORDS


def report_sheets(facts: ReportFacts, digest: str) -> tuple[Sheet, ...]:
    """Cover, figures, awards, trend, areas, a list for each figure, definitions and rules."""
    return (
        _cover(facts, digest),
        _figures(facts),
        _awards(facts),
        _trend(facts),
        _areas(facts),
        *(_list(figure) for figure in facts.figures),
        _definitions(facts),
        Sheet("计数规则", ("序号", "规则"), list(enumerate(words.RULES, 1)), (8, 100)),
    )


def _cover(facts: ReportFacts, digest: str) -> Sheet:
    rows: list[tuple[Value, ...]] = [("发布单位", facts.issuer)]
    for row in cover(facts, digest).rows:
        texts = [cell.text for cell in row]
        rows += list(zip(texts[::2], texts[1::2], strict=True))
    return Sheet("封面", (words.TITLE, words.period_name(facts.period)), rows, (16, 80))


def _figures(facts: ReportFacts) -> Sheet:
    head = (
        "指标", "分子", "分母", "比率", "目标", "评定", "不合格预算", "展望", "计划", "尚未结论", "作废",
        "未评级", "责任单位", "依据",
    )  # fmt: skip
    rows = [
        (
            words.indicator(each.code), each.rate.passed, each.rate.decided,
            words.percent(each.rate), words.goal(each.goal), words.verdict(each.met),
            words.budget(each), words.still(each, is_over=facts.is_over), each.planned,
            each.under_way, each.voids, each.not_graded,
            each.goal.responsible if each.goal else "", each.goal.source if each.goal else "",
        )
        for each in facts.figures
    ]  # fmt: skip
    return Sheet("指标", head, rows, (36, 8, 8, 10, 18, 10, 36, 36, 8, 10, 8, 8, 24, 36))


def _awards(facts: ReportFacts) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (
            words.indicator(each.code), each.count, each.collected,
            int(each.goal.value) if each.goal else None,
            each.goal.year if each.goal else None, words.verdict(each.met),
        )
        for each in facts.awards
    ]  # fmt: skip
    return Sheet(
        "奖项", ("奖项", "期内", "累计", "目标", "到年度", "评定"), rows, (16, 8, 8, 8, 10, 10)
    )


def _trend(facts: ReportFacts) -> Sheet:
    rows = [
        (
            words.indicator(figure.code), point.name, point.rate.passed, point.rate.decided,
            words.percent(point.rate), words.verdict(point.met),
        )
        for figure in facts.figures
        for point in figure.points
    ]  # fmt: skip
    return Sheet(
        "走势", ("指标", "时段", "分子", "分母", "比率", "评定"), rows, (36, 12, 8, 8, 10, 10)
    )


def _areas(facts: ReportFacts) -> Sheet:
    """Numerator and denominator in cells of their own, so that they can be added up."""
    codes = [figure.code for figure in facts.figures]
    titles = (f"{words.short(code)} {part}" for code in codes for part in ("分子", "分母", "评定"))
    rows: list[tuple[Value, ...]] = []
    for area in facts.areas:
        cells = {cell.code: cell for cell in area.cells}
        counts = (
            value
            for cell in (cells[code] for code in codes)
            for value in (cell.rate.passed, cell.rate.decided, words.verdict(cell.met))
        )
        name = f"{area.name}本级" if area.is_itself else area.name
        rows.append((name, *counts, area.failures))
    head = ("区域", *titles, "一次未合格")
    return Sheet("分区", head, rows, (24, *(10 for _ in head[1:])))


def _list(figure: ReportedFigure) -> Sheet:
    head = (
        "部分", "项目编号", "项目名称", "区域", "验收次数", "结果", "决定日期", "结论", "现在",
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (
            words.part(figure.code, part.part), line.code, line.name, line.area, line.number,
            words.result(line), line.decided_on, line.said, words.stage(line),
        )
        for part in figure.lists
        for line in part.lines
    ]  # fmt: skip
    title = f"名单 {words.short(figure.code)}"
    return Sheet(title, head, rows, (12, 24, 40, 18, 8, 14, 12, 50, 16))


def _definitions(facts: ReportFacts) -> Sheet:
    codes = [*(f.code for f in facts.figures), *(a.code for a in facts.awards)]
    rows = [
        (words.indicator(code), INDICATOR_WORDS[code].numerator, INDICATOR_WORDS[code].population)
        for code in codes
    ]
    return Sheet("定义", ("指标", "分子", "分母"), rows, (36, 50, 50))
