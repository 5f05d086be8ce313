"""The tables of a report, on the grid of 84 half ems."""

from __future__ import annotations

from acceptance.documents import report_wording as words
from acceptance.documents.figures import amount, half_ems, in_fours
from acceptance.documents.sheet import PAIRS, Cell, Kind, Row, Table, heads, pair, wide
from acceptance.documents.speech import day
from acceptance.documents.speech import gettext as _
from acceptance.domain.reports import ReportFacts
from acceptance.i18n.indicators import INDICATOR_WORDS


def cover(facts: ReportFacts, digest: str) -> Table:
    """What was counted, and by which the report can be checked and made again."""
    rule = _("计入合格") if facts.conditional_counts else _("不计入合格")
    span = _(
        "%(period)s（%(first)s至%(last)s，按决定日期）",
        period=words.period_name(facts.period), first=day(facts.first), last=day(facts.last),
    )  # fmt: skip
    return Table(
        PAIRS,
        (
            wide(_("统计期间"), span),
            wide(_("统计区域"), facts.area),
            wide(_("计数范围"), words.narrowed(facts)),
            pair((_("整改后合格"), rule), (_("另列作废"), _("%(n)s 次", n=amount(facts.voids)))),
            pair((_("数据截至"), day(facts.today)), (_("台账位置"), _("第 %(n)s 条", n=amount(facts.ledger_position)))),
            wide(_("链首摘要"), in_fours(facts.ledger_head)),
            wide(_("事实摘要"), in_fours(digest)),
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
            Cell(_("%(n)s 项", n=award.count), Kind.CENTRE),
            Cell(_("累计 %(n)s 项", n=award.collected), Kind.CENTRE),
            Cell(_("%(n)s 项", n=award.goal.value) if award.goal else _("没有目标"), Kind.CENTRE),
            Cell(words.verdict(award.met), Kind.CENTRE),
        )
        for award in facts.awards
    ]
    return Table(
        (32, 13, 13, 15, 11),
        tuple(rows),
        heads(_("指标"), _("分子/分母"), _("比率"), _("目标"), _("评定")),
    )


def definitions(facts: ReportFacts) -> Table:
    """What each rate counts."""
    rows: tuple[Row, ...] = tuple(
        (
            Cell(words.indicator(code)),
            Cell(_(INDICATOR_WORDS[code].numerator)),
            Cell(_(INDICATOR_WORDS[code].population)),
        )
        for code in (*(f.code for f in facts.figures), *(a.code for a in facts.awards))
    )
    return Table((26, 28, 30), rows, heads(_("指标"), _("分子"), _("分母")))


def cover_points(text: str, most: int) -> int:
    """How tall a title may be, in points, to stay on one line of 441 points; 14 at least."""
    return max(14, min(most, 2 * 441 // max(1, half_ems(text))))
