"""The sentences beside a figure: what is still possible, what endangers it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.rates import Budget, Rate
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.i18n.marker import N_
from acceptance.queries.award_tiles import AwardTile
from acceptance.queries.listing import Part
from acceptance.queries.outlook import Danger, Endangered
from acceptance.queries.populations import counts_first
from acceptance.queries.targets import Goal
from acceptance.web.language import titled
from acceptance.web.wording import gettext as _
from acceptance.web.wording import marked, unbroken


@dataclass(frozen=True, slots=True)
class Outlook:
    """A sentence with its mark, and the arithmetic behind it."""

    mark: str
    sentence: str
    detail: str = ""


def indicator_title(code: IndicatorCode) -> str:
    """The full title of an indicator."""
    return _(INDICATOR_WORDS[code].title)


def short_title(code: IndicatorCode) -> str:
    """The title of an indicator for a narrow column."""
    return _(INDICATOR_WORDS[code].short)


def outlook(
    code: IndicatorCode,
    rate: Rate,
    budget: Budget | None,
    planned: int,
    *,
    can_recover: bool,
    is_over: bool,
) -> Outlook:
    """The budget sentence of a tile (counting rule 12)."""
    if budget is None:
        return Outlook("none", _("没有目标，不评定"))
    if rate.decided + planned == 0:
        return Outlook("none", _("期内没有应计入的项目"), _("无数据不等于 0 %，也不等于 100 %"))
    used = _(
        "允许不合格 %(allowed)s 项，已用 %(used)s 项", allowed=budget.allowed, used=rate.failed
    )
    if code is IndicatorCode.EXCELLENCE_LARGE:
        used = _("允许 %(allowed)s 项不是优良，已用 %(used)s 项", allowed=budget.allowed,
                 used=rate.failed)  # fmt: skip
    if is_over:
        reached = Outlook("pass", _("本期已结束，达到目标"), used)
        return reached if budget.reachable else Outlook("fail", _("本期已结束，没有达到目标"), used)
    if not budget.reachable:
        return _out_of_reach(budget, used, can_recover=can_recover)
    return Outlook(*_still_possible(code, budget, planned), used)


def _out_of_reach(budget: Budget, used: str, *, can_recover: bool) -> Outlook:
    if can_recover:
        sentence = _("有 %(n)s 项须整改后重新验收合格", n=-budget.left)
        return Outlook("warn", sentence, used)
    return Outlook("fail", _("本期已不能达到"), used)


def _still_possible(code: IndicatorCode, budget: Budget, planned: int) -> tuple[str, str]:
    excellent = code is IndicatorCode.EXCELLENCE_LARGE
    if planned and budget.passes_needed == planned:
        if excellent:
            return "warn", _("仍可达到：余下 %(n)s 项须全部优良", n=planned)
        return "warn", _("不能再有 1 项不合格：余下 %(n)s 项须全部合格", n=planned)
    if budget.left == 0:
        return "warn", _("不能有 1 项不是优良") if excellent else _("不能有 1 项不合格")
    if excellent:
        return "plain", _("还可有 %(n)s 项不是优良", n=budget.left)
    return "plain", _("还可不合格 %(n)s 项", n=budget.left)


def award_outlook(tile: AwardTile) -> Outlook:
    """What is said under a count of awards: the goal has years to be reached."""
    goal = tile.goal
    if goal is None:
        return Outlook("none", _("没有目标，不评定"))
    since = goal.since or goal.year
    collected = _(
        "%(since)s 年以来累计 %(n)s 项，到 %(year)s 年应有 %(goal)s 项",
        since=since,
        n=tile.collected,
        year=goal.year,
        goal=goal.count,
    )
    if tile.collected >= goal.count:
        return Outlook("pass", _("目标已经达到"), collected)
    return Outlook("plain", _("还差 %(n)s 项", n=goal.count - tile.collected), collected)


def goal_text(goal: Goal) -> str:
    """A goal as it stands under the gauge."""
    if goal.value == "100":
        return _("目标 %(value)s %%", value=goal.value)
    return _("目标 ≥ %(value)s %%", value=goal.value)


def danger_words(one: Endangered) -> Markup:
    """Why a project endangers a goal, in one sentence."""
    words = marked(
        _DANGERS["overturned" if one.overturned else one.danger.value],
        n=one.number,
        day=unbroken(one.on),
        result=titled(one.result),
    )
    if one.problems:
        return marked(N_("%(words)s；%(n)s 项整改未销号"), words=words, n=one.problems)
    return words


_DANGERS = {
    Danger.UNDER_WAY.value: N_("第 %(n)s 次验收已开启，会议 %(day)s，还没有结论"),
    Danger.OVERDUE.value: N_("计划 %(day)s 验收，已经过期，还没有开启"),
    Danger.DUE_SOON.value: N_("计划 %(day)s 验收，还没有开启"),
    Danger.LOST.value: N_("第 %(n)s 次%(result)s（%(day)s），一次合格已失去"),
    "overturned": N_("第 %(n)s 次的证书已撤销（%(day)s），一次合格已失去"),
}
_PARTS = {
    Part.NOT_PASSED: N_("未合格"),
    Part.PASSED: N_("合格"),
    Part.UNDER_WAY: N_("尚未结论"),
    Part.VOIDED: N_("作废"),
    Part.NOT_GRADED: N_("未评级"),
}
_FIRST = {Part.NOT_PASSED: N_("未一次合格"), Part.PASSED: N_("一次合格")}
_EXCELLENCE = {Part.NOT_PASSED: N_("不是优良"), Part.PASSED: N_("优良")}
_STANDARDS = {Part.NOT_PASSED: N_("未达标"), Part.PASSED: N_("已达标")}


def reason(outcome: str, code: IndicatorCode) -> str:
    """Why a project is counted and not in the numerator. A pass may lack the grade or have an open
    problem."""
    if outcome != CountedOutcome.PASSED:
        return titled(CountedOutcome(outcome))
    if code is IndicatorCode.EXCELLENCE_LARGE:
        return _("合格，未评优良")
    return _("合格，但有未销号的强制性问题")


def part_name(part: Part, code: IndicatorCode) -> str:
    """A part of the list in the words of its indicator."""
    special: dict[Part, str] = {}
    if counts_first(code):
        special = _FIRST
    elif code is IndicatorCode.EXCELLENCE_LARGE:
        special = _EXCELLENCE
    elif code is IndicatorCode.STANDARDS_MET:
        special = _STANDARDS
    return _(special.get(part, _PARTS[part]))


def weight_name(name: str) -> str:
    """A quantity that a rate can be weighed by, with its unit."""
    return titled(Measure(name))
