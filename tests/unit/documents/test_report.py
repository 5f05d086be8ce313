"""The report as pages and sheets: right facts, right glyphs, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from openpyxl import load_workbook

from acceptance.documents.report import render_report
from acceptance.documents.report_agreements import agreements, prizes
from acceptance.documents.report_lists import LIST, lists
from acceptance.documents.report_outlook import beside, expected, reasons, weights
from acceptance.documents.report_sheets import report_sheets
from acceptance.documents.report_wording import TITLE, budget, percent, period_name, still, verdict
from acceptance.documents.speech import speaking
from acceptance.documents.typed_signs import UNPRINTABLE
from acceptance.documents.workbook import workbook
from acceptance.domain.agreements import AgreementVerdict, Assessed
from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.rates import NOTHING, Rate
from acceptance.domain.reports import (
    ReportedAgreement,
    ReportedForecast,
    ReportedList,
    ReportedPrize,
    ReportedReason,
    ReportedWeight,
    ReportFacts,
)
from tests.builders.pdf import Pdf
from tests.builders.reports import RATES, county, crowded_county, empty_county, figure

FACTS: dict[str, Callable[[], ReportFacts]] = {
    "county": county,
    "empty": empty_county,
    "crowded": lambda: crowded_county().shortened(20),
}
MOMENT = datetime(2015, 6, 15, tzinfo=UTC)


def digest_of(facts: ReportFacts) -> str:
    return sha256(canonical(facts.to_document()))


@cache
def written(name: str) -> bytes:
    return render_report(FACTS[name](), digest_of(FACTS[name]()))


def text_of(name: str) -> str:
    pdf = Pdf(written(name))
    return "".join(pdf.text(number) for number in range(len(pdf.pages)))


@pytest.mark.parametrize("name", FACTS)
def test_facts_survive_the_way_through_json(name: str) -> None:
    facts = FACTS[name]()
    assert ReportFacts.from_document(facts.to_document()) == facts


@pytest.mark.parametrize("name", FACTS)
def test_the_same_facts_give_the_same_bytes(name: str) -> None:
    facts = FACTS[name]()
    assert render_report(facts, digest_of(facts)) == written(name)
    sheets = [workbook(report_sheets(facts, digest_of(facts)), MOMENT) for _ in range(2)]
    assert sheets[0] == sheets[1]


@pytest.mark.parametrize("name", FACTS)
def test_no_character_is_a_box_or_a_stand_in(name: str) -> None:
    pdf = Pdf(written(name))
    assert all(0 not in glyphs for page in pdf.pages for _, glyphs in page)
    assert UNPRINTABLE not in text_of(name)


def test_the_paper_says_the_facts() -> None:
    text = text_of("county").replace(" ", "").replace("\u00a0", "")
    assert TITLE in text
    assert "9/10" in text
    assert digest_of(county())[:4] in text
    assert "陇西县合计" in text
    for number in range(1, 5):
        assert f"2015-Q{number}" in text


def test_an_empty_county_has_no_data_and_no_verdict() -> None:
    text = text_of("empty")
    assert "无数据" in text
    assert "没有目标，不评定" in text
    assert "% 已达标" not in text
    assert "还没有可画的数据" in text


def test_a_rare_character_is_replaced_on_the_paper_and_kept_in_the_sheets() -> None:
    facts = county(Rate(1, 1), "工程\u2308")
    pdf = Pdf(render_report(facts, digest_of(facts)))
    assert any(f"工程{UNPRINTABLE}0" in pdf.text(number) for number in range(len(pdf.pages)))
    book = load_workbook(io.BytesIO(workbook(report_sheets(facts, ""), MOMENT)))
    assert "工程\u23080" in [row[2].value for row in book["名单 大中型一次合格"].iter_rows()]


def test_a_long_list_says_how_many_lines_it_leaves_to_the_sheets() -> None:
    facts = county(Rate(30, 30)).shortened(20)
    table = next(table for table in lists(facts)[0].tables if "（30）" in table.title)
    assert len(table.rows) == 20
    assert "另有 10 行" in table.note
    assert sum(LIST) == 84


def test_a_list_longer_than_the_facts_hold_says_where_the_rest_is() -> None:
    facts = county(Rate(30, 30))
    cut = ReportedList("passed", 50_000, facts.figures[0].lists[1].lines, 30)
    facts = replace(facts, figures=(replace(facts.figures[0], lists=(cut,)),)).shortened(20)
    (table,) = lists(facts)[0].tables
    assert "（50\u00a0000）" in table.title
    assert "另有 49\u00a0980 行" in table.note
    assert "最近的 30 行" in table.note
    book = load_workbook(io.BytesIO(workbook(report_sheets(facts, ""), MOMENT)))
    rows = list(book["名单 大中型一次合格"].iter_rows(min_row=2, values_only=True))
    assert "另有 49\u00a0970 行" in str(rows[-1][2])


@pytest.mark.parametrize(
    ("chance", "said"),
    [("0", "也不能达到目标"), ("100", "目标都能达到"), ("87", "可能性为 87 %")],
)
def test_the_forecast_is_said_in_one_sentence(chance: str, said: str) -> None:
    found = ReportedForecast(3, chance, Rate(10, 13), Rate(12, 13))
    assert said in expected(replace(figure(RATES[1], Rate(9, 10)), forecast=found))


def test_weights_and_reasons_stand_beside_the_figure() -> None:
    one = replace(
        figure(RATES[1], Rate(9, 10)),
        weights=(ReportedWeight(Measure.FLOOR_AREA, "1234.5", "2234.5", 2),),
        reasons=(ReportedReason(CountedOutcome.ABANDONED, 1),),
    )
    assert weights(one) == "按建筑面积（m²） 1\u00a0234.5/2\u00a0234.5（2 项没有登记）"
    assert reasons(one) == "超期未结论 1"
    with speaking("en"):
        assert reasons(one) == "Abandoned 1"
    assert beside(one) == "计划 3 项，尚未结论 1 项，作废 1 次"


def test_agreements_and_prizes_are_listed() -> None:
    lines = (
        Assessed(RATES[0], "90", 9, 10, AgreementVerdict.MET),
        Assessed(IndicatorCode.AWARD_LUBAN, "1", 0, 0, AgreementVerdict.NOT_MET),
    )
    signed = ReportedAgreement("文峰镇", 2015, 2, date(2015, 1, 5), lines, None)
    won = ReportedPrize("示例大厦", date(2015, 3, 3), "巩昌镇", "")
    facts = county()
    facts = replace(
        facts,
        agreements=(signed,),
        awards=tuple(replace(award, prizes=(won,)) for award in facts.awards),
    )
    table, prize = agreements(facts), prizes(facts)
    assert table is not None
    assert prize is not None
    assert [cell.text for cell in table.rows[0]] == [
        "文峰镇\n2015 年第 2 版，2015-01-05 签订",
        "大中型一次合格", "≥ 90 %", "9/10", "已达标", "尚未考核",
    ]  # fmt: skip
    assert [cell.text for cell in table.rows[1]][2:5] == ["1 项", "0 项", "未达标"]
    assert prize.rows[0][1].text == "示例大厦"
    assert agreements(county()) is None
    assert prizes(county()) is None


def test_an_english_paper_has_every_glyph() -> None:
    facts = replace(crowded_county().shortened(5), language="en")
    pdf = Pdf(render_report(facts, digest_of(facts)))
    assert all(0 not in glyphs for page in pdf.pages for _, glyphs in page)
    text = " ".join(pdf.text(number) for number in range(len(pdf.pages)))
    assert UNPRINTABLE not in text
    assert "Counting" in text.title()


def test_sheets_take_no_text_for_a_formula() -> None:
    book = load_workbook(io.BytesIO(workbook(report_sheets(county(), ""), MOMENT)))
    said = [row[7] for page in book.worksheets[8:14] for row in page.iter_rows() if row[7].value]
    assert {cell.data_type for cell in said} == {"s"}
    assert "'=HYPERLINK(1)" in [cell.value for cell in said]
    assert len(book.sheetnames) == 8 + len(RATES) + 2


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2015", "2015 年"),
        ("2015-Q3", "2015 年第 3 季度"),
        ("2015-H2", "2015 年下半年"),
        ("2015-07", "2015 年 7 月"),
        ("2011..2015", "2011 至 2015 年"),
        ("2015-03-05/2015-08-31", "2015-03-05 至 2015-08-31"),
    ],
)
def test_periods_are_named(code: str, name: str) -> None:
    assert Period.parse(code).code == code
    assert period_name(code) == name


def test_figures_are_said_as_they_are() -> None:
    one = figure(RATES[1], Rate(9, 10))
    assert percent(NOTHING) == "无数据"
    assert percent(Rate(999, 1000)) == "99.9 %"
    assert [verdict(met) for met in (True, False, None)] == ["已达标", "未达标", "不评定"]
    assert budget(one) == "允许不合格 1 项，已用 1 项，还余 0 项"
    assert still(one, is_over=False) == "仍可达到：余下 3 项中至少 3 项合格"
    assert still(one, is_over=True) == "本期已结束，达到目标"
    lost = figure(RATES[1], Rate(5, 10))
    assert still(lost, is_over=False) == "本期已不能达到"
    assert still(replace(lost, can_recover=True), is_over=False) == "有 4 项须整改后重新验收合格"
