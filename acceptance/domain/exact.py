"""Numbers as people type them, kept exactly as decimals."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)\Z", re.ASCII)
_MINUS = str.maketrans({"−": "-", "﹣": "-", "–": "-"})
LONGEST = 20


class NotANumberError(ValueError):
    """The text is not a plain decimal number."""


def normalised(text: str) -> str:
    """Full-width digits, signs and points become ASCII; surrounding space goes.

    Only full-width forms: other compatible characters mean something, 10² is not 102.
    """
    if text.isascii():
        return text.strip()
    return "".join(map(_narrow, text)).translate(_MINUS).strip()


def _narrow(sign: str) -> str:
    is_wide = unicodedata.decomposition(sign).startswith("<wide>")
    return unicodedata.normalize("NFKC", sign) if is_wide else sign


def decimal(text: str) -> Decimal:
    """The number in `text`. Exponents, separators, NaN and infinities are refused."""
    plain = normalised(text)
    if len(plain) > LONGEST or not _NUMBER.match(plain):
        raise NotANumberError(text)
    return Decimal(plain)


def decimal_text(value: Decimal) -> str:
    """The shortest plain notation of `value`: no exponent, no trailing zeros after the point."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
