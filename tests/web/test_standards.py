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
    assert [each.code for each in EDITIONS if f">{each.code}</a>" not in page] == []


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


def test_a_result_leads_to_the_tables_of_its_standard(client: FlaskClient) -> None:
    lot = {"rule_set": "GB/T 50107-2010", "design": "30", "groups": "30.1 40"}
    page = client.post("/calculators/concrete-strength", data=lot, follow_redirects=True).text
    found = re.search(r'href="(/standards\?named=[^"]+)"', page)
    assert found is not None
    assert "GB/T 50107-2010 lots" in client.get(unescape(found[1])).text


@pytest.mark.parametrize("code", ["", "no such"])
def test_an_unknown_table_is_missing(code: str, client: FlaskClient) -> None:
    assert client.get("/standards/edition", query_string={"code": code}).status_code == 404


def test_the_standards_ask_nothing_of_the_database(runtime: Runtime, client: FlaskClient) -> None:
    with counting_statements(runtime.engine) as statements:
        client.get("/standards")
    assert len(statements) == 0
