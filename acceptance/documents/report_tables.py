"""The tables of a report, on the grid of 84 half ems."""

from __future__ import annotations

from acceptance.documents import report_wording as words
from acceptance.documents.figures import amount, half_ems, in_fours, long_date
from acceptance.documents.sheet import PAIRS, Cell, Kind, Row, Table, heads, pair, wide
from acceptance.domain.reports import (
    ReportFacts,
)
from acceptance.i18n.indicators import INDICATOR_WORDS


def cover(facts: ReportFacts, digest: str) -> Table:
    """What was counted, and by which the report can be checked and made again."""
    span = f"{long_date(facts.first)}至{long_date(facts.last)}"
    rule = "计入合格" if facts.conditional_counts else "不计入合格"
    return Table(
        PAIRS,
        (
            wide("统计期间", f"{words.period_name(facts.period)}（{span}，按决定日期）"),
            wide("统计区域", facts.area),
            wide("计数范围", words.narrowed(facts)),
            pair(("整改后合格", rule), ("另列作废", f"{amount(facts.voids)} 次")),
            pair(("数据截至", long_date(facts.today)), ("台账位置", f"第 {amount(facts.ledger_position)} 条")),
            wide("链首摘要", in_fours(facts.ledger_head)),
            wide("事实摘要", in_fours(digest)),
        ),
    )  # fmt: skip


def overview(facts: ReportFacts) -> Table:
    """Every rate and award in one row each."""
    rows: list[Row] = [
        (
            Cell(words.indicator(figure.code)),
            Cell(words.fraction(figure.rate), Kind.CENTRE),
            Cell(words.percent(figure.rate), Kind.CENTRE),
            Cell(words.goal(figure.goal), Kind.CENTRE),
            Cell(words.verdict(figure.met), Kind.CENTRE),
        )
        for figure in facts.figures
    ]
    rows += [
        (
            Cell(words.indicator(award.code)),
            Cell(f"{award.count} 项", Kind.CENTRE),
            Cell(f"累计 {award.collected} 项", Kind.CENTRE),
            Cell(f"{award.goal.value} 项" if award.goal else "没有目标", Kind.CENTRE),
            Cell(words.verdict(award.met), Kind.CENTRE),
        )
        for award in facts.awards
    ]
    return Table(
        (32, 13, 13, 15, 11), tuple(rows), heads("指标", "分子/分母", "比率", "目标", "评定")
    )


def definitions(facts: ReportFacts) -> Table:
    """What each rate counts."""
    rows: tuple[Row, ...] = tuple(
        (
            Cell(words.indicator(code)),
            Cell(INDICATOR_WORDS[code].numerator),
            Cell(INDICATOR_WORDS[code].population),
        )
        for code in (*(f.code for f in facts.figures), *(a.code for a in facts.awards))
    )
    return Table((26, 28, 30), rows, heads("指标", "分子", "分母"))


def cover_points(text: str, most: int) -> int:
    """How tall a title may be, in points, to stay on one line of 441 points; 14 at least."""
    return max(14, min(most, 2 * 441 // max(1, half_ems(text))))
