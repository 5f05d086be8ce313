"""How likely a goal is still to be met: exact fractions, no roundings on the way.

Each acceptance that is still to come passes with an unknown share. What is known of that share is a
beta distribution: before anything was decided the prior of Jeffreys, Beta(1/2, 1/2), which favours
no share; each decided attempt adds one to its side. The number of passes among the acceptances to
come is then beta-binomial (Raiffa and Schlaifer 1961, ch. 9; Jeffreys 1946 for the prior).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from acceptance.domain import binomial
from acceptance.domain.rates import Budget, Rate, budget

PRIOR = Fraction(1, 2)
"""What the prior adds to the passes and to the failures."""
SURE = Fraction(9, 10)
"""The share of all outcomes that the interval is to hold at least."""
MOST = 500
"""So many acceptances to come are reckoned through one by one; with more there is no forecast."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What to expect of `planned` acceptances to come. `probability` (0 to 1) of meeting the goal;
    `low` and `high` the final rate in the worst and the best of the ordinary cases: at most one in
    twenty ends below, at most one in twenty above."""

    planned: int
    probability: Fraction
    low: Rate
    high: Rate


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The same for a number of acceptances and a pass share that somebody supposes. `budget` says
    how many of all of them may fail."""

    remaining: int
    share: Fraction
    probability: Fraction
    budget: Budget


def forecast(rate: Rate, planned: int, target: Fraction) -> Forecast | None:
    """The forecast for a rate and the acceptances planned; None where nothing is to come, or so
    many that it is not reckoned."""
    if not 0 < planned <= MOST:
        return None
    chances = passes_to_come(rate, planned)
    edge = (1 - SURE) / 2
    return Forecast(
        planned,
        sum(chances[_needed(rate, planned, target) :], Fraction(0)),
        *(
            Rate(rate.passed + good, rate.decided + planned)
            for good in (_first_beyond(chances, edge),
                         planned - _first_beyond(chances[::-1], edge))
        ),
    )  # fmt: skip


def what_if(rate: Rate, remaining: int, share: Fraction, target: Fraction) -> WhatIf:
    """The chance of meeting the goal when each of `remaining` acceptances passes with `share`,
    independently of the others (binomial). Raises ValueError outside 0 to `MOST` and 0 to 1."""
    if not (0 <= remaining <= MOST and 0 <= share <= 1):
        raise ValueError(f"{remaining} acceptances with a share of {share}")
    total = rate.decided + remaining
    return WhatIf(
        remaining,
        share,
        _reached(_needed(rate, remaining, target), remaining, share),
        budget(total, rate.decided, rate.failed, target),
    )


def _reached(needed: int, remaining: int, share: Fraction) -> Fraction:
    """As in the evaluation `failure-budget`, to its decimal places; but a chance that is neither
    none nor certain never becomes either by rounding."""
    chance = binomial.at_least(needed, remaining, share)
    if needed <= 0 or needed > remaining or share in {0, 1}:
        return chance
    least = Fraction(1, 10**binomial.PLACES)
    return min(max(chance, least), 1 - least)


def passes_to_come(rate: Rate, planned: int) -> tuple[Fraction, ...]:
    """The chance of 0, 1, … `planned` passes among the acceptances to come; together exactly 1."""
    return _beta_binomial(planned, rate.passed + PRIOR, rate.failed + PRIOR)


@lru_cache(maxsize=256)
def _beta_binomial(n: int, alpha: Fraction, beta: Fraction) -> tuple[Fraction, ...]:
    """P(k) = C(n, k) B(k + α, n − k + β) / B(α, β), each from the one before: no factorials of
    halves are needed, only their quotients."""
    weight, weights = Fraction(1), []
    for k in range(n + 1):
        weights.append(weight)
        if k < n:
            weight *= (n - k) * (alpha + k) / ((k + 1) * (beta + n - k - 1))
    total = sum(weights, Fraction(0))
    return tuple(each / total for each in weights)


def _needed(rate: Rate, planned: int, target: Fraction) -> int:
    """How many of the acceptances to come have to pass; more than there are where it is lost."""
    return budget(rate.decided + planned, rate.decided, rate.failed, target).passes_needed


def _first_beyond(chances: tuple[Fraction, ...], edge: Fraction) -> int:
    """The first outcome up to which more than `edge` of all chances lie."""
    reached = Fraction(0)
    for place, chance in enumerate(chances):
        reached += chance
        if reached > edge:
            return place
    return len(chances) - 1


def percent_of(chance: Fraction) -> str:
    """A chance in whole per cent, cut; "<1" and ">99" rather than a certainty that is none."""
    if chance in {0, 1}:
        return str(int(chance * 100))
    whole = int(chance * 100)
    return "<1" if whole < 1 else ">99" if chance > Fraction(99, 100) else str(whole)
