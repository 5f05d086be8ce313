"""The forecast in plain words."""

from __future__ import annotations

from acceptance.domain.forecast import MOST, Forecast, WhatIf, percent_of
from acceptance.domain.rates import Rate
from acceptance.web.wording import gettext as _


def nothing_to_say(planned: int) -> str:
    """Why there is no forecast."""
    if planned:
        return _("还计划的项数超过 %(most)s，不推算。", most=MOST)
    return _("期内没有还计划的验收，结果已定，不推算。")


def expected_words(rate: Rate, found: Forecast) -> str:
    """The forecast in one sentence; what is certain is said as certain."""
    if found.probability == 0:
        return _("已有 %(n)s 项不合格，余下 %(planned)s 项全部合格也不能达到目标。",
                 n=rate.failed, planned=found.planned)  # fmt: skip
    if found.probability == 1:
        return _("余下 %(planned)s 项不论结果如何，目标都能达到。", planned=found.planned)
    return _(
        "从已有结论的 %(decided)s 项（合格 %(passed)s 项）推算，还计划的 %(planned)s 项验收后达到目标的"
        "可能性为 %(chance)s %%；最后的比率十有八九在 %(low)s %% 至 %(high)s %% 之间。",
        decided=rate.decided,
        passed=rate.passed,
        planned=found.planned,
        chance=percent_of(found.probability),
        low=found.low.percent_text(),
        high=found.high.percent_text(),
    )


def supposed_words(found: WhatIf, share: str) -> str:
    """What follows from a supposition."""
    known = _(
        "假设再验收 %(n)s 项、每项合格的可能性为 %(share)s %%：达到目标的可能性为 %(chance)s %%。",
        n=found.remaining, share=share, chance=percent_of(found.probability),
    )  # fmt: skip
    if not found.budget.reachable:
        return known + _("目标已不能达到。")
    return known + _("这些项中最多可有 %(n)s 项不合格。", n=min(found.budget.left, found.remaining))
