"""The binomial distribution without binary floats."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, localcontext
from fractions import Fraction

PLACES = 50
"""Decimal places to which the chance is right."""

# Every one of n terms adds its rounding; n is far below 10^20, so that the places hold.
_WORKING = Context(prec=PLACES + 30, Emin=MIN_EMIN, Emax=MAX_EMAX)


def at_least(wanted: int, trials: int, chance: Fraction) -> Fraction:
    """The chance of `wanted` or more successes in `trials`, each with `chance` from 0 to 1.

    The terms C(n, k)·p^k·(1 − p)^(n − k) are added from all successes downward, each from the one
    before; all are positive, so that nothing cancels.
    """
    if wanted <= 0:
        return Fraction(1)
    if wanted > trials or not chance:
        return Fraction(0)
    if chance == 1:
        return Fraction(1)
    with localcontext(_WORKING) as context:
        odds = (1 - chance) / chance
        against = context.divide(context.create_decimal(odds.numerator), odds.denominator)
        sure = context.divide(context.create_decimal(chance.numerator), chance.denominator)
        term = found = context.power(sure, trials)
        for successes in range(trials, wanted, -1):
            term = term * against * successes / (trials - successes + 1)
            found += term
        exact = Fraction(round(found.scaleb(PLACES)), 10**PLACES)
    return min(exact, Fraction(1))
