"""What is entered to draw up an agreement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length

from acceptance.domain.agreements import AgreedTarget
from acceptance.domain.exact import decimal_text
from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.queries.organisations import OrganisationChoice
from acceptance.queries.places import Place
from acceptance.services.agreements import DrawUp
from acceptance.web.fields import CountField, ExactDecimalField, Filled
from acceptance.web.forms import BaseForm
from acceptance.web.targets.forms import place_choices
from acceptance.web.wording import gettext as _


def _value(code: IndicatorCode) -> ExactDecimalField:
    return ExactDecimalField(_l(INDICATOR_WORDS[code].title), places=2)


class AgreementForm(BaseForm):
    """A field for each indicator; what is left empty is not agreed upon."""

    year = CountField(_l("考核年度"), [Filled()])
    area = SelectField(_l("区域"), [Filled()])
    unit = SelectField(_l("责任单位"), default="")
    asking_office = StringField(_l("交办方（职务）"), [Filled(), Length(max=120)])
    answering_office = StringField(_l("责任方（职务）"), [Filled(), Length(max=120)])
    first_time_large_medium = _value(IndicatorCode.FIRST_TIME_LARGE_MEDIUM)
    first_time_other = _value(IndicatorCode.FIRST_TIME_OTHER)
    quality_rural_road = _value(IndicatorCode.QUALITY_RURAL_ROAD)
    quality_water_saving = _value(IndicatorCode.QUALITY_WATER_SAVING)
    excellence_large = _value(IndicatorCode.EXCELLENCE_LARGE)
    standards_met = _value(IndicatorCode.STANDARDS_MET)
    award_luban = _value(IndicatorCode.AWARD_LUBAN)
    award_feitian = _value(IndicatorCode.AWARD_FEITIAN)
    since = CountField(_l("奖项累计起始年度"))
    note = StringField(_l("依据和说明"), [Length(max=200)])

    def __init__(
        self, places: Sequence[Place], units: Sequence[OrganisationChoice], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.area.choices = place_choices(places)
        named = [(f"{unit.id}", unit.name) for unit in units]
        self.unit.choices = [("", _("区域自己（乡镇人民政府）")), *named]

    @property
    def values(self) -> list[tuple[IndicatorCode, Any]]:
        """The field of each indicator, in the order of the indicators."""
        return [(code, self[code.value]) for code in IndicatorCode]

    def command(self) -> DrawUp:
        """What was entered, for the service."""
        entered: dict[str, Any] = self.data
        return DrawUp(
            year=entered["year"],
            area_code=entered["area"],
            targets=tuple(
                AgreedTarget(
                    code, decimal_text(field.data), entered["since"] if code in AWARDS else None
                )
                for code, field in self.values
                if field.data is not None
            ),
            asking_office=entered["asking_office"],
            answering_office=entered["answering_office"],
            unit_id=int(entered["unit"]) if entered["unit"] else None,
            note=entered["note"] or "",
        )
