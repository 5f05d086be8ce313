"""The reasons that the system itself writes into a record, as they are stored: one Chinese sentence
each, whoever reads it later. Older records hold the very same, so that one reading serves all."""

from __future__ import annotations

import re

_LEFT_OPEN = re.compile(r"超过([0-9]{1,4})日未作出结论")


def left_open(days: int) -> str:
    """Why the system ends an attempt: it was open for more than so many days without a conclusion."""
    return f"超过{days}日未作出结论"


def days_left_open(reason: str) -> int | None:
    """The days of such a reason; None of any other, which a person wrote."""
    found = _LEFT_OPEN.fullmatch(reason)
    return None if found is None else int(found[1])
