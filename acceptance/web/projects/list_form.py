"""The questions above the list of projects: a GET form, so that its address can be shared."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField
from wtforms.validators import Length

from acceptance.domain.projects import Category, SizeClass
from acceptance.queries.project_choices import AreaChoice
from acceptance.queries.project_filters import Filters, FirstTime, Progress
from acceptance.queries.project_list import Order
from acceptance.web.forms import BaseForm
from acceptance.web.language import titled
from acceptance.web.wording import gettext

Word = TypeVar("Word", bound=StrEnum)

PROGRESS_NAMES = {
    Progress.BUILDING: _l("在建"),
    Progress.ACCEPTANCE: _l("待验收"),
    Progress.RECTIFYING: _l("整改中"),
    Progress.APPROVAL: _l("待批准"),
    Progress.ACCEPTED: _l("已验收"),
}
FIRST_TIME_NAMES = {
    FirstTime.PASSED: _l("一次验收合格"),
    FirstTime.LOST: _l("一次合格已失去"),
    FirstTime.OPEN: _l("第 1 次未结论"),
    FirstTime.NONE: _l("尚未验收"),
}
ORDER_NAMES = {
    Order.UPDATED: _l("最近变动"),
    Order.CODE: _l("编号"),
    Order.NAME: _l("名称"),
}


class ListForm(BaseForm):
    """What can be asked; an empty choice asks nothing."""

    class Meta(BaseForm.Meta):
        """A question changes nothing, so that it needs no token."""

        csrf = False

    text = StringField(_l("名称、编号、地点"), [Length(max=60)])
    area = SelectField(_l("乡镇或单位"), default="")
    category = SelectField(_l("类别"), default="")
    size_class = SelectField(_l("规模"), default="")
    progress = SelectField(_l("进度"), default="")
    first_time = SelectField(_l("一次验收"), default="")
    order = SelectField(_l("排序"), default=Order.UPDATED.value)

    def __init__(self, areas: tuple[AreaChoice, ...]) -> None:
        super().__init__(formdata=request.args)
        every = ("", gettext("全部"))
        self.area.choices = [every, *((str(area.id), indented(area)) for area in areas)]
        self.category.choices = [every, *((c.value, titled(c)) for c in Category)]
        self.size_class.choices = [every, *((s.value, titled(s)) for s in SizeClass)]
        self.progress.choices = [every, *((p.value, str(n)) for p, n in PROGRESS_NAMES.items())]
        self.first_time.choices = [
            every,
            *((f.value, str(n)) for f, n in FIRST_TIME_NAMES.items()),
        ]
        self.order.choices = [(o.value, str(n)) for o, n in ORDER_NAMES.items()]
        for field in (self.area, self.category, self.size_class, self.progress, self.first_time):
            field.data = field.data or ""
        self.order.data = self.order.data or Order.UPDATED.value

    def filters(self) -> Filters:
        """What was asked for."""
        return Filters(
            text=self.text.data or "",
            category=_word(Category, self.category.data),
            size_class=_word(SizeClass, self.size_class.data),
            progress=_word(Progress, self.progress.data),
            area_id=int(self.area.data) if self.area.data else None,
            first_time=_word(FirstTime, self.first_time.data),
        )

    def sorting(self) -> Order:
        """How the list is sorted."""
        return Order(self.order.data)


def indented(area: AreaChoice) -> str:
    """The name of an area with its depth in the tree."""
    return "\u3000" * area.depth + area.name


def _word(kind: type[Word], value: str | None) -> Word | None:
    return kind(value) if value else None
