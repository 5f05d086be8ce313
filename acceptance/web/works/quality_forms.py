"""The forms of a part's quality record and of its accidents."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import FieldList, Form, FormField, SelectField, StringField, TextAreaField
from wtforms.validators import Length
from wtforms.widgets import HiddenInput

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.rollup.asked import Asked
from acceptance.domain.rollup.words import Documents, Treatment
from acceptance.domain.standards.sl_176 import SL_176_2007_APPEARANCE
from acceptance.domain.standards.water_accidents import BANDS
from acceptance.i18n.evaluation_titles_water import WORD_TITLES
from acceptance.queries.works_quality import QualityPage, SightRow
from acceptance.services.appearance_lines import AppearanceLine
from acceptance.services.quality_accidents import RecordAccident, TreatAccident
from acceptance.services.works_records import Quality, RecordQuality
from acceptance.web.fields import Between, CountField, DayField, ExactDecimalField, Filled
from acceptance.web.forms import BaseForm
from acceptance.web.language import saying, titled
from acceptance.web.wording import gettext
from acceptance.web.works.sight_forms import SightFields, sight_lines, sight_rows

MOST_ITEMS = 40
LONGEST = 300
YES, NO = "yes", "no"
_TRUTH = {YES: True, NO: False, "": None}
_WORDS = {True: YES, False: NO, None: ""}
_ASKED = {
    "documents": Asked.DOCUMENTS,
    "entity_test": Asked.APPEARANCE_POINTS,
    "functions_passed": Asked.FUNCTIONS,
    "monitoring_passed": Asked.MONITORING,
    "materials_passed": Asked.MATERIALS,
    "blocks_grade": Asked.MATERIALS,
    "blocks_groups": Asked.MATERIALS,
    "appearance_good": Asked.APPEARANCE_POINTS,
    "appearance_fair": Asked.APPEARANCE_POINTS,
    "appearance_poor": Asked.APPEARANCE_POINTS,
    "appearance_items": Asked.APPEARANCE_ITEMS,
    "deducted_look": Asked.MARKS,
    "deducted_documents": Asked.MARKS,
    "score": Asked.MARKS,
    "investment_wan": Asked.INVESTMENT,
    "defect_feature": Asked.DEFECT_FILING,
    "defect_cause": Asked.DEFECT_FILING,
    "defect_effect": Asked.DEFECT_FILING,
    "defect_opinions": Asked.DEFECT_FILING,
    "defect_number": Asked.DEFECT_FILING,
    "defect_filed_on": Asked.DEFECT_FILING,
}


class HiddenVersion(CountField):
    """The version the page showed."""

    widget = HiddenInput()


class ItemRow(Form):
    """An item of the appearance table; one without grade and points is absent from the works."""

    class Meta(BaseForm.Meta):
        """The tidy fields and our words, without a token of its own."""

        csrf = False

    title = StringField(_l("检查项"), [Length(max=60)])
    standard: Any = ExactDecimalField(_l("标准分"), [Between(0, 100)], places=1)
    grade = SelectField(_l("等级"), default="")
    points_passed: Any = CountField(_l("合格测点"))
    points: Any = CountField(_l("测点"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = (gettext("一级"), gettext("二级"), gettext("三级"), gettext("四级"))
        grades = zip(SL_176_2007_APPEARANCE.grades, words, strict=True)
        self.grade.choices = [("", "—"), *((str(each.grade), word) for each, word in grades)]
        self.grade.data = str(self.grade.data or "")

    @property
    def is_blank(self) -> bool:
        return not self.title.data or self.standard.data is None

    def line(self) -> AppearanceLine:
        return AppearanceLine(
            self.title.data or "",
            self.standard.data,
            int(self.grade.data) if self.grade.data else None,
            self.points.data,
            self.points_passed.data,
        )


class QualityForm(BaseForm):
    """What is recorded of a part; the fields that its level does not ask for are left out."""

    version: Any = HiddenVersion(validators=[Filled()])
    documents = SelectField(_l("质量控制资料"), default="")
    entity_test = StringField(_l("资料缺失时，实体检验报告编号"), [Length(max=60)])
    functions_passed = SelectField(_l("安全和主要使用功能检验"), default="")
    monitoring_passed = SelectField(_l("观测资料"), default=YES)
    materials_passed = SelectField(_l("原材料、中间产品、金属结构和设备"), default=YES)
    blocks_grade = SelectField(_l("试块质量"), default="")
    blocks_groups: Any = CountField(_l("试块组数"))
    appearance_good: Any = CountField(_l("观感质量评为“好”的处数"))
    appearance_fair: Any = CountField(_l("评为“一般”的处数"))
    appearance_poor: Any = CountField(_l("评为“差”、尚未返修的处数"))
    appearance_items = FieldList(FormField(ItemRow), max_entries=MOST_ITEMS)
    sights: Any = FieldList(FormField(SightFields), max_entries=MOST_ITEMS)
    deducted_look: Any = ExactDecimalField(_l("外观缺陷减分"), [Between(0, 100)], places=1)
    deducted_documents: Any = ExactDecimalField(_l("资料不全减分"), [Between(0, 100)], places=1)
    score: Any = ExactDecimalField(_l("分项工程评分值"), [Between(0, 100)], places=2)
    investment_wan: Any = ExactDecimalField(_l("投资额"), [Between(0)], places=4)
    treatment = SelectField(_l("不合格后的处理"), default="")
    treatment_basis = StringField(_l("检测报告、核算或处理方案"), [Length(max=LONGEST)])
    defect_feature = TextAreaField(_l("质量缺陷的部位和特征"), [Length(max=LONGEST)])
    defect_cause = TextAreaField(_l("产生的原因"), [Length(max=LONGEST)])
    defect_effect = TextAreaField(_l("对功能、强度和寿命的影响"), [Length(max=LONGEST)])
    defect_opinions = TextAreaField(_l("各单位意见和不同意见"), [Length(max=LONGEST)])
    defect_number = StringField(_l("质量缺陷备案编号"), [Length(max=60)])
    defect_filed_on: Any = DayField(_l("备案日期"))

    def __init__(self, page: QualityPage, **kwargs: Any) -> None:
        super().__init__(data=_starting(page), **kwargs)
        truths = [(YES, gettext("符合要求")), (NO, gettext("不符合要求"))]
        blank = [("", gettext("未登记"))]
        self.documents.choices = [*blank, *((each.value, titled(each)) for each in Documents)]
        self.functions_passed.choices = [*blank, *truths]
        self.monitoring_passed.choices = self.materials_passed.choices = truths
        grades = [(each.value, gettext(WORD_TITLES[each.value])) for each in QualityGrade]
        self.blocks_grade.choices = [("", gettext("没有试块")), *grades]
        treatments = [(each.value, titled(each)) for each in Treatment]
        self.treatment.choices = [("", gettext("没有")), *treatments]
        for name, asked in _ASKED.items():
            if asked not in page.asked:
                delattr(self, name)
        self._seen = page.sights
        if not page.sights:
            del self.sights

    @property
    def seen(self) -> list[tuple[SightRow, SightFields]]:
        """The items of H.0.1-4 with their fields."""
        return sight_rows(self.sights, self._seen) if "sights" in self else []

    @property
    def rows(self) -> list[ItemRow]:
        return [each.form for each in self.appearance_items] if "appearance_items" in self else []

    def command(self, works_id: int) -> RecordQuality:
        given = {
            name: field.data
            for name, field in self._fields.items()
            if name in Quality.__dataclass_fields__ and name != "appearance_items"
        }
        given |= {name: given[name] or "" for name in _TEXTS if name in given}
        for name in _TRUTHS & given.keys():
            given[name] = _TRUTH[given[name]]
        for name, kind in _WORDS_OF.items():
            if name in given:
                given[name] = kind(given[name]) if given[name] else None
        lines = tuple(row.line() for row in self.rows if not row.is_blank)
        sights = sight_lines(self.seen)
        quality = Quality(
            **given, appearance_items=lines, appearance_sights=tuple(line for line, _ in sights)
        )
        return RecordQuality(works_id, self.version.data or 0, quality)

    def refuse(self, *findings: Finding) -> None:
        """What a table says of a row is shown at that row."""
        sights = sight_lines(self.seen)
        tables: dict[str, list[Any]] = {
            "items": [row for row in self.rows if not row.is_blank],
            "sights": [fields for _line, fields in sights],
        }
        for finding in findings:
            table, _, rest = finding.field.partition(".")
            place, _, name = rest.partition(".")
            kept = tables.get(table, [])
            if place.isdigit() and int(place) < len(kept) and name in kept[int(place)]:
                field = kept[int(place)][name]
                field.errors = [*field.errors, saying(finding)]
            else:
                super().refuse(finding)


_TRUTHS = frozenset({"functions_passed", "monitoring_passed", "materials_passed"})
_WORDS_OF = {"documents": Documents, "blocks_grade": QualityGrade, "treatment": Treatment}
_TEXTS = ("entity_test", "treatment_basis", "defect_feature", "defect_cause", "defect_effect",
          "defect_opinions", "defect_number")  # fmt: skip


class AccidentForm(BaseForm):
    """An accident; its class follows from kind and loss."""

    happened_on: Any = DayField(_l("事故日期"), [Filled()])
    kind = SelectField(_l("工程类别"), [Filled()])
    loss_wan: Any = ExactDecimalField(_l("直接经济损失"), [Filled(), Between(0)], places=4)
    what = TextAreaField(_l("事故经过和原因"), [Filled(), Length(max=LONGEST)])

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        kinds = [(each, gettext(WORD_TITLES.get(each, each))) for each in BANDS]
        kinds = [
            (key, gettext("土石方工程") if key == "earthworks" else word) for key, word in kinds
        ]
        self.kind.choices = [("", gettext("请选择")), *kinds]

    def command(self, works_id: int) -> RecordAccident:
        return RecordAccident(
            works_id, self.happened_on.data, self.kind.data, self.loss_wan.data,
            self.what.data or "",
        )  # fmt: skip


class TreatedForm(BaseForm):
    """An accident that has been treated."""

    treated_on: Any = DayField(_l("处理完毕日期"), [Filled()])
    how = TextAreaField(_l("怎样处理和复检的"), [Filled(), Length(max=LONGEST)])

    def command(self, accident_id: int) -> TreatAccident:
        return TreatAccident(accident_id, self.treated_on.data, self.how.data or "")


def _starting(page: QualityPage) -> dict[str, Any]:
    values: dict[str, Any] = {**page.values, "version": page.version}
    for name in _TRUTHS & values.keys():
        values[name] = _WORDS[values[name]]
    # A list would look for the word "None" among its choices.
    values = {name: value for name, value in values.items() if value is not None}
    if page.sights:
        values["sights"] = [dict(row.values) for row in page.sights]
    if Asked.APPEARANCE_ITEMS in page.asked:
        values["appearance_items"] = list(page.items)
    return values
