"""The small form by which an inspection begins, and the questions above the other checklists."""

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from acceptance.domain.works_divisions import Division
from acceptance.services.checklists import LONGEST_REASON
from acceptance.web.fields import Filled
from acceptance.web.forms import BaseForm
from acceptance.web.language import locale
from acceptance.web.wording import gettext


class OpeningForm(BaseForm):
    """Which template, and why a leaf that has passed is inspected again."""

    template_code = HiddenField(_l("检查表"), [Filled(), Length(max=60)])
    reason = TextAreaField(_l("再次检查的理由"), [Length(max=LONGEST_REASON)])


class ChoosingForm(BaseForm):
    """Which of the many checklists to show; an empty choice shows all."""

    class Meta(BaseForm.Meta):
        """A question changes nothing, so that it needs no token."""

        csrf = False

    text = StringField(_l("名称或标准"), [Length(max=60)])
    division = SelectField(_l("分部"), default="")

    def __init__(self, divisions: tuple[Division, ...], usual: str) -> None:
        super().__init__(formdata=request.args if "division" in request.args else None)
        chinese = locale() == "zh"
        names = [(each.name, each.name if chinese else each.name_en) for each in divisions]
        self.division.choices = [("", gettext("全部")), *names]
        if not self.is_asked:
            self.division.data = usual

    @property
    def is_asked(self) -> bool:
        """Whether somebody has asked at all; until then the form follows the part of the works."""
        return "division" in request.args
