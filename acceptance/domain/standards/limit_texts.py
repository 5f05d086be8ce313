"""A limit of a standard as text: a decimal, or a fraction of whole numbers such as 2/3."""

from __future__ import annotations

from fractions import Fraction

from acceptance.domain.arithmetic import number_text
from acceptance.domain.exact import NotANumberError, decimal, normalised


def limit_text(value: Fraction | int) -> str:
    """The one text of a limit; a fraction only where no decimal is equal to it."""
    exact = Fraction(value)
    text = number_text(exact)
    return text if Fraction(text) == exact else str(exact)


def limit_value(text: str) -> Fraction:
    """The limit in a typed text; NotANumberError where it is neither decimal nor fraction."""
    above, slash, below = normalised(text).partition("/")
    value = Fraction(decimal(above))
    divisor = Fraction(decimal(below)) if slash else Fraction(1)
    if divisor <= 0:
        raise NotANumberError(text)
    return value / divisor
