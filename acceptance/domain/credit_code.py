"""统一社会信用代码, the unified social credit code of an organisation (GB 32100-2015).

Early pilot areas issued real codes with a wrong check character. A failed check is therefore a
doubt to be confirmed with a reason, and only a wrong form is an error.
"""

from __future__ import annotations

import re
import unicodedata

from acceptance.domain.findings import Finding

STANDARD = "GB 32100-2015"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # No I, O, S, V, Z: a character's place is its value.
LENGTH = 18
FIELD = "credit_code"

_FORM = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}\Z", re.ASCII)
_WEIGHTS = tuple(pow(3, place, 31) for place in range(LENGTH - 1))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def normalised(text: str) -> str:
    """Upper case, half width, without the space around it."""
    return unicodedata.normalize("NFKC", text).strip().upper()


def is_well_formed(code: str) -> bool:
    """Whether a normalised code has the eighteen characters of the standard in their places."""
    return _FORM.match(code) is not None


def check_character(first: str) -> str:
    """The eighteenth character for the first seventeen (GB 32100-2015; modulus 31)."""
    if len(first) != LENGTH - 1:
        raise ValueError(f"{first!r} is not seventeen characters")
    total = sum(ALPHABET.index(char) * weight for char, weight in zip(first, _WEIGHTS, strict=True))
    # The outer remainder matters: a sum that 31 divides gives "0" and not a 32nd character.
    return ALPHABET[(31 - total % 31) % 31]


def organisation_check_character(body: str) -> str:
    """The ninth character of an organisation code for its first eight (GB 11714; modulus 11)."""
    if len(body) != len(_ORGANISATION_WEIGHTS):
        raise ValueError(f"{body!r} is not eight characters")
    total = sum(
        int(char, 36) * weight for char, weight in zip(body, _ORGANISATION_WEIGHTS, strict=True)
    )
    rest = 11 - total % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def completed(stem: str) -> str:
    """The whole code for its first sixteen characters: both check characters computed."""
    first = stem + organisation_check_character(stem[8:])
    return first + check_character(first)


def errors(code: str) -> tuple[Finding, ...]:
    """Why a normalised code cannot be one at all; empty when its form is right."""
    if is_well_formed(code):
        return ()
    return (Finding.of("credit_code_form", clause=STANDARD, field=FIELD),)


def doubts(code: str) -> tuple[Finding, ...]:
    """What a person must confirm with a reason before a well-formed code is kept."""
    if not is_well_formed(code):
        return ()
    found = []
    if check_character(code[:17]) != code[17]:
        found.append(Finding.of("credit_code_check", clause=STANDARD, field=FIELD))
    if organisation_check_character(code[8:16]) != code[16]:
        found.append(Finding.of("credit_code_organisation_check", clause=STANDARD, field=FIELD))
    return tuple(found)
