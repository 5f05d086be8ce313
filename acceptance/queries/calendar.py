"""The working-day calendar that ships with this version."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from acceptance.domain.working_days import Calendar, read_calendar

CALENDAR = Path(__file__).resolve().parents[1] / "catalogue" / "calendar.toml"


@cache
def calendar() -> Calendar:
    """Read once; a new year's notice comes with a new version of the file."""
    return read_calendar(CALENDAR.read_text(encoding="utf-8"))
