"""Calculator pages: the same results as through every other door, from what people type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.people import Role
from acceptance.runtime import Runtime
from tests.support.statements import counting_statements
from tests.support.worked_cases import answer, worked_cases

CASES = {
    method: [c for c in worked_cases() if c["method"] == method and c["input"]]
    for method in METHODS
}
ADDRESS = "/calculators/concrete-strength"
LOT = {"rule_set": "GB/T 50107-2010", "design": "30", "groups": "30.1 40.0"}
VERDICTS = {"pass": "合格", "fail": "不合格", "second_sample": "须第二次抽样", "invalid": "无效"}


def typed(given: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """What a person would type for an input."""
    if isinstance(given, dict):
        for name, value in given.items():
            yield from typed(value, f"{at}-{name}" if at else name)
    elif isinstance(given, list) and given and isinstance(given[-1], dict | None):
        for number, value in enumerate(given):
            yield from typed({"absent": True} if value is None else value, f"{at}-{number}")
    elif isinstance(given, list):
        yield at, "\n".join(str(value) for value in given)
    elif isinstance(given, bool):
        yield at, "true" if given else "false"
    elif given is not None:
        yield at, str(given)


def calculated(client: FlaskClient, method: str, fields: dict[str, str]) -> Any:
    return client.post(f"/calculators/{method}", data=fields, follow_redirects=True)


def text_of(page: Any) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", page.text)))


@pytest.mark.parametrize("method", [name for name in METHODS if CASES[name]])
def test_every_worked_case_comes_out_as_through_the_other_doors(
    method: str, client: FlaskClient
) -> None:
    for case in CASES[method]:
        expected = answer(method, case["input"])
        if "error" in expected:
            continue
        page = calculated(client, method, dict(typed(case["input"])))
        assert page.status_code == 200, (case, text_of(page))
        found = text_of(page)
        if expected["verdict"]:
            chip = page.text.partition('class="ca-verdict"')[2].partition("</p>")[0]
            # A building that misses 优良 is 合格 all the same: the page says that grade alone.
            is_graded = (expected["verdict"], expected["grade"]) == ("fail", "qualified")
            verdict = "合格" if is_graded else VERDICTS.get(expected["verdict"], "无数据")
            assert f">{verdict}</span>" in chip
        for finding in expected["findings"]:
            assert finding["message"]["zh"] in found


@pytest.mark.parametrize("method", METHODS)
def test_every_page_leads_to_an_example(method: str, client: FlaskClient) -> None:
    page = client.get(f"/calculators/{method}").text
    found = re.search(r'href="([^"]+)">看一个示例', page)
    assert found is not None
    shown = client.get(unescape(found[1]))
    assert shown.status_code == 200
    assert 'class="ca-result"' in shown.text


def test_full_width_digits_commas_and_a_column_are_taken(client: FlaskClient) -> None:
    page = calculated(
        client, "concrete-strength", {**LOT, "design": "３０", "groups": "３４．５，\r\n40"}
    )
    assert page.status_code == 200
    assert "37.25" in page.text


def test_a_calculation_has_a_link_that_gives_it_again(client: FlaskClient) -> None:
    sent = client.post(ADDRESS, data=LOT)
    assert sent.status_code == 303
    assert "groups=30.1+40.0" in sent.location
    first, second = client.get(sent.location), client.get(sent.location)
    assert first.status_code == second.status_code == 200
    assert "35.05" in first.text
    assert "5.2.2" in text_of(first) or "5.1.3" in text_of(first)


def test_a_printed_result_says_when_it_was_made_and_where_it_can_be_made_again(
    client: FlaskClient,
) -> None:
    page = calculated(client, "concrete-strength", LOT)
    foot = page.text.partition('<p class="ca-paper">')[2].partition("</p>")[0]
    assert "陇西县住房和城乡建设局" in foot
    assert "groups=30.1+40.0" in unescape(foot)
    long = client.post(ADDRESS, data={**LOT, "groups": " ".join(["36.5"] * 100)})
    foot = client.get(long.location).text.partition('<p class="ca-paper">')[2]
    assert "<br>" not in foot.partition("</p>")[0]


def test_an_input_too_long_for_a_link_is_answered_at_once(client: FlaskClient) -> None:
    page = client.post(ADDRESS, data={**LOT, "groups": "\n".join(["36.5"] * 900)})
    assert page.status_code == 200
    assert "放不进链接" in page.text


def test_all_errors_are_found_at_once_and_everything_typed_is_kept(client: FlaskClient) -> None:
    page = client.post(ADDRESS, data={**LOT, "design": "C30", "groups": "30 x 31"})
    assert page.status_code == 422
    assert "2 处要处理" in text_of(page)
    assert 'value="C30"' in page.text
    assert "30 x 31</textarea>" in page.text
    assert "（2）" in page.text


def test_what_is_missing_of_a_needed_group_is_found_with_the_rest(client: FlaskClient) -> None:
    page = client.post("/calculators/first-time-rate", data={})
    assert page.status_code == 422
    assert "3 处要处理" in text_of(page)
    for field in ("period-from", "period-to", "target"):
        assert f'id="{field}-error"' in page.text


def test_a_word_is_called_by_what_it_means_at_its_input(client: FlaskClient) -> None:
    rates = client.get("/calculators/first-time-rate").text
    assert '<option value="void">作废</option>' in rates
    assert '<option value="other">其他工程</option>' in client.get("/calculators/size-class").text
    roads = client.get("/calculators/flexural-strength").text
    assert re.search('<option (selected )?value="other">其他公路</option>', roads)


def test_an_error_between_fields_stands_at_its_field(client: FlaskClient) -> None:
    row = {"items-0-item_class": "key", "items-0-checked": "5", "items-0-qualified": "6"}
    page = client.post("/calculators/road-sub-item", data=row)
    assert page.status_code == 422
    assert 'id="items-0-qualified-error"' in page.text


def test_rows_come_and_go_without_a_script(client: FlaskClient) -> None:
    address = "/calculators/road-sub-item"
    rows = {"items-0-checked": "5", "items-0-qualified": "5", "items-1-checked": "7"}
    more = client.post(address, data={**rows, "submit": "add:items"})
    assert more.status_code == 200
    assert 'name="items-2-checked"' in more.text
    less = client.post(address, data={**rows, "submit": "remove:items-0"})
    assert 'name="items-0-checked"' not in less.text
    assert re.search(r'name="items-1-checked"[^>]*value="7"', less.text)


def test_an_absent_row_is_null_and_leaves_both_sums(client: FlaskClient) -> None:
    address = "/calculators/appearance"
    rows = {"items-0-absent": "y", "items-1-standard": "12", "items-1-grade": "2"}
    page = calculated(client, "appearance", rows)
    assert page.status_code == 200
    assert "10.8/12×100" in page.text
    assert '<ol class="ca-nested"><li>缺项</li><li>' in page.text
    alone = client.post(address, data={"items-0-absent": "y"}, follow_redirects=True)
    assert "所有项目均缺项" in alone.text
    both = client.post(address, data={**rows, "items-0-grade": "1"})
    assert both.status_code == 422
    assert "与“缺项（工程没有这一项）”只能填一个" in text_of(both)


def test_figures_and_inputs_stand_with_their_units(client: FlaskClient) -> None:
    page = text_of(calculated(client, "concrete-strength", LOT))
    assert "1.15×30 = 34.5 MPa" in page
    assert "平均值 35.05 MPa" in page
    assert "各组强度 30.1、40 MPa" in page
    saved = {"area_mu": "10", "net_m3_per_mu": "200", "before": "0.5", "after": "0.625"}
    assert "灌溉面积 10 亩" in text_of(calculated(client, "water-saved", saved))
    client.set_cookie("lang", "en")
    page = text_of(calculated(client, "water-saved", saved))
    assert "10 mu" in page
    assert "200 m³/mu" in page


def test_an_index_of_size_is_called_by_its_name(client: FlaskClient) -> None:
    given = {"basis": "171-2007", "kind": "curtain_wall", "indices-height_m": "60"}
    page = text_of(calculated(client, "size-class", given))
    assert "起决定作用的指标 高度" in page
    assert "height_m =" not in page
    given = {"basis": "171-2007", "kind": "reservoir", "indices-capacity_m3": "100000"}
    assert "标准印刷本核对 水库 · 库容" in text_of(calculated(client, "size-class", given))


def test_how_was_rounded_and_rejected_is_said(client: FlaskClient) -> None:
    given = {"values": "20 22 21 23 19 20 22 21 20 60", "coefficient": "1.645"}
    for passes, said in (
        ("0", "舍弃 无"),
        ("1", "超过 2S 的舍弃，最多 1 遍"),
        ("all", "直到没有为止"),
    ):
        page = calculated(client, "deflection", {**given, "rejection_passes": passes})
        assert said in text_of(page)
        assert "修约 无" in text_of(page)


def test_a_row_within_a_row_can_be_added(client: FlaskClient) -> None:
    page = client.post("/calculators/first-time-rate", data={"submit": "add:projects-0-attempts"})
    assert 'name="projects-0-attempts-1-' in page.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/calculators/no-such", 404),
        (f"{ADDRESS}?design=30&wrong=1", 422),
        (f"{ADDRESS}?design=abc", 422),
        (f"{ADDRESS}?design=30&design=20&groups=30", 422),
    ],
)
def test_a_wrong_address_is_refused(address: str, status: int, client: FlaskClient) -> None:
    assert client.get(address).status_code == status


def test_nothing_is_asked_of_the_database(runtime: Runtime, client: FlaskClient) -> None:
    with counting_statements(runtime.engine) as statements:
        client.get("/calculators")
        calculated(client, "concrete-strength", LOT)
    assert len(statements) == 0


def test_the_menu_leads_here(as_role: Callable[..., FlaskClient]) -> None:
    assert 'href="/calculators"' in as_role(Role.AUDITOR).get("/account/").text


def test_a_visitor_finds_it_from_the_page_that_asks_to_sign_in(client: FlaskClient) -> None:
    assert 'href="/calculators"' in client.get("/account/sign-in").text


def test_every_method_has_a_page_in_both_languages(client: FlaskClient) -> None:
    for locale in ("zh", "en"):
        client.set_cookie("lang", locale)
        assert client.get("/calculators").text.count('<li><a href="/calculators/') == len(METHODS)
        for method in METHODS:
            page = client.get(f"/calculators/{method}")
            assert page.status_code == 200
            assert f'action="/calculators/{method}"' in page.text
