"""The forms of the works tree."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Length

from acceptance.domain.works_presets import Preset
from acceptance.queries.works import TemplateChoice, WorksNode
from acceptance.services.works_checks import WorksDescription
from acceptance.web.fields import Filled
from acceptance.web.forms import BaseForm
from acceptance.web.language import locale
from acceptance.web.wording import gettext


class WorksForm(BaseForm):
    name = StringField(_l("名称"), [Filled(), Length(max=120)])
    location = StringField(_l("部位、轴线或桩号"), [Length(max=120)])
    is_main = BooleanField(_l("主要（决定安全、功能或效益）"))
    is_key = BooleanField(_l("关键部位"))
    is_concealed = BooleanField(_l("隐蔽工程"))
    template_code = SelectField(_l("检查表"), default="")
    mark = HiddenField()
    confirmed = BooleanField(_l("已核对，不是同一处"))

    def __init__(
        self, templates: tuple[TemplateChoice, ...], *, is_leaf: bool, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        if not is_leaf:
            del self.template_code
            return
        english = locale() == "en"
        self.template_code.choices = [
            ("", gettext("检查时再选")),
            *((t.code, f"{t.title_en if english else t.title}（{t.standard}）") for t in templates),
        ]
        self.template_code.data = self.template_code.data or ""

    def description(self) -> WorksDescription:
        """What was written down; only after the form was found valid."""
        return WorksDescription(
            name=self.name.data or "",
            location=self.location.data or "",
            is_main=bool(self.is_main.data),
            is_key=bool(self.is_key.data),
            is_concealed=bool(self.is_concealed.data),
            template_code=self.template_code.data or "" if "template_code" in self else "",
        )


class RetireForm(BaseForm):
    reason = TextAreaField(_l("停用的理由"), [Filled(), Length(max=300)])


class DivideForm(BaseForm):
    further = SelectMultipleField(_l("还有这些部位"), choices=[])

    def __init__(self, preset: Preset | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        options = preset.options if preset else ()
        self.further.choices = [(option.key, option.part.name) for option in options]

    def chosen(self) -> frozenset[str]:
        """The keys of the parts the project has besides the usual ones."""
        return frozenset(self.further.data or ())


def starting_values(part: WorksNode | None) -> dict[str, Any]:
    """What a form shows of a part; nothing of a new one."""
    if part is None:
        return {}
    return {
        "name": part.name,
        "location": part.location,
        "is_main": part.is_main,
        "is_key": part.is_key,
        "is_concealed": part.is_concealed,
        "template_code": part.template_code,
        "mark": part.mark,
    }
