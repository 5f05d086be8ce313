"""What was signed and what was won: the target agreements and the prizes of a report."""

from __future__ import annotations

from acceptance.documents import report_wording as words
from acceptance.documents.figures import DASH, amount, short_date
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.documents.speech import gettext as _
from acceptance.domain.agreements import COUNT, AgreementVerdict, Assessed, unit_of
from acceptance.domain.reports import ReportedAgreement, ReportFacts

_VERDICTS = {AgreementVerdict.MET: True, AgreementVerdict.NOT_MET: False}


def agreements(facts: ReportFacts) -> Table | None:
    """Each target of each agreement in force with what has come of it; None without any."""
    rows: list[Row] = [
        (
            Cell(f"{each.holder}\n{version(each)}" if first else ""),
            Cell(words.short(line.indicator)),
            Cell(wanted(line), Kind.CENTRE),
            Cell(actual(line), Kind.CENTRE),
            Cell(verdict(line), Kind.CENTRE),
            Cell((short_date(each.assessed_on) or _("尚未考核")) if first else "", Kind.CENTRE),
        )
        for each in facts.agreements
        for first, line in zip(
            (True, *(False for _line in each.lines[1:])), each.lines, strict=True
        )
    ]
    head = heads(_("责任单位"), _("指标"), _("目标"), _("实际"), _("评定"), _("年度考核"))
    return Table((22, 18, 10, 11, 9, 14), tuple(rows), head) if rows else None


def version(each: ReportedAgreement) -> str:
    """Which version was signed, and when."""
    return _(
        "%(year)s 年第 %(version)s 版，%(day)s 签订",
        year=each.year, version=each.version, day=each.signed_on,
    )  # fmt: skip


def wanted(line: Assessed) -> str:
    """The target that was signed."""
    if unit_of(line.indicator) == COUNT:
        return _("%(n)s 项", n=line.value)
    return f"≥ {line.value} %"


def actual(line: Assessed) -> str:
    """What was reached, in whole numbers."""
    if unit_of(line.indicator) == COUNT:
        return _("%(n)s 项", n=line.passed)
    return f"{amount(line.passed)}/{amount(line.decided)}" if line.decided else _("无数据")


def verdict(line: Assessed) -> str:
    """Whether it meets the target that was signed, and no other (rule 13)."""
    return words.verdict(_VERDICTS.get(line.verdict))


def prizes(facts: ReportFacts) -> Table | None:
    """The prizes of the period; None without any."""
    rows: list[Row] = [
        (
            Cell(words.indicator(award.code)),
            Cell(prize.title),
            Cell(short_date(prize.awarded_on), Kind.CENTRE),
            Cell(prize.area),
            Cell(prize.project or DASH),
        )
        for award in facts.awards
        for prize in award.prizes
    ]
    head = heads(_("奖项"), _("获奖工程"), _("授奖日期"), _("区域"), _("项目编号"))
    return Table((12, 28, 12, 16, 16), tuple(rows), head) if rows else None
