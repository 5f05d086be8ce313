"""Quality records as pages: the form of each level, nothing that looks finished and is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acceptance.documents.record import render_record
from acceptance.documents.record_forms import UNKNOWN, form_number, form_of
from acceptance.domain.canonical import canonical
from acceptance.domain.certificates import Paper, Particular
from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.projects import RULE_SETS, Level
from acceptance.domain.record_facts import RecordFacts, Standing
from tests.builders.pdf import Pdf
from tests.builders.record_papers import ORDERED_AT, item, mishaps, part, quality, record


def text_of(facts: RecordFacts) -> str:
    pdf = Pdf(render_record(facts, ORDERED_AT))
    return "".join(pdf.text(number) for number in range(len(pdf.pages)))


def spaceless(facts: RecordFacts) -> str:
    """Lines are broken anywhere, and room for ink is space."""
    return "".join(text_of(facts).split())


@pytest.mark.parametrize(
    ("paper", "level", "number", "words"),
    [
        (Paper.BUILDING, Level.LOT, "表 E.0.1", ("检验批容量", "专业工长", "实际抽样数量")),
        (Paper.BUILDING, Level.ITEM, "表 F.0.1", ("检验批名称", "项目专业技术负责人")),
        (Paper.BUILDING, Level.DIVISION, "表 G.0.1", ("质量控制资料", "总监理工程师")),
        (Paper.BUILDING, Level.UNIT, "表 H.0.1-1", ("经查符合 1 分部", "综合验收结论", "公章")),
        (Paper.BUILDING, None, "标准未设此表", ("单位工程名称",)),
        (Paper.ROAD, Level.ITEM, UNKNOWN, ("规定值或允许偏差", "监理单位意见")),
        (Paper.ROAD, Level.DIVISION, UNKNOWN, ("桩号、部位", "质量等级")),
        (Paper.ROAD, Level.UNIT, UNKNOWN, ("分部工程", "质量等级")),
        (Paper.ROAD, None, UNKNOWN, ("单位工程", "质量等级")),
        (Paper.WATER, Level.ELEMENT, UNKNOWN, ("质量要求", "监理单位复核意见")),
        (Paper.WATER, Level.DIVISION, "表 G-1（待核对）", ("其中优良", "50.0", "项目法人认定意见")),
        (Paper.WATER, Level.UNIT, "表 G-2（待核对）", ("外观质量", "其中优良")),
        (Paper.WATER, None, "表 G-4（待核对）", ("单位工程名称", "其中优良")),
    ],
)
def test_each_level_has_its_form(
    paper: Paper, level: Level | None, number: str, words: tuple[str, ...]
) -> None:
    lowest = {Paper.BUILDING: Level.LOT, Paper.ROAD: Level.ITEM, Paper.WATER: Level.ELEMENT}
    below = {"items": (item(),)} if level is lowest[paper] else {"parts": (part(),)}
    facts = record(paper, level, **below)
    said = text_of(facts)
    assert form_number(facts) == number
    for word in (form_of(facts).title, facts.rule_set, "12\u00a0345", *words):
        assert word.replace(" ", "") in said.replace(" ", "")
    assert "未完成" not in said


@pytest.mark.parametrize(
    ("paper", "level", "words", "never"),
    [
        (
            Paper.BUILDING,
            Level.DIVISION,
            ("基本齐全；缺失资料以实体检验报告 JC-118 代替", "符合要求", "好 41 处，一般 7 处"),
            ("试块",),
        ),
        (
            Paper.BUILDING,
            Level.UNIT,
            ("登记：基本齐全", "登记：符合要求", "登记：好 41 处", "综合验收结论"),
            ("试块",),
        ),
        (Paper.ROAD, Level.DIVISION, ("质量保证资料", "基本齐全", "好 41 处"), ("试块",)),
        (Paper.ROAD, Level.UNIT, ("质量保证资料", "基本齐全", "好 41 处"), ("试块",)),
        (Paper.WATER, Level.DIVISION, ("中间产品", "优良（32 组）"), ("得分率", "好 41")),
        (
            Paper.WATER,
            Level.UNIT,
            ("应得 22 分，实得 20.8 分，得分率 94.5 %", "基本齐全", "观测资料"),
            ("试块",),
        ),
        (Paper.WATER, None, ("观测资料", "监理单位评定意见"), ("得分率", "施工单位自评意见")),
    ],
)
def test_what_was_recorded_of_a_part_stands_on_its_form(
    paper: Paper, level: Level | None, words: tuple[str, ...], never: tuple[str, ...]
) -> None:
    said = spaceless(record(paper, level, parts=(part(),), quality=quality(), **mishaps()))
    told = ("核算书JS-07", "备案BA-003，2026年8月1日", "一般质量事故", "12.5万元", "全部返工")
    for word in (*words, *told):
        assert word.replace(" ", "") in said
    assert [word for word in never if word.replace(" ", "") in said] == []


@pytest.mark.parametrize(
    ("paper", "level"),
    [(paper, level) for paper in Paper for level in (Level.DIVISION, Level.UNIT, None)],
)
def test_what_nobody_has_recorded_stays_open_for_ink(paper: Paper, level: Level | None) -> None:
    said = spaceless(record(paper, level, parts=(part(),)))
    for word in ("登记：", "基本齐全", "不符合要求", "好0处", "94.5"):
        assert word not in said
    # The forms of water works ask for accidents, so that none is an answer.
    assert ("台账中没有登记" in said) is (paper is Paper.WATER)


def test_a_part_half_said_claims_no_more_than_was_said() -> None:
    open_yet = quality(documents=None, entity_test="", functions_passed=None, fair=None)
    said = spaceless(record(Paper.BUILDING, Level.UNIT, parts=(part(),), quality=open_yet))
    assert "登记：" not in said
    failed = quality(functions_passed=False, poor=3)
    said = spaceless(record(Paper.BUILDING, Level.UNIT, parts=(part(),), quality=failed))
    assert "登记：不符合要求" in said
    assert "差（尚未返修）3处" in said


@pytest.mark.parametrize("rule_set", [key for key in RULE_SETS if key != "GB 50300-2013"])
def test_no_other_edition_is_given_the_number_of_2013(rule_set: str) -> None:
    facts = record(Paper.BUILDING, Level.LOT, rule_set=rule_set)
    assert form_number(facts) == UNKNOWN


def test_what_is_unfinished_says_so_on_every_page() -> None:
    facts = record(
        Paper.BUILDING,
        Level.LOT,
        items=tuple(item(n) for n in range(30)),
        standing=Standing.FAILED,
        finished=False,
    )
    pdf = Pdf(render_record(facts, ORDERED_AT))
    assert len(pdf.pages) > 2
    assert all("未完成" in pdf.text(number) for number in range(len(pdf.pages)))
    assert "其中已有不合格" in "".join(pdf.text(n) for n in range(len(pdf.pages)))


def test_an_item_says_what_was_found_and_what_is_in_doubt() -> None:
    worked = item(figures=(Particular("代表值", "97.2"),), verified=False)
    failed = item(2, outcome=ItemOutcome.FAILED, note="漏放一根")
    said = text_of(record(Paper.ROAD, Level.ITEM, items=(worked, failed)))
    for word in ("待核对", "代表值97.2", "2*", "漏放一根", "不合格"):
        assert word in said.replace(" ", "")


def test_the_same_facts_are_the_same_bytes_and_lie_inside() -> None:
    facts = record(Paper.BUILDING, Level.LOT, items=(item(),))
    written = render_record(facts, ORDERED_AT)
    assert render_record(facts, ORDERED_AT) == written
    assert render_record(replace(facts, ledger_position=1), ORDERED_AT) != written
    document = facts.to_document()
    assert Pdf(written).attachment.decode() == canonical(document)
    assert RecordFacts.from_document(document) == facts


def test_the_longest_names_and_forty_items_of_sixty_points_fit() -> None:
    long = "陇西县巩昌镇城东片区保障性住房及配套基础设施建设项目（一期）" * 4
    facts = record(
        Paper.ROAD,
        Level.ITEM,
        **mishaps(30),
        project_name=long[:120],
        names=(Particular("单位工程", long[:120]),),
        items=tuple(item(n, points=60) for n in range(40)),
    )
    pdf = Pdf(render_record(facts, ORDERED_AT))
    last = "".join(pdf.text(n) for n in range(len(pdf.pages) - 3, len(pdf.pages)))
    assert "K39+059" in last
    assert "实测值或统计数据" in pdf.text(len(pdf.pages) - 1)
