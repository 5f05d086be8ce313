"""The words of a report of the rates, in the language that the paper speaks."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount
from acceptance.documents.speech import gettext as _
from acceptance.documents.speech import language
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.rates import Rate
from acceptance.domain.reports import ReportedFigure, ReportedGoal, ReportedLine, ReportFacts
from acceptance.i18n import title
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.i18n.marker import N_
from acceptance.i18n.system_reasons import said_reason
from acceptance.workflow.stages import Stage

# Lines of one list on the paper; a longer list says how many more there are and where.
MOST_LINES = 200
TITLE = N_("工程质量指标报告")
_FIRST = (IndicatorCode.FIRST_TIME_LARGE_MEDIUM, IndicatorCode.FIRST_TIME_OTHER)
_PARTS = {
    "not_passed": N_("未合格"),
    "passed": N_("合格"),
    "under_way": N_("尚未结论"),
    "voided": N_("作废"),
    "not_graded": N_("未评级"),
}
_FIRST_PARTS = {"not_passed": N_("未一次合格"), "passed": N_("一次合格")}
_NAMED = {
    _FIRST[0]: _FIRST_PARTS,
    _FIRST[1]: _FIRST_PARTS,
    IndicatorCode.EXCELLENCE_LARGE: {"not_passed": N_("不是优良"), "passed": N_("优良")},
    IndicatorCode.STANDARDS_MET: {"not_passed": N_("未达标"), "passed": N_("已达标")},
}


def indicator(code: IndicatorCode) -> str:
    """The full title of an indicator."""
    return _(INDICATOR_WORDS[code].title)


def short(code: IndicatorCode) -> str:
    """The title of an indicator for a narrow column."""
    return _(INDICATOR_WORDS[code].short)


def period_name(code: str) -> str:
    """A period as people say it; any two days as they are."""
    period = Period.parse(code)
    year, month = period.first.year, period.first.month
    if period == Period.year(year):
        return _("%(year)s 年", year=year)
    if period == Period.quarter(year, (month + 2) // 3):
        return _("%(year)s 年第 %(quarter)s 季度", year=year, quarter=(month + 2) // 3)
    if period == Period.half(year, (month + 5) // 6):
        return _("%(year)s 年%(half)s半年", year=year, half=_("上") if month < 7 else _("下"))
    if period == Period.month(year, month):
        return _("%(year)s 年 %(month)s 月", year=year, month=month)
    if period == Period.cumulative(year, period.last.year):
        return _("%(first)s 至 %(last)s 年", first=year, last=period.last.year)
    return _("%(first)s 至 %(last)s", first=period.first, last=period.last)


def narrowed(facts: ReportFacts) -> str:
    """Which projects are counted, where not all are."""
    parts = [
        title(facts.size, language()) if facts.size else "",
        title(facts.category, language()) if facts.category else "",
        _("责任单位：%(unit)s", unit=facts.unit) if facts.unit else "",
        _("没有登记责任单位") if facts.without_unit else "",
        _("只看本级") if facts.only else "",
    ]
    return _("，").join(part for part in parts if part) or _("全部项目")


def percent(rate: Rate) -> str:
    """The percentage, cut to one decimal; the words 无数据 for nothing of nothing."""
    text = rate.percent_text()
    return _("无数据") if text is None else f"{text} %"


def fraction(rate: Rate) -> str:
    """Numerator and denominator; a dash for nothing of nothing."""
    return f"{amount(rate.passed)}/{amount(rate.decided)}" if rate.decided else DASH


def goal(found: ReportedGoal | None) -> str:
    """A goal of a rate."""
    if found is None:
        return _("没有目标")
    text = f"{found.value} %" if found.value == "100" else f"≥ {found.value} %"
    return text + _("（沿用%(year)s年）", year=found.year) if found.is_carried else text


def verdict(met: bool | None) -> str:  # noqa: FBT001 - the verdict itself
    """Whether a goal is met."""
    return _("不评定") if met is None else _("已达标") if met else _("未达标")


def budget(figure: ReportedFigure) -> str:
    """The failure budget in one sentence (counting rule 12)."""
    found = figure.budget
    if found is None:
        return DASH
    text = N_("允许不合格 %(allowed)s 项，已用 %(used)s 项")
    if figure.code is IndicatorCode.EXCELLENCE_LARGE:
        text = N_("允许 %(allowed)s 项不是优良，已用 %(used)s 项")
    used = _(text, allowed=found.allowed, used=figure.rate.failed)
    left = N_("超出 %(n)s 项") if found.left < 0 else N_("还余 %(n)s 项")
    return used + _("，") + _(left, n=abs(found.left))


def still(figure: ReportedFigure, *, is_over: bool) -> str:
    """What is still possible in the period."""
    found = figure.budget
    if found is None:
        return _("没有目标，不评定")
    if figure.rate.decided + figure.planned == 0:
        return _("期内没有应计入的项目")
    if is_over:
        return _("本期已结束，达到目标") if figure.met else _("本期已结束，没有达到目标")
    if not found.reachable:
        if not figure.can_recover:
            return _("本期已不能达到")
        return _("有 %(n)s 项须整改后重新验收合格", n=-found.left)
    if not figure.planned:
        return _("计划的验收都已有结论")
    wanted = N_("仍可达到：余下 %(planned)s 项中至少 %(n)s 项合格")
    if figure.code is IndicatorCode.EXCELLENCE_LARGE:
        wanted = N_("仍可达到：余下 %(planned)s 项中至少 %(n)s 项优良")
    return _(wanted, planned=figure.planned, n=found.passes_needed)


def part(code: IndicatorCode, word: str) -> str:
    """A part of the projects behind a figure."""
    return _(_NAMED.get(code, {}).get(word) or _PARTS[word])


def result(line: ReportedLine) -> str:
    """How the attempt of a line ended."""
    if line.overturned:
        return _("证书已撤销")
    return title(line.result, language()) if line.result else _("尚未结论")


def said(line: ReportedLine) -> str:
    """What was said of the attempt of a line, or why it was voided."""
    return said_reason(line.said, language())


def stage(line: ReportedLine) -> str:
    """The stage at which the project stands."""
    return title(Stage(line.stage), language())


def attempt(line: ReportedLine) -> str:
    """The attempt of a line by its number."""
    return _("第 %(n)s 次", n=line.number) if line.number is not None else DASH
