"""What is entered about the limits of standards."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from acceptance.services.standards import ProposeLimit
from acceptance.web.fields import Filled
from acceptance.web.forms import BaseForm


class LimitForm(BaseForm):
    """A value as it was read in the printed standard."""

    value = StringField(
        _l("印刷本上的数值"),
        [Length(max=40)],
        description=_l("小数或分数；与现在的数值一样就是核对无误。不是单个数值的，留空。"),
        render_kw={"inputmode": "text", "autocomplete": "off"},
    )
    seen = StringField(
        _l("在印刷本何处看到"),
        [Filled(), Length(max=200)],
        description=_l("条款和页码，例如“附录 D.0.2，第 118 页”。"),
    )
    reason = TextAreaField(_l("理由"), [Filled(), Length(max=500)], render_kw={"rows": "3"})

    def command(self, edition: str, field: str) -> ProposeLimit:
        """The proposal for this limit."""
        return ProposeLimit(
            edition=edition,
            field=field,
            value=(self.value.data or "").strip(),
            seen=(self.seen.data or "").strip(),
            reason=(self.reason.data or "").strip(),
        )


class DeclineForm(BaseForm):
    """Why a proposal is declined."""

    reason = StringField(_l("不予核定的理由"), [Filled(), Length(max=500)])
