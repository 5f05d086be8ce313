"""The forms that go with the record of a unit works: documents, tests, look, minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from acceptance.documents.record import render_record
from acceptance.documents.record_forms import UNKNOWN, form_number, form_of
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Category, Level
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_forms import RecordForm, forms_for
from acceptance.domain.record_quality import Marks
from tests.builders.pdf import Pdf
from tests.builders.record_papers import ORDERED_AT, documents, item, mishaps, part, quality, record

CONTROL, TESTS = RecordForm.CONTROL_DOCUMENTS, RecordForm.FUNCTION_TESTS


def said(facts: RecordFacts) -> str:
    pdf = Pdf(render_record(facts, ORDERED_AT))
    return "".join("".join(pdf.text(number) for number in range(len(pdf.pages))).split())


def unit(paper: Paper = Paper.BUILDING, **changes: Any) -> RecordFacts:
    facts: dict[str, Any] = {"parts": (part("主体结构"),), "quality": quality()}
    return record(paper, Level.UNIT, **(facts | changes))


@pytest.mark.parametrize(
    ("category", "level", "beside"),
    [
        (Category.BUILDING, Level.UNIT, {CONTROL, TESTS, RecordForm.APPEARANCE}),
        (Category.OTHER, Level.UNIT, {CONTROL, TESTS, RecordForm.APPEARANCE}),
        (Category.BUILDING, Level.DIVISION, set()),
        (Category.MUNICIPAL, Level.UNIT, {CONTROL, TESTS}),
        (Category.RURAL_ROAD, Level.UNIT, set()),
        (Category.WATER_SAVING, Level.UNIT, {CONTROL, RecordForm.APPEARANCE, RecordForm.MINUTES}),
        (Category.WATER_SAVING, Level.DIVISION, {RecordForm.MINUTES}),
        (Category.WATER_SAVING, None, set()),
    ],
)
def test_each_level_has_its_forms(
    category: Category, level: Level | None, beside: set[RecordForm]
) -> None:
    first, *others = forms_for(category, level)
    assert first is RecordForm.RATING
    assert set(others) == beside


@pytest.mark.parametrize(
    ("paper", "form", "title", "number"),
    [
        (Paper.BUILDING, CONTROL, "单位工程质量控制资料核查记录", "表 H.0.1-2"),
        (Paper.BUILDING, TESTS, "单位工程安全和功能检验资料核查及主要功能抽查记录", "表 H.0.1-3"),
        (Paper.BUILDING, RecordForm.APPEARANCE, "单位工程观感质量检查记录", "表 H.0.1-4"),
        (Paper.WATER, CONTROL, "单位工程施工质量检验资料核查表", "表 G-3（待核对）"),
        (Paper.WATER, RecordForm.APPEARANCE, "单位工程外观质量评定表", "附录 A（待核对）"),
    ],
)
def test_a_form_has_its_title_and_its_number_in_its_own_edition_only(
    paper: Paper, form: RecordForm, title: str, number: str
) -> None:
    facts = unit(paper, documents=documents(form)).on(form)
    assert (form_of(facts).title, form_number(facts)) == (title, number)
    assert title in said(facts)
    other = unit(paper, rule_set="SL 703-2015").on(form)
    assert form_number(other) == UNKNOWN


@pytest.mark.parametrize(
    ("form", "recorded"),
    [(CONTROL, "基本齐全；缺失资料以实体检验报告JC-118代替"), (TESTS, "登记的核查结果符合要求")],
)
def test_documents_stand_under_their_trade_with_number_and_day(
    form: RecordForm, recorded: str
) -> None:
    facts = unit(documents=documents(form)).on(form)
    told = said(facts)
    for word in ("建筑与结构", "电梯", "资-01", "2026-10-01", "本工程不涉及：没有事故", recorded):
        assert word in told
    assert "应有及涉及2项，已归档2项，本工程不涉及1项" in told
    assert facts.finished
    assert "未完成" not in told
    assert "未归档" not in told


def test_a_required_document_that_is_missing_keeps_the_form_open() -> None:
    facts = unit(documents=documents(CONTROL, number="", dated=None)).on(CONTROL)
    told = said(facts)
    assert not facts.finished
    assert told.count("未归档") == 1
    assert "应有及涉及2项，已归档1项，缺1项" in told
    assert "未完成" in told


def test_a_form_without_any_list_is_not_finished() -> None:
    assert not unit().on(CONTROL).finished
    assert not unit(documents=documents(TESTS)).on(CONTROL).finished


def test_the_record_of_the_unit_counts_the_documents_of_both_lists() -> None:
    lists = documents(CONTROL) + documents(TESTS, number="", dated=None)
    told = said(unit(documents=lists))
    assert "共2项，经核查符合规定2项" in told
    assert "共核查2项，符合规定1项" in told
    assert "共项，经核查符合规定项" in said(unit())


def test_the_appearance_table_scores_each_item_and_sums_up() -> None:
    facts = unit(Paper.WATER).on(RecordForm.APPEARANCE)
    told = said(facts)
    for word in ("外部尺寸1219/20二级10.8", "轮廓线10—一级10", "扶梯2———"):
        assert word in told
    assert "合计22得分率94.5%20.8" in told
    assert facts.finished


def test_before_anything_is_judged_the_items_of_the_standard_are_there_to_fill_in() -> None:
    facts = record(Paper.WATER, Level.UNIT).on(RecordForm.APPEARANCE)
    told = said(facts)
    assert not facts.finished
    assert "混凝土表面缺陷10" in told
    assert "厂区绿化8" in told
    assert "二级10.8" not in told


def test_minutes_say_what_is_recorded_and_leave_the_rest_to_the_group() -> None:
    told = said(unit(Paper.WATER, **mishaps()).on(RecordForm.MINUTES))
    for word in (
        "单位工程验收鉴定书", "格式待核对", "单元工程4个，合格4个，其中优良2个，优良率50.0%",
        "应得22分，实得20.8分，得分率94.5%", "一般质量事故", "保留意见", "验收工作组成员签字表",
    ):  # fmt: skip
        assert word in told
    lowest = record(
        Paper.WATER, Level.DIVISION, parts=(part(important=True, leaves=1, passed=1, excellent=1),)
    )
    told = said(lowest.on(RecordForm.MINUTES))
    assert "重要隐蔽单元工程和关键部位单元工程1个，合格1个，其中优良1个" in told
    assert "台账中没有登记" in told


def test_facts_of_every_form_are_read_back_as_they_were_written() -> None:
    for form in RecordForm:
        facts = unit(Paper.WATER, documents=documents(CONTROL), **mishaps()).on(form)
        assert RecordFacts.from_document(facts.to_document()) == facts


def test_the_look_of_each_item_stands_with_its_points_and_what_the_team_calls_it() -> None:
    facts = unit().on(RecordForm.APPEARANCE)
    told = said(facts)
    for word in (
        "主体结构外观共检查12点（返修合格1点），好10点，一般2点，差0点好",
        "屋面共检查6点，好3点，一般1点，差2点差",
        "电梯4运行、平层共检查点，好点，一般点，差点",
        "观感质量综合评价共检查48点，好41点，一般7点，差0点",
    ):
        assert word in told
    assert facts.finished


def test_the_record_of_the_unit_counts_items_not_points() -> None:
    """Three items looked at: one good at once, one repaired, one still poor."""
    assert "共抽查3项，达到“好”和“一般”的1项，经返修处理符合要求的1项" in said(unit())
    blank = unit(quality=quality(sights=()))
    assert "共抽查项，达到“好”和“一般”的项" in said(blank)


def test_an_item_that_every_works_has_keeps_the_form_open_while_nobody_looked_at_it() -> None:
    looked, *_others, lift = quality().sights
    open_yet = quality(rate="", sights=(looked, replace(looked, title="屋面", good=None), lift))
    assert not unit(quality=open_yet).on(RecordForm.APPEARANCE).finished
    assert "未完成" in said(unit(quality=open_yet).on(RecordForm.APPEARANCE))
    assert unit(quality=quality(rate="", sights=(looked, lift))).on(RecordForm.APPEARANCE).finished


def scored(level: Level | None, marks: Marks, **changes: Any) -> RecordFacts:
    return record(Paper.ROAD, level, rule_set="JTG F80/1-2004", marks=marks, **changes)


def test_a_sub_item_of_2004_shows_weights_marks_and_what_was_deducted() -> None:
    items = (item(1, weight="3", mark="90"), item(2), item(3, weight="1", mark="100"))
    marks = Marks("92.5", "2", "", "90.5", line="75", passed=True)
    told = said(scored(Level.ITEM, marks, items=items))
    for word in (
        "权值得分评定", "90.0%390合格", "90.0%合格", "90.0%1100合格", "分项工程得分92.5分",
        "外观缺陷减分2分", "资料不全减分分", "分项工程评分值90.5分，达到75分",
    ):  # fmt: skip
        assert word in told
    entered = replace(marks, entered=True, score="70", passed=False)
    told = said(scored(Level.ITEM, entered, items=items))
    assert "70分，不足75分，不合格（权值未载入，由评定人计算）" in told


def test_parts_of_2004_show_mark_weight_and_product_and_units_their_investment() -> None:
    parts = (part("土方路基", score="90", weight="2", weighed="162", reworked=True),)
    told = said(scored(Level.DIVISION, Marks(score="81", line="75", passed=True), parts=parts))
    for word in (
        "评分值权值加权得分等级",
        "902162合格返工",
        "评分值81分，达到75分",
        "90%（待核对）",
    ):
        assert word in told
    units = (part("路基工程", score="90", weight="1234.5", weighed="111105"),)
    told = said(scored(None, Marks(score="90", line="75", passed=True), parts=units))
    for word in ("实得分×投资额", "901234.5111105合格", "90分，达到75分（未计内业资料扣分）"):
        assert word in told
    assert "达到" not in said(scored(None, Marks(), parts=units))


def test_the_edition_of_2017_has_no_marks() -> None:
    told = said(record(Paper.ROAD, Level.DIVISION, parts=(part(),)))
    for word in ("权值", "评分值", "得分"):
        assert word not in told
