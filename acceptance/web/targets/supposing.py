"""What is to be expected of a goal, and what somebody supposes: the forecast of the explanation."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flask import request

from acceptance.domain.exact import NotANumberError, decimal
from acceptance.domain.findings import Finding
from acceptance.domain.forecast import MOST, Forecast, WhatIf, forecast, percent_of, what_if
from acceptance.domain.rates import Rate
from acceptance.queries.explain import ExplainPage
from acceptance.services.errors import RefusedError
from acceptance.web.wording import gettext as _

LONGEST_SHARE = 7  # signs, as 99.9999


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast in words, what was supposed in words (empty without), and what the form shows."""

    sentence: str
    supposed: str
    remaining: str
    share: str
    most: int = MOST


def outlook(page: ExplainPage) -> Outlook | None:
    """The forecast of a page; None without a goal. A supposition that cannot be is refused."""
    if page.goal is None:
        return None
    target, shown = page.goal.share, page.rate.percent_text()
    remaining = request.args.get("remaining", "").strip()
    share = request.args.get("share", "").strip()
    supposed = None
    if remaining or share:
        share = share or shown or "100"
        remaining = remaining or str(page.planned)
        supposed = what_if(page.rate, _count(remaining), _share(share), target)
    expected = forecast(page.rate, page.planned, target)
    return Outlook(
        sentence=_expected(page.rate, expected) if expected else _nothing(page),
        supposed=_supposed(supposed, share) if supposed else "",
        remaining=remaining or str(min(page.planned, MOST)),
        share=share or shown or "",
    )


def _nothing(page: ExplainPage) -> str:
    if page.planned:
        return _("还计划的项数超过 %(most)s，不推算。", most=MOST)
    return _("期内没有还计划的验收，结果已定，不推算。")


def _expected(rate: Rate, found: Forecast) -> str:
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


def _supposed(found: WhatIf, share: str) -> str:
    known = _(
        "假设再验收 %(n)s 项、每项合格的可能性为 %(share)s %%：达到目标的可能性为 %(chance)s %%。",
        n=found.remaining, share=share, chance=percent_of(found.probability),
    )  # fmt: skip
    if not found.budget.reachable:
        return known + _("目标已不能达到。")
    return known + _("这些项中最多可有 %(n)s 项不合格。", n=min(found.budget.left, found.remaining))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 5 and int(text) <= MOST):
        raise RefusedError(Finding.of("what_if_count", field="remaining", most=MOST))
    return int(text)


def _share(text: str) -> Fraction:
    """A share entered as per cent, for example 92.5."""
    try:
        entered = decimal(text)
    except NotANumberError:
        raise RefusedError(Finding.of("what_if_share", field="share")) from None
    # More places would only make long numbers of a guess.
    if not (0 <= entered <= 100 and len(text) <= LONGEST_SHARE):
        raise RefusedError(Finding.of("what_if_share", field="share"))
    return Fraction(entered) / 100
