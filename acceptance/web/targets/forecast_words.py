"""The forecast in plain words."""

from __future__ import annotations

from acceptance.domain.forecast import MOST, Forecast, WhatIf, percent_of
from acceptance.domain.rates import Rate
from acceptance.i18n import forecasts
from acceptance.web.wording import gettext as _


def nothing_to_say(planned: int) -> str:
    """Why there is no forecast."""
    if planned:
        return _(forecasts.TOO_MANY, most=MOST)
    return _(forecasts.NOTHING_PLANNED)


def expected_words(rate: Rate, found: Forecast) -> str:
    """The forecast in one sentence; what is certain is said as certain."""
    if found.probability == 0:
        return _(forecasts.OUT_OF_REACH, n=rate.failed, planned=found.planned)
    if found.probability == 1:
        return _(forecasts.CERTAIN, planned=found.planned)
    return _(
        forecasts.EXPECTED,
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
