"""Single things people type: text without control characters, exact numbers, whole counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from datetime import date

from acceptance.domain.exact import NotANumberError, decimal, normalised
from acceptance.domain.findings import Finding

LONGEST_TEXT = 500
LONGEST_NOTE = 2000
LARGEST_COUNT = 1_000_000

# Invisible marks that turn the reading direction can make a text say another thing than it shows.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORBIDDEN_KINDS = frozenset({"Cc", "Cs"})

# What nearly every value looks like. A long sheet has hundreds of them, and these need no care.
_PLAIN_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?\Z", re.ASCII)

_DAY = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})\Z", re.ASCII)


class Typed:
    """Reads what was typed and collects what is wrong with it, each with the field it is in."""

    def __init__(self) -> None:
        self.problems: list[Finding] = []

    def refuse(self, code: str, field: str, **data: str | int) -> None:
        self.problems.append(Finding(code, field=field, data=tuple(sorted(data.items()))))

    def line(self, value: object, field: str, longest: int = LONGEST_TEXT) -> str:
        """Text of one line."""
        return self._text(value, field, longest, allowed="")

    def lines(self, value: object, field: str, longest: int = LONGEST_TEXT) -> str:
        """Text that may run over several lines."""
        return self._text(value, field, longest, allowed="\n\t")

    def number(self, value: object, field: str) -> str:
        """A decimal in normal form, as typed apart from full-width marks; blank stays blank."""
        if type(value) is str and _PLAIN_NUMBER.match(value):
            return value
        if isinstance(value, float):
            self.refuse("answer_not_a_number", field)
            return ""
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        typed = self.line(value, field)
        if not typed:
            return ""
        try:
            decimal(typed)
        except NotANumberError:
            self.refuse("answer_not_a_number", field)
            return ""
        return normalised(typed)

    def count(self, value: object, field: str) -> str:
        """A whole number from nought, in normal form; blank stays blank."""
        typed = self.number(value, field)
        if typed and not (typed.isdecimal() and int(typed) <= LARGEST_COUNT):
            self.refuse("answer_not_whole", field)
            return ""
        return str(int(typed)) if typed else ""

    def day(self, value: object, field: str) -> str:
        """A date in ISO form, typed with hyphens, points or strokes; blank stays blank."""
        typed = self.line(value, field)
        if not typed:
            return ""
        found = _DAY.match(normalised(typed))
        try:
            return (
                date(*map(int, found.group(1, 3, 4))).isoformat() if found else self._no_day(field)
            )
        except ValueError:
            return self._no_day(field)

    def word(self, value: object, field: str, words: Container[str]) -> str:
        """One of a closed list; blank stays blank."""
        typed = self.line(value, field)
        if typed and typed not in words:
            self.refuse("answer_choice_unknown", field)
            return ""
        return typed

    def _no_day(self, field: str) -> str:
        self.refuse("answer_not_a_day", field)
        return ""

    def _text(self, value: object, field: str, longest: int, allowed: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse("answer_wrong_type", field)
            return ""
        if value.isascii() and value.isprintable() and len(value) <= longest:
            return value.strip()
        text = value.replace("\r\n", "\n").strip()
        if len(text) > longest:
            self.refuse("answer_too_long", field, longest=longest, length=len(text))
            return ""
        if not text.isprintable() and any(_is_forbidden(mark, allowed) for mark in text):
            self.refuse("answer_control_character", field)
            return ""
        return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_forbidden(mark: str, allowed: str) -> bool:
    if mark in allowed:
        return False
    return mark in _TURNING or unicodedata.category(mark) in _FORBIDDEN_KINDS
