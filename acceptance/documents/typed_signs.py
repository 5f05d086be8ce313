"""Signs that no bundled face has, written as on a typewriter or marked as missing."""

from __future__ import annotations

from acceptance.documents.faces import unprintable

UNPRINTABLE = "〓"  # what printers set for a character that they have not
# Longer ones first: a raised minus stands only before a raised figure.
_SIGNS = (("⁻²", "^-2"), ("⁻¹", "^-1"), ("⁴", "^4"), ("₀", "0"), ("−", "-"))


def typed(text: str) -> str:
    """`text` with these signs replaced; the facts beside the paper keep them as they are."""
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    return text


def printable(text: str) -> str:
    """`text` with a mark in place of every character that no face has."""
    return text.translate(dict.fromkeys(map(ord, unprintable((text,))), UNPRINTABLE))
