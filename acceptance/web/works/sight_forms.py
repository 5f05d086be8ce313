"""The rows of the appearance record of a building (GB 50300 H.0.1-4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import Form, SelectField

from acceptance.domain.rollup.words import Look
from acceptance.queries.works_quality import SightRow
from acceptance.services.appearance_lines import SightLine
from acceptance.web.fields import CountField
from acceptance.web.forms import BaseForm
from acceptance.web.language import titled
from acceptance.web.wording import gettext


class SightFields(Form):
    """An item; which one it is follows from its place in the list."""

    class Meta(BaseForm.Meta):
        """The tidy fields and our words, without a token of its own."""

        csrf = False

    good: Any = CountField(_l("好"))
    fair: Any = CountField(_l("一般"))
    poor: Any = CountField(_l("差、尚未返修"))
    repaired: Any = CountField(_l("其中经返修合格"))
    look = SelectField(_l("质量评价"), default="")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.look.choices = [("", gettext("未评")), *((each.value, titled(each)) for each in Look)]
        self.look.data = str(self.look.data or "")


def sight_rows(fields: Any, rows: Sequence[SightRow]) -> list[tuple[SightRow, SightFields]]:
    """Each item with its fields; a place that the list does not have is none."""
    placed = [(int(entry.name.rpartition("-")[2]), entry.form) for entry in fields.entries]
    return [(rows[place], form) for place, form in placed if place < len(rows)]


def sight_lines(
    seen: Sequence[tuple[SightRow, SightFields]],
) -> list[tuple[SightLine, SightFields]]:
    """The items of which something was typed, with their fields."""
    found = [(_line(row.code, fields), fields) for row, fields in seen]
    return [(line, fields) for line, fields in found if not line.is_blank]


def _line(code: str, fields: SightFields) -> SightLine:
    look = Look(fields.look.data) if fields.look.data else None
    return SightLine(
        code, fields.good.data, fields.fair.data, fields.poor.data, fields.repaired.data, look
    )
