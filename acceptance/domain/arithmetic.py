"""Exact arithmetic of measurements: means, deviations, and their decimal text, without floats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from fractions import Fraction
from math import isqrt, lcm

DIGITS = 28
"""Significant digits of a number whose decimal expansion does not end."""

_WORKING = Context(prec=DIGITS)
_WIDE = Context(prec=400)
# An irrational root is carried further than anything that is ever shown or compared.
_ROOT_SCALE = 10**50


def exact(text: str | int) -> Fraction:
    """A constant of a rule, written as decimal text so that it is exact."""
    return Fraction(Decimal(text))


def total(values: Iterable[Fraction]) -> Fraction:
    """The sum, a fraction also of nothing."""
    return sum(values, Fraction())


def mean(values: Sequence[Fraction]) -> Fraction:
    """The arithmetic mean of at least one value."""
    wholes, scale = _at_one_scale(values)
    return Fraction(sum(wholes), scale * len(wholes))


def variance(values: Sequence[Fraction]) -> Fraction:
    """The sample variance (n − 1) of at least two values."""
    wholes, scale = _at_one_scale(values)
    n, squares = len(wholes), sum(each * each for each in wholes)
    return Fraction(n * squares - sum(wholes) ** 2, n * (n - 1) * scale**2)


def _at_one_scale(values: Sequence[Fraction]) -> tuple[list[int], int]:
    """The values as whole numbers of one part of the unit: sums of these are quick and exact."""
    scale = lcm(*(value.denominator for value in values))
    return [value.numerator * (scale // value.denominator) for value in values], scale


def deviation(values: Sequence[Fraction]) -> Fraction:
    """The sample standard deviation (n − 1) of at least two values."""
    return square_root(variance(values))


def square_root(value: Fraction) -> Fraction:
    """The root: exact where it is rational, else cut after fifty decimal places."""
    above, below = isqrt(value.numerator), isqrt(value.denominator)
    if above**2 == value.numerator and below**2 == value.denominator:
        return Fraction(above, below)
    scaled = isqrt(value.numerator * value.denominator * _ROOT_SCALE**2)
    return Fraction(scaled, value.denominator * _ROOT_SCALE)


def rounded(value: Fraction, places: int) -> Decimal:
    """The value at so many decimal places, a half away from zero (四舍五入)."""
    scale = 10**places
    above, below = abs(value.numerator) * scale, value.denominator
    whole = (2 * above + below) // (2 * below)
    sign = -1 if value < 0 else 1
    return Decimal(sign * whole).scaleb(-places)


def number_text(value: Fraction) -> str:
    """The decimal text: exact where the expansion ends, else 28 significant digits."""
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest == 1 and places <= DIGITS:
        digits = value.numerator * 10**places // value.denominator
        return format(Decimal(digits).scaleb(-places, _WIDE), "f")
    quotient = _WORKING.divide(Decimal(value.numerator), Decimal(value.denominator))
    return format(quotient.normalize(_WORKING), "f")


def short_text(value: Fraction, places: int = 4) -> str:
    """The value for a reader's eye: at most so many decimal places, and no trailing zeros."""
    text = format(rounded(value, places), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
