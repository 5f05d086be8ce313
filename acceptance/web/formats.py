"""How dates, moments and numbers are written on a page (design rules 0: numbers and time)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from flask import Flask
from markupsafe import Markup

from acceptance.domain.exact import decimal_text
from acceptance.web.clock import BEIJING

NO_BREAK = "\u00a0"


def day(value: date | None) -> str:
    """A full date, 2026-11-12; empty when there is none."""
    return value.isoformat() if value else ""


def short_day(value: date | None) -> str:
    """Month and day as lists show them, 11-12."""
    return f"{value:%m-%d}" if value else ""


def moment(value: datetime | None) -> str:
    """A moment in Beijing time, to the minute."""
    if value is None:
        return ""
    return f"{value.astimezone(BEIJING):%Y-%m-%d}{NO_BREAK}{value.astimezone(BEIJING):%H:%M}"


def number(value: Decimal | int | None) -> str:
    """A number with its thousands parted by no-break spaces, and all its digits."""
    if value is None:
        return ""
    text = decimal_text(Decimal(value))
    sign, digits = ("−", text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    grouped = f"{int(whole):,}".replace(",", NO_BREAK) if len(whole) > 3 else whole
    return f"{sign}{grouped}{point}{rest}"


def kept_together(text: str) -> str:
    """A text that no line end parts, for the body of a page; not for attributes."""
    return Markup("<span class=ax-n>%s</span>") % text if text else ""


def init_app(app: Flask) -> None:
    """Let templates write `value|day`, `value|moment` and so on."""

    def filtered(write: Callable[[Any], str]) -> Callable[[Any], str]:
        return lambda value: kept_together(write(value))

    for write in (day, short_day, moment, number):
        app.jinja_env.filters[write.__name__] = filtered(write)
