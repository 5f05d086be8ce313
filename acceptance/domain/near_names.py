"""Whether two names are probably the same thing written twice (fraud F4: a second first attempt).

Numbers make things different (3 号楼 and 4 号楼, 一期 and 二期), spaces and signs do not.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

_NUMERALS = frozenset("一二三四五六七八九十百零〇两甲乙丙丁戊东西南北左右上下内外前后")
_TELLING = 6  # signs
_NEAR = 85  # per cent of equal characters, as difflib counts them


def plain_name(name: str) -> str:
    """The letters and digits of a name: full-width forms, spaces and signs do not count."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LN")


def are_near(one: str, other: str) -> bool:
    """Whether a person should look twice before both exist."""
    first, second = plain_name(one), plain_name(other)
    if first == second:
        return True
    if _distinguishing(first) != _distinguishing(second):
        return False
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    equal = sum(block.size for block in matcher.get_matching_blocks())
    return 200 * equal >= _NEAR * (len(first) + len(second))


def is_part(one: str, other: str) -> bool:
    """Whether one name stands whole within the other: a thing and its part, or several in one. Names
    of a few signs say too little."""
    shorter, longer = sorted((plain_name(one), plain_name(other)), key=len)
    return len(shorter) >= _TELLING and shorter in longer


def _distinguishing(name: str) -> str:
    return "".join(sign for sign in name if sign.isascii() or sign in _NUMERALS)
