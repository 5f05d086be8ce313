"""The normal distribution without binary floats."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

_DIGITS = 120
_FARTHEST = 15
# π to more digits than the distribution is given.
_PI = Decimal(
    "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803"
)
PLACES = 50
"""Decimal places to which Φ is right."""


def cumulative(z: Fraction) -> Fraction:
    """Φ(z): the share of a normal distribution up to z deviations from its mean.

    By Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + …), all terms of one sign, so that nothing cancels.
    Beyond fifteen deviations it differs from 0 and 1 by less than the places carried.
    """
    if abs(z) > _FARTHEST:
        return Fraction(int(z > 0))
    with localcontext() as context:
        context.prec = _DIGITS
        x = Decimal(z.numerator) / Decimal(z.denominator)
        square, term, found, odd = x * x, x, x, 1
        while abs(term) > Decimal(10) ** -(_DIGITS - 20):
            odd += 2
            term *= square / odd
            found += term
        density = (-square / 2).exp() / (2 * _PI).sqrt()
        return Fraction(round(Decimal("0.5") + density * found, PLACES))
