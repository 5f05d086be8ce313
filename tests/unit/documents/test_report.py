"""The report as pages and sheets: right facts, right glyphs, the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from openpyxl import load_workbook

from acceptance.documents.report import UNPRINTABLE, render_report
from acceptance.documents.report_lists import LIST, lists
from acceptance.documents.report_sheets import report_sheets
from acceptance.documents.report_wording import TITLE, budget, percent, period_name, still, verdict
from acceptance.documents.workbook import workbook
from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.periods import Period
from acceptance.domain.rates import NOTHING, Rate
from acceptance.domain.reports import ReportFacts
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
    assert "% 达标" not in text
    assert "还没有可画的数据" in text


def test_a_rare_character_is_replaced_on_the_paper_and_kept_in_the_sheets() -> None:
    facts = county(Rate(1, 1), "工程\u2308")
    pdf = Pdf(render_report(facts, digest_of(facts)))
    assert any(f"工程{UNPRINTABLE}0" in pdf.text(number) for number in range(len(pdf.pages)))
    book = load_workbook(io.BytesIO(workbook(report_sheets(facts, ""), MOMENT)))
    assert "工程\u23080" in [row[2].value for row in book.worksheets[5].iter_rows()]


def test_a_long_list_says_how_many_lines_it_leaves_to_the_sheets() -> None:
    facts = county(Rate(30, 30)).shortened(20)
    table = next(table for table in lists(facts)[0].tables if "（30）" in table.title)
    assert len(table.rows) == 20
    assert "另有 10 行" in table.note
    assert sum(LIST) == 84


def test_sheets_take_no_text_for_a_formula() -> None:
    book = load_workbook(io.BytesIO(workbook(report_sheets(county(), ""), MOMENT)))
    said = [row[7] for page in book.worksheets[5:11] for row in page.iter_rows() if row[7].value]
    assert {cell.data_type for cell in said} == {"s"}
    assert "'=HYPERLINK(1)" in [cell.value for cell in said]
    assert len(book.sheetnames) == 5 + len(RATES) + 2


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("2015", "2015年"),
        ("2015-Q3", "2015年第3季度"),
        ("2015-H2", "2015年下半年"),
        ("2015-07", "2015年7月"),
        ("2011..2015", "2011年至2015年"),
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
    assert [verdict(met) for met in (True, False, None)] == ["达标", "未达标", "不评定"]
    assert budget(one) == "允许不合格 1 项，已有 1 项，还余 0 项"
    assert still(one, is_over=False) == "仍可达到：余下 3 项中至少 3 项合格"
    assert still(one, is_over=True) == "本期已结束，达到目标"
    lost = figure(RATES[1], Rate(5, 10))
    assert still(lost, is_over=False) == "本期已不能达到"
    assert still(replace(lost, code=RATES[2]), is_over=False) == "有 4 项须整改后重新验收合格"
