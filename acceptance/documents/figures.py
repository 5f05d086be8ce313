"""Numbers and dates as they stand on papers."""

from __future__ import annotations

from datetime import date

from acceptance.domain.exact import decimal, decimal_text

NO_BREAK = "\u00a0"
DASH = "—"


def amount(value: str | int) -> str:
    """12846.52 -> 12 846.52, grouped by spaces that do not break."""
    text = decimal_text(decimal(str(value)))
    whole, point, rest = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return sign + NO_BREAK.join(reversed(groups)) + point + rest


def count(value: int) -> str:
    """A count; nothing counted is a dash, so that 0 never stands for "not recorded"."""
    return amount(value) if value else DASH


def percent(part: str | int, whole: str | int) -> str:
    """`part` of `whole` with one decimal, cut off and never rounded up; a dash for none of none."""
    of = decimal(str(whole))
    if not of:
        return DASH
    tenths = int(decimal(str(part)) * 1000 / of)
    return f"{tenths // 10}.{tenths % 10}"


def long_date(day: date | None) -> str:
    """2026年11月12日."""
    return f"{day.year}年{day.month}月{day.day}日" if day else DASH


def short_date(day: date | None) -> str:
    """2026-11-12."""
    return day.isoformat() if day else ""


def half_ems(text: str) -> int:
    """The exact width of `text` in the bundled faces, in half ems; for the rest two a character."""
    return sum(1 if 0x20 <= ord(c) < 0x7F or c == NO_BREAK else 2 for c in text)


def in_fours(digest: str) -> str:
    """A hexadecimal digest in groups of four, to be compared by eye."""
    return " ".join(digest[i : i + 4] for i in range(0, len(digest), 4))
