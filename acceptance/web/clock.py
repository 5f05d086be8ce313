"""The time, asked for at the edge and handed inwards as an argument."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from acceptance.web.db import runtime

BEIJING = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This moment, in UTC."""
    return runtime().clock()


def today() -> date:
    """The legal date: the day it is in Beijing."""
    return now().astimezone(BEIJING).date()
