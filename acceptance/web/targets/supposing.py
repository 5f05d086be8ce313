"""What is to be expected of a goal, and what somebody supposes: the forecast of the explanation."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flask import request

from acceptance.domain.exact import NotANumberError, decimal
from acceptance.domain.findings import Finding
from acceptance.domain.forecast import MOST, forecast, what_if
from acceptance.queries.explain import ExplainPage
from acceptance.web.targets.forecast_words import expected_words, nothing_to_say, supposed_words

LONGEST_SHARE = 7  # signs, as 99.9999


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast in words, what was supposed in words (empty without), and what the form shows;
    `findings` says why it cannot be supposed, each at its field."""

    sentence: str
    supposed: str
    remaining: str
    share: str
    findings: tuple[Finding, ...] = ()
    most: int = MOST

    def at(self, field: str) -> Finding | None:
        """What is wrong with a field of the form."""
        return next((one for one in self.findings if one.field == field), None)


def outlook(page: ExplainPage) -> Outlook | None:
    """The forecast of a page; None without a goal. What cannot be supposed stays in the form."""
    if page.goal is None:
        return None
    target, shown = page.goal.share, page.rate.percent_text()
    remaining = request.args.get("remaining", "").strip()
    share = request.args.get("share", "").strip()
    supposed = None
    findings: tuple[Finding, ...] = ()
    if remaining or share:
        share = share or shown or "100"
        remaining = remaining or str(page.planned)
        count, part = _count(remaining), _share(share)
        findings = tuple(found for found in (count, part) if isinstance(found, Finding))
        if not isinstance(count, Finding) and not isinstance(part, Finding):
            supposed = what_if(page.rate, count, part, target)
    expected = forecast(page.rate, page.planned, target)
    return Outlook(
        sentence=expected_words(page.rate, expected) if expected else nothing_to_say(page.planned),
        supposed=supposed_words(supposed, share) if supposed else "",
        remaining=remaining or str(min(page.planned, MOST)),
        share=share or shown or "",
        findings=findings,
    )


def _count(text: str) -> int | Finding:
    if not (text.isascii() and text.isdecimal() and len(text) < 5 and int(text) <= MOST):
        return Finding.of("what_if_count", field="remaining", most=MOST)
    return int(text)


def _share(text: str) -> Fraction | Finding:
    """A share entered as per cent, for example 92.5."""
    try:
        entered = decimal(text)
    except NotANumberError:
        return Finding.of("what_if_share", field="share")
    # More places would only make long numbers of a guess.
    if not (0 <= entered <= 100 and len(text) <= LONGEST_SHARE):
        return Finding.of("what_if_share", field="share")
    return Fraction(entered) / 100
