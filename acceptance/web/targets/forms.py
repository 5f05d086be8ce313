"""What is entered around goals and awards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length

from acceptance.domain.exact import decimal_text
from acceptance.domain.indicators import AwardKind, IndicatorCode
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.queries.places import Place
from acceptance.services.awards import RecordAward
from acceptance.services.targets import SetTarget
from acceptance.web.fields import CountField, DayField, ExactDecimalField, Filled
from acceptance.web.forms import BaseForm
from acceptance.web.language import titled
from acceptance.web.wording import gettext as _

INDENT = "\u3000"


def place_choices(places: Sequence[Place]) -> list[tuple[str, str]]:
    """Areas by code, set in by their depth in the tree."""
    top = min((place.path.count("/") for place in places), default=0)
    return [(place.code, INDENT * (place.path.count("/") - top) + place.name) for place in places]


class GoalForm(BaseForm):
    indicator = SelectField(_l("指标"), [Filled()])
    year = CountField(_l("考核年度"), [Filled()])
    area = SelectField(_l("区域"), [Filled()])
    value = ExactDecimalField(_l("目标值"), [Filled()], places=2)
    since = CountField(_l("累计起始年度"))
    responsible = StringField(_l("责任单位"), [Length(max=120)])
    source = StringField(_l("依据"), [Length(max=200)])

    def __init__(self, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.indicator.choices = [
            (code.value, _(INDICATOR_WORDS[code].title)) for code in IndicatorCode
        ]
        self.area.choices = place_choices(places)

    def command(self) -> SetTarget:
        """What was entered, for the service."""
        entered: dict[str, Any] = self.data
        return SetTarget(
            indicator=IndicatorCode(entered["indicator"]),
            year=entered["year"],
            area_code=entered["area"],
            value=decimal_text(entered["value"]),
            since=entered["since"],
            responsible=entered["responsible"] or "",
            source=entered["source"] or "",
        )


class AwardForm(BaseForm):
    kind = SelectField(_l("奖项"), [Filled()])
    awarded_on = DayField(_l("获奖日期"), [Filled()])
    area = SelectField(_l("区域"), [Filled()])
    title = StringField(_l("获奖工程和文号"), [Filled(), Length(max=120)])
    project_code = StringField(_l("项目编号"), [Length(max=40)])

    def __init__(self, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind.choices = [(kind.value, titled(kind)) for kind in AwardKind]
        self.area.choices = place_choices(places)

    def command(self) -> RecordAward:
        """What was entered, for the service."""
        entered: dict[str, Any] = self.data
        return RecordAward(
            kind=AwardKind(entered["kind"]),
            awarded_on=entered["awarded_on"],
            area_code=entered["area"],
            title=entered["title"],
            project_code=entered["project_code"] or "",
        )
