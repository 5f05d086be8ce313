"""Which form a quality record follows: its title, and its number where it is known."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts, Standing
from acceptance.domain.record_forms import RecordForm

UNKNOWN = "表号待核对"
STANDINGS = {
    Standing.PASSED: "合格",
    Standing.FAILED: "不合格",
    Standing.UNFINISHED: "未完成",
}


@dataclass(frozen=True, slots=True)
class Form:
    """The title of a form and its number by rule set; another edition's number is not claimed."""

    title: str
    rule_set: str = ""
    number: str = UNKNOWN


_BUILDING, _WATER = "GB 50300-2013", "SL 176-2007"
_FORMS = {
    (Paper.BUILDING, Level.LOT): Form("检验批质量验收记录", _BUILDING, "表 E.0.1"),
    (Paper.BUILDING, Level.ITEM): Form("分项工程质量验收记录", _BUILDING, "表 F.0.1"),
    (Paper.BUILDING, Level.DIVISION): Form("分部工程质量验收记录", _BUILDING, "表 G.0.1"),
    (Paper.BUILDING, Level.UNIT): Form("单位工程质量竣工验收记录", _BUILDING, "表 H.0.1-1"),
    (Paper.BUILDING, None): Form("单位工程质量验收情况汇总"),
    (Paper.ROAD, Level.ITEM): Form("分项工程质量检验评定表"),
    (Paper.ROAD, Level.DIVISION): Form("分部工程质量检验评定表"),
    (Paper.ROAD, Level.UNIT): Form("单位工程质量检验评定表"),
    (Paper.ROAD, None): Form("建设项目（合同段）质量检验评定表"),
    (Paper.WATER, Level.ELEMENT): Form("单元工程施工质量验收评定表"),
    (Paper.WATER, Level.DIVISION): Form("分部工程施工质量评定表", _WATER, "表 G-1（待核对）"),
    (Paper.WATER, Level.UNIT): Form("单位工程施工质量评定表", _WATER, "表 G-2（待核对）"),
    (Paper.WATER, None): Form("工程项目施工质量评定表", _WATER, "表 G-4（待核对）"),
}


_BESIDE = {
    (Paper.BUILDING, RecordForm.CONTROL_DOCUMENTS): Form(
        "单位工程质量控制资料核查记录", _BUILDING, "表 H.0.1-2"
    ),
    (Paper.BUILDING, RecordForm.FUNCTION_TESTS): Form(
        "单位工程安全和功能检验资料核查及主要功能抽查记录", _BUILDING, "表 H.0.1-3"
    ),
    (Paper.BUILDING, RecordForm.APPEARANCE): Form(
        "单位工程观感质量检查记录", _BUILDING, "表 H.0.1-4"
    ),
    (Paper.WATER, RecordForm.CONTROL_DOCUMENTS): Form(
        "单位工程施工质量检验资料核查表", _WATER, "表 G-3（待核对）"
    ),
    (Paper.WATER, RecordForm.APPEARANCE): Form(
        "单位工程外观质量评定表", _WATER, "附录 A（待核对）"
    ),
}
_MINUTES = {Level.DIVISION: "分部工程验收鉴定书", Level.UNIT: "单位工程验收鉴定书"}


def form_of(facts: RecordFacts) -> Form:
    """The form of these facts."""
    if facts.form is RecordForm.RATING:
        return _FORMS[facts.paper, facts.level]
    if facts.form is RecordForm.MINUTES and facts.level:
        return Form(_MINUTES[facts.level])
    return _BESIDE[facts.paper, facts.form]


def form_number(facts: RecordFacts) -> str:
    """The number of the form in the project's edition, or that it awaits the printed standard."""
    if facts.paper is Paper.BUILDING and facts.level is None:
        return "标准未设此表"
    if facts.form is RecordForm.MINUTES:
        return "SL 223-2008（格式待核对）"
    form = form_of(facts)
    return form.number if form.rule_set == facts.rule_set else UNKNOWN
