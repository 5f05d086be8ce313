"""The form of a project, cut to its category."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    SubmitField,
    TextAreaField,
)
from wtforms.validators import Length, Optional, Regexp
from wtforms.widgets import HiddenInput

from acceptance.domain.exact import decimal_text
from acceptance.domain.findings import Finding
from acceptance.domain.project_description import DESCRIBED, ProjectDescription
from acceptance.domain.projects import Category, SizeBasis, SizeClass, rule_sets_for
from acceptance.i18n import translator
from acceptance.i18n.titles import PROCESS_TITLES
from acceptance.queries.project_choices import AreaChoice
from acceptance.queries.units import Unit
from acceptance.web.fields import Between, CountField, DayField, ExactDecimalField, Filled
from acceptance.web.forms import BaseForm
from acceptance.web.language import locale, titled
from acceptance.web.projects.list_form import indented
from acceptance.web.wording import gettext
from acceptance.workflow.processes import PROCESSES_FOR

_CODE = r"[0-9A-Za-z][0-9A-Za-z〔〕()（）\-_/]*\Z"
# Fields that only some categories have; every other field is for all.
_ONLY: dict[str, frozenset[Category]] = {
    "is_housing": frozenset({Category.BUILDING}),
    "floor_area": frozenset({Category.BUILDING, Category.OTHER}),
    "structure": frozenset({Category.BUILDING}),
    "length_km": frozenset({Category.MUNICIPAL, Category.RURAL_ROAD, Category.WATER_SAVING}),
    "irrigated_mu": frozenset({Category.WATER_SAVING}),
}


# A form of the library has a method `process`, so that this field cannot be called so.
FIELD_OF = {"process": "procedure"}


class ProjectForm(BaseForm):
    code = StringField(
        _l("编号"),
        [Filled(), Length(max=40), Regexp(_CODE, message=_l("编号只用字母、数字和 - _ / 〔〕"))],
    )
    name = StringField(_l("名称"), [Filled(), Length(max=120)])
    area_id = SelectField(_l("乡镇或单位"), [Filled()])
    place = StringField(_l("建设地点"), [Length(max=200)])
    procedure = SelectField(_l("验收程序"), [Filled()])
    rule_set = SelectField(_l("执行标准"), [Filled()])
    investment = ExactDecimalField(
        _l("总投资"), [Optional(), Between(least=0, most=Decimal(10) ** 13)], places=2
    )
    floor_area = ExactDecimalField(
        _l("建筑面积"), [Optional(), Between(least=0, most=Decimal(10) ** 8)], places=2
    )
    length_km = ExactDecimalField(
        _l("里程或长度"), [Optional(), Between(least=0, most=100000)], places=3
    )
    irrigated_mu = ExactDecimalField(
        _l("灌溉面积"), [Optional(), Between(least=0, most=Decimal(10) ** 8)], places=2
    )
    suggest = SubmitField(_l("按所填数据提示规模"))
    size_class = RadioField(_l("规模"), [Filled()])
    size_basis = RadioField(_l("规模依据"), [Filled()])
    size_note = TextAreaField(_l("人工认定的理由"), [Length(max=200)])
    is_housing = BooleanField(_l("含住宅（须分户验收）"))
    structure = StringField(_l("结构类型"), [Length(max=60)])
    permit = StringField(_l("施工许可证或开工批准文号"), [Length(max=60)])
    planned_start = DayField(_l("计划开工"), [Optional()])
    planned_finish = DayField(_l("计划完工"), [Optional()])
    actual_start = DayField(_l("实际开工"), [Optional()])
    actual_finish = DayField(_l("实际完工"), [Optional()])
    acceptance_due = DayField(_l("计划验收"), [Optional()])
    organiser = StringField(_l("验收组织单位"), [Filled(), Length(max=120)])
    approving_body = StringField(_l("批准单位"), [Filled(), Length(max=120)])
    filing_body = StringField(_l("备案或档案接收单位"), [Length(max=120)])
    filing_number = StringField(_l("备案编号"), [Length(max=60)])
    responsible_id = SelectField(_l("责任单位"), [Optional()])
    confirmed = BooleanField(_l("已核对，不是同一个项目"))

    def __init__(
        self,
        category: Category,
        areas: tuple[AreaChoice, ...],
        units: tuple[Unit, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.category = category
        catalog = translator(locale())
        for name, categories in _ONLY.items():
            if category not in categories:
                del self[name]
        self.area_id.choices = [
            ("", gettext("请选择")),
            *((str(area.id), indented(area)) for area in areas),
        ]
        self.responsible_id.choices = [
            ("", gettext("不指定")),
            *((str(unit.id), unit.name) for unit in units),
        ]
        self.procedure.choices = [
            (code, catalog.gettext(PROCESS_TITLES[code])) for code in PROCESSES_FOR[category]
        ]
        self.rule_set.choices = [
            (rules.key, f"{rules.key} {rules.title}") for rules in rule_sets_for(category)
        ]
        self.size_class.choices = [(word.value, titled(word)) for word in SizeClass]
        self.size_basis.choices = [(word.value, titled(word)) for word in SizeBasis]

    def description(self) -> ProjectDescription:
        """What was written down; only after the form was found valid."""
        fields = ((name, FIELD_OF.get(name, name)) for name in DESCRIBED)
        values = {name: self[field].data for name, field in fields if field in self}
        values = {name: value for name, value in values.items() if value is not None}
        values["code"] = values["code"].upper()
        values["area_id"] = int(values["area_id"])
        values["responsible_id"] = int(values.get("responsible_id") or 0) or None
        values["category"] = self.category
        values["size_class"] = SizeClass(values["size_class"])
        values["size_basis"] = SizeBasis(values["size_basis"])
        return ProjectDescription(**values)

    def as_typed(self) -> dict[str, str]:
        """Every described field as the text that a browser would send."""
        names = (FIELD_OF.get(name, name) for name in DESCRIBED)
        return {name: _typed(self[name]) for name in names if name in self}

    def refuse(self, *findings: Finding) -> None:
        """Show the reasons of the service at the fields that carry other names here."""
        super().refuse(
            *(replace(found, field=FIELD_OF.get(found.field, found.field)) for found in findings)
        )


class ChangeForm(ProjectForm):
    version = CountField(validators=[Filled()], widget=HiddenInput())
    base = HiddenField()


def starting_values(described: ProjectDescription) -> dict[str, Any]:
    """What a form shows of a project."""
    values = {FIELD_OF.get(name, name): getattr(described, name) for name in DESCRIBED}
    values["area_id"] = str(described.area_id)
    values["responsible_id"] = str(described.responsible_id or "")
    values["size_class"] = described.size_class.value
    values["size_basis"] = described.size_basis.value
    return values


def sent_values(described: ProjectDescription) -> dict[str, str]:
    """What a browser would send of a project that nobody changed, without what is blank."""
    texts = {name: _text(value) for name, value in starting_values(described).items()}
    return {name: text for name, text in texts.items() if text}


def fields_of(names: Mapping[str, str], form: ProjectForm) -> dict[str, str]:
    """Those of the values that the form has a field for."""
    return {name: value for name, value in names.items() if name in form}


def _typed(field: Any) -> str:
    if isinstance(field, BooleanField):
        return _text(field.data)
    if field.raw_data:
        return str(field.raw_data[0]).strip()
    return _text(field.data)


def _text(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "y"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
