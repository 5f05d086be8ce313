"""Chainages (桩号): K1+250.5 is one thousand two hundred and fifty metres and a half from the start."""

from __future__ import annotations

import re
from decimal import Decimal

from acceptance.domain.exact import decimal_text, normalised

_CHAINAGE = re.compile(r"[Kk](\d{1,4})\s*\+\s*(\d{1,3}(?:\.\d{1,3})?)\Z", re.ASCII)


class NotAChainageError(ValueError):
    """The text is not a chainage of the form K0+000."""


def chainage(text: str) -> Decimal:
    """The distance in metres; full-width marks are taken for what they stand for."""
    found = _CHAINAGE.match(normalised(text))
    if found is None:
        raise NotAChainageError(text)
    return Decimal(found[1]) * 1000 + Decimal(found[2])


def chainage_text(metres: Decimal) -> str:
    """The usual notation, so that one place is written one way: K0+020, K1+250.5."""
    kilometres, rest = divmod(metres, 1000)
    whole, point, parts = decimal_text(rest).partition(".")
    return f"K{kilometres:f}+{whole.rjust(3, '0')}{point}{parts}"
