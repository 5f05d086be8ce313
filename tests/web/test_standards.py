"""The pages of the standards show every edition with its limits."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from acceptance.domain.standards.register import EDITIONS
from acceptance.runtime import Runtime
from tests.support.statements import counting_statements

IDENTIFIER = re.compile(r">\s*[a-z]+(_[a-z]+)+\s*<")


def test_every_edition_is_listed(client: FlaskClient) -> None:
    page = unescape(client.get("/standards").text)
    links = re.findall(r'<a href="/standards/edition\?code=[^"]+">([^<]+)</a>', page)
    assert len(set(links)) == len(EDITIONS)
    assert [each.code for each, link in zip(EDITIONS, links, strict=True)
            if not link.startswith(each.name)] == []  # fmt: skip


def test_a_table_is_called_in_the_language_of_the_reader(client: FlaskClient) -> None:
    assert ">GB 50300-2013 · 抽样方案</a>" in client.get("/standards").text
    client.set_cookie("lang", "en")
    assert ">GB 50300-2013 · Sampling plan</a>" in client.get("/standards").text


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_every_edition_has_a_page_with_all_its_limits(locale: str, client: FlaskClient) -> None:
    client.set_cookie("lang", locale)
    for edition in EDITIONS:
        page = client.get("/standards/edition", query_string={"code": edition.code})
        assert page.status_code == 200
        assert page.text.count('class="ca-limit"') == len(edition.limits())
        doubtful = edition.unverified & set(edition.limits())
        assert page.text.count("ax-chip warn") == len(doubtful)
        assert IDENTIFIER.findall(page.text) == [], edition.code


def test_a_limit_stands_with_its_value_and_clause(client: FlaskClient) -> None:
    page = client.get("/standards/edition", query_string={"code": "GB/T 50107-2010 lots"}).text
    limit = page.partition("非统计方法最小值的系数")[2].partition("</li>")[0]
    assert ">0.95<" in limit
    assert ">5.2.2<" in limit


@pytest.mark.parametrize(
    ("code", "limit", "rows"),
    [
        ("GB 50300-2013 levels", "各层次的验收规定", "层次 检验批"),
        ("GB 50300-2013 sampling", "检验批最小抽样数量表", "检验批容量不大于 15 最小抽样数 2"),
        ("GB/T 50107-2010 lots", "按组数的系数表", "组数从 15 平均值的系数 1.05"),
        ("JTG F80/1-2017 flexural", "按组数的系数表", "组数从 11 系数 K 0.75"),
        ("JTG F80/1-2017 rates", "弯沉的目标可靠指标", "一级公路 1.28 二级公路 1.04"),
        ("JTG F80/1-2017 rates", "各层的保证率", "其他公路 · 路基和面层 0.9"),
        ("JTG F80/1-2017 rates", "路基压实度", "二级公路 上路床 95"),
        ("SL 176-2007 appearance", "外观项目和标准分", "检查项 马道及排水沟 标准分 3"),
        ("SL 176-2007 rework", "处理后的评定", "全部返工重做 最高可评等级 优良"),
        ("SL 176-2007 confirmation", "评定、复核和核定的程序", "评定的对象 工序"),
        ("SL 223-2008", "同意人数的比例", "2/3"),
        ("SL 223-2008", "各类验收的规定", "答复的期限 10"),
        ("SL/T 223-2025", "等级", "合格、不合格"),
        ("水利部令第9号-1999 large", "一般质量事故的损失下限（万元）", "20"),
    ],
)
def test_a_word_is_read_in_its_own_table(
    code: str, limit: str, rows: str, client: FlaskClient
) -> None:
    page = client.get("/standards/edition", query_string={"code": code}).text
    found = page.partition(f"<strong>{limit}</strong>")[2].partition("</li>\n")[0]
    assert rows in re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found)))


def test_who_is_to_check_a_doubtful_limit_is_said(client: FlaskClient) -> None:
    said = "须由陇西县住房和城乡建设局与标准印刷本核对"
    doubtful = client.get("/standards/edition", query_string={"code": "GB/T 50375-2016"}).text
    certain = client.get("/standards/edition", query_string={"code": "GB 50209-2010"}).text
    assert (said in doubtful, said in certain) == (True, False)


def test_a_result_leads_to_the_tables_of_its_standard(client: FlaskClient) -> None:
    lot = {"rule_set": "GB/T 50107-2010", "design": "30", "groups": "30.1 40"}
    page = client.post("/calculators/concrete-strength", data=lot, follow_redirects=True).text
    found = re.search(r'href="(/standards\?named=[^"]+)"', page)
    assert found is not None
    assert "GB/T 50107-2010 · 检验批的强度" in client.get(unescape(found[1])).text


@pytest.mark.parametrize("code", ["", "no such"])
def test_an_unknown_table_is_missing(code: str, client: FlaskClient) -> None:
    assert client.get("/standards/edition", query_string={"code": code}).status_code == 404


def test_the_standards_ask_nothing_of_the_database(runtime: Runtime, client: FlaskClient) -> None:
    with counting_statements(runtime.engine) as statements:
        client.get("/standards")
    assert len(statements) == 0
