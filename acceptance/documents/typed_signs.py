"""Signs of the checklists that no bundled face has, written as on a typewriter."""

from __future__ import annotations

# Longer ones first: a raised minus stands only before a raised figure.
_SIGNS = (("⁻²", "^-2"), ("⁻¹", "^-1"), ("⁴", "^4"), ("₀", "0"), ("−", "-"))


def typed(text: str) -> str:
    """`text` with these signs replaced; the facts beside the paper keep them as they are."""
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    return text
