"""The sheets of a report: the same facts as its paper, every line that was frozen of every list."""

from __future__ import annotations

from acceptance.documents import report_agreements as signed
from acceptance.documents import report_outlook as outlook
from acceptance.documents import report_wording as words
from acceptance.documents.figures import amount
from acceptance.documents.report_areas import area_name
from acceptance.documents.report_rules import RULES
from acceptance.documents.report_tables import cover
from acceptance.documents.speech import gettext as _
from acceptance.documents.workbook import Sheet, Value
from acceptance.domain.exact import decimal
from acceptance.domain.reports import ReportedFigure, ReportFacts
from acceptance.i18n.indicators import INDICATOR_WORDS


def report_sheets(facts: ReportFacts, digest: str) -> tuple[Sheet, ...]:
    """Cover, figures, weights, awards, agreements, trend, areas, a list for each figure,
    definitions and rules."""
    rules: list[tuple[Value, ...]] = [(n, _(rule)) for n, rule in enumerate(RULES, 1)]
    return (
        _cover(facts, digest),
        _figures(facts),
        _weights(facts),
        _awards(facts),
        _prizes(facts),
        _agreements(facts),
        _trend(facts),
        _areas(facts),
        *(_list(figure) for figure in facts.figures),
        _definitions(facts),
        Sheet(_("计数规则"), (_("序号"), _("规则")), rules, (8, 100)),
    )


def _cover(facts: ReportFacts, digest: str) -> Sheet:
    rows: list[tuple[Value, ...]] = [(_("发布单位"), facts.issuer)]
    for row in cover(facts, digest).rows:
        texts = [cell.text for cell in row]
        rows += list(zip(texts[::2], texts[1::2], strict=True))
    return Sheet(_("封面"), (_(words.TITLE), words.period_name(facts.period)), rows, (16, 80))


def _figures(facts: ReportFacts) -> Sheet:
    head = (
        _("指标"), _("分子"), _("分母"), _("比率"), _("目标"), _("评定"), _("不合格预算"), _("展望"),
        _("可能性"), _("计划"), _("尚未结论"), _("作废"), _("未评级"), _("未合格的"), _("责任单位"),
        _("依据"),
    )  # fmt: skip
    rows = [
        (
            words.indicator(each.code), each.rate.passed, each.rate.decided,
            words.percent(each.rate), words.goal(each.goal), words.verdict(each.met),
            words.budget(each), words.still(each, is_over=facts.is_over),
            "" if facts.is_over else outlook.expected(each), each.planned,
            each.under_way, each.voids, each.not_graded, outlook.reasons(each),
            each.goal.responsible if each.goal else "", each.goal.source if each.goal else "",
        )
        for each in facts.figures
    ]  # fmt: skip
    widths = (36, 8, 8, 10, 18, 10, 36, 36, 60, 8, 10, 8, 8, 30, 24, 36)
    return Sheet(_("指标"), head, rows, widths)


def _weights(facts: ReportFacts) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (
            words.indicator(figure.code), outlook.weight_name(each), decimal(each.passed),
            decimal(each.decided), each.lacking,
        )
        for figure in facts.figures
        for each in figure.weights
    ]  # fmt: skip
    head = (_("指标"), _("旁列参考"), _("分子"), _("分母"), _("没有登记"))
    return Sheet(_("旁列参考"), head, rows, (36, 24, 20, 20, 12))


def _awards(facts: ReportFacts) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (
            words.indicator(each.code), each.count, each.collected,
            int(each.goal.value) if each.goal else None,
            each.goal.year if each.goal else None, words.verdict(each.met),
        )
        for each in facts.awards
    ]  # fmt: skip
    head = (_("奖项"), _("期内"), _("累计"), _("目标"), _("到年度"), _("评定"))
    return Sheet(_("奖项"), head, rows, (16, 8, 8, 8, 10, 10))


def _prizes(facts: ReportFacts) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (words.indicator(award.code), prize.title, prize.awarded_on, prize.area, prize.project)
        for award in facts.awards
        for prize in award.prizes
    ]
    head = (_("奖项"), _("获奖工程"), _("授奖日期"), _("区域"), _("项目编号"))
    return Sheet(_("获奖名单"), head, rows, (16, 40, 12, 18, 24))


def _agreements(facts: ReportFacts) -> Sheet:
    rows: list[tuple[Value, ...]] = [
        (
            each.holder, each.year, each.version, each.signed_on, words.indicator(line.indicator),
            signed.wanted(line), line.passed, line.decided, signed.verdict(line), each.assessed_on,
        )
        for each in facts.agreements
        for line in each.lines
    ]  # fmt: skip
    head = (
        _("责任单位"), _("年度"), _("版次"), _("签订日期"), _("指标"), _("目标"), _("分子"), _("分母"),
        _("评定"), _("年度考核"),
    )  # fmt: skip
    return Sheet(_("目标责任书"), head, rows, (30, 8, 8, 12, 36, 12, 8, 8, 10, 12))


def _trend(facts: ReportFacts) -> Sheet:
    rows = [
        (
            words.indicator(figure.code), point.name, point.rate.passed, point.rate.decided,
            words.percent(point.rate), words.verdict(point.met),
        )
        for figure in facts.figures
        for point in figure.points
    ]  # fmt: skip
    head = (_("指标"), _("时段"), _("分子"), _("分母"), _("比率"), _("评定"))
    return Sheet(_("走势"), head, rows, (36, 12, 8, 8, 10, 10))


def _areas(facts: ReportFacts) -> Sheet:
    """Numerator and denominator in cells of their own, so that they can be added up."""
    codes = [figure.code for figure in facts.figures]
    parts = (_("分子"), _("分母"), _("评定"))
    titles = (f"{words.short(code)} {part}" for code in codes for part in parts)
    rows: list[tuple[Value, ...]] = []
    for area in facts.areas:
        cells = {cell.code: cell for cell in area.cells}
        counts = (
            value
            for cell in (cells[code] for code in codes)
            for value in (cell.rate.passed, cell.rate.decided, words.verdict(cell.met))
        )
        rows.append((area_name(area), *counts, area.failures))
    head = (_("区域"), *titles, _("一次未合格"))
    return Sheet(_("分区"), head, rows, (24, *(10 for _name in head[1:])))


def _list(figure: ReportedFigure) -> Sheet:
    head = (
        _("部分"), _("项目编号"), _("项目名称"), _("区域"), _("验收次数"), _("结果"), _("决定日期"),
        _("结论"), _("现在"),
    )  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for part in figure.lists:
        name = words.part(figure.code, part.part)
        rows += [
            (
                name, line.code, line.name, line.area, line.number, words.result(line),
                line.decided_on, words.said(line), words.stage(line),
            )
            for line in part.lines
        ]  # fmt: skip
        if left := part.count - part.kept:
            said = _("另有 %(n)s 行，请按下一级区域制作报告查看。", n=amount(left))
            rows.append((name, "", said, "", None, "", None, "", ""))
    title = _("名单 %(figure)s", figure=words.short(figure.code))
    return Sheet(title, head, rows, (12, 24, 40, 18, 8, 14, 12, 50, 16))


def _definitions(facts: ReportFacts) -> Sheet:
    codes = [*(f.code for f in facts.figures), *(a.code for a in facts.awards)]
    rows = [
        (
            words.indicator(code),
            _(INDICATOR_WORDS[code].numerator),
            _(INDICATOR_WORDS[code].population),
        )
        for code in codes
    ]
    return Sheet(_("定义"), (_("指标"), _("分子"), _("分母")), rows, (36, 50, 50))
