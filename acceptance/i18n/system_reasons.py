"""The reasons that the system wrote into a record, in the reader's words."""

from __future__ import annotations

from acceptance.domain.system_reasons import days_left_open
from acceptance.i18n.catalogs import translator
from acceptance.i18n.marker import N_

_LEFT_OPEN = N_("超过 %(days)s 日未作出结论")


def said_reason(text: str, locale: str) -> str:
    """A reason in words; what a person wrote as it is."""
    days = days_left_open(text)
    return text if days is None else translator(locale).gettext(_LEFT_OPEN) % {"days": days}
