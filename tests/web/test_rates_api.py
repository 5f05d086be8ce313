"""The rates as JSON: the numbers of the page, its lists, its scope, its refusals."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from acceptance.domain.indicators import AWARDS, AwardKind, IndicatorCode
from acceptance.domain.people import Role
from acceptance.domain.periods import Period
from acceptance.queries.ask import Ask
from acceptance.queries.rates import targets_page
from acceptance.runtime import Runtime
from acceptance.services.awards import RecordAward, record_award
from acceptance.services.targets import SetTarget, set_target
from tests.builders.agreements import signed
from tests.builders.lives import live_through
from tests.builders.people import Somebody
from tests.builders.registry import TOWNSHIPS, Registry, at, make_registry

TODAY = date(2015, 6, 15)


@pytest.fixture
def registry(runtime: Runtime) -> Registry:
    with runtime.write.begin() as session:
        made = make_registry(session)
        live_through(made)
    return made


@pytest.fixture
def leader(registry: Registry, browser_of: Callable[..., FlaskClient]) -> FlaskClient:
    assert registry.leader.id is not None
    return browser_of(Somebody(registry.leader.id, "", registry.leader))


@pytest.mark.parametrize(
    "period", ["2015", "2015-Q2", "2015-H1", "2015-04", "2015-02-03/2015-04-02"]
)
def test_the_numbers_are_those_of_the_page(
    period: str, leader: FlaskClient, registry: Registry, runtime: Runtime
) -> None:
    found = leader.get(f"/api/v1/rates?period={period}").get_json()
    ask = Ask(Period.parse(period), "", date(2015, 6, 15), conditional_counts=False)
    with runtime.read() as session:
        page = targets_page(session, registry.leader, ask)
    assert page is not None
    rates = {one["code"]: one for one in found["indicators"] if "numerator" in one}
    for tile in page.tiles:
        one = rates[tile.code]
        assert (one["numerator"], one["denominator"]) == (tile.rate.passed, tile.rate.decided)
        assert (one["met"], one["percent"]) == (tile.met, tile.rate.percent_text())
    assert found["ledger_seq"] == page.seq
    parts = [part["indicators"]["first_time_other"]["denominator"] for part in found["parts"]]
    assert sum(parts) == rates["first_time_other"]["denominator"]


def test_each_number_links_to_its_list(leader: FlaskClient) -> None:
    found = leader.get("/api/v1/rates?period=2015&size=small").get_json()
    for one in found["indicators"]:
        for part, address in one.get("lists", {}).items():
            assert "size=small" in address
            page = leader.get(address)
            assert page.status_code == 200
            lines = len(re.findall(r'data-label="[^"]*"[^>]*>\s*<a href="/projects/', page.text))
            if part == "passed" and lines:
                assert lines == one["numerator"]


def test_targets_are_those_that_are_set(leader: FlaskClient) -> None:
    assert leader.get("/api/v1/targets").get_json() == {"targets": []}


def test_what_was_signed_and_what_was_set_are_named_with_their_lists(
    leader: FlaskClient, registry: Registry, runtime: Runtime
) -> None:
    unit = registry.other_approver.organisation_id
    prize = SetTarget(IndicatorCode.AWARD_FEITIAN, 2015, "621122", "2", 2011)
    with runtime.write.begin() as session:
        registry.session = session
        set_target(session, prize, registry.administrator, at(TODAY))
        of_town = signed(registry, TODAY)
        of_unit = signed(registry, TODAY, area="621122", unit=unit)
    found = leader.get("/api/v1/targets").get_json()["targets"]
    assert {
        (one["agreement"], one["area"]["code"], one["unit"], one["value"]) for one in found
    } == {
        (of_town, TOWNSHIPS[1], None, "90"),
        (of_unit, "621122", unit, "90"),
        (None, "621122", None, "2"),
    }
    asked = {one["agreement"]: parse_qs(urlsplit(one["list"]).query) for one in found}
    assert asked == {
        of_town: {"period": ["2015"], "area": [TOWNSHIPS[1]]},
        of_unit: {"period": ["2015"], "area": ["621122"], "unit": [str(unit)]},
        None: {"period": ["2011..2015"], "area": ["621122"]},
    }
    assert [leader.get(one["list"]).status_code for one in found] == [200, 200, 200]


def test_a_superseded_version_is_no_target(
    leader: FlaskClient, registry: Registry, runtime: Runtime
) -> None:
    with runtime.write.begin() as session:
        registry.session = session
        signed(registry, TODAY)
        newer = signed(registry, TODAY)
    found = leader.get("/api/v1/targets").get_json()["targets"]
    assert [one["agreement"] for one in found] == [newer]


def test_the_count_of_each_prize_links_to_its_list(
    leader: FlaskClient, registry: Registry, runtime: Runtime
) -> None:
    award = RecordAward(AwardKind.LUBAN, date(2015, 5, 4), "621122", "示例工程大楼")
    with runtime.write.begin() as session:
        record_award(session, award, registry.administrator, at(TODAY))
    found = leader.get("/api/v1/rates?period=2015").get_json()["indicators"]
    prizes = {one["code"]: one for one in found if one["code"] in AWARDS}
    counts = {
        code: leader.get(one["lists"]["awards"]).text.count("示例工程大楼")
        for code, one in prizes.items()
    }
    assert counts == {code: one["count"] for code, one in prizes.items()}
    assert counts["award_luban"] == 1


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/rates?period=gestern", 422),
        ("/api/v1/rates?period=9999", 422),
        ("/api/v1/rates?period=0001-01-01/0001-01-31", 422),
        ("/api/v1/rates?period=1900..2100", 422),
        ("/api/v1/rates?size=huge", 422),
        ("/api/v1/rates?area=621102", 404),
    ],
)
def test_what_cannot_be_answered_is_said_in_json(
    address: str, status: int, leader: FlaskClient
) -> None:
    found = leader.get(address)
    assert (found.status_code, set(found.get_json())) == (status, {"error"})


@pytest.mark.parametrize("period", ["1949-01", "2199", "2012-02-29/2012-02-29"])
def test_the_ends_of_what_can_be_asked_are_answered(period: str, leader: FlaskClient) -> None:
    assert leader.get(f"/api/v1/rates?period={period}").get_json()["period"]["code"] == period


def test_nobody_outside_gets_a_number(client: FlaskClient) -> None:
    assert client.get("/api/v1/rates").status_code == 401
    assert client.get("/api/v1/targets").status_code == 401


@pytest.mark.usefixtures("registry")
def test_a_township_sees_its_own_numbers(as_role: Callable[..., FlaskClient]) -> None:
    township = as_role(Role.LEADER, login="town", area=TOWNSHIPS[1])
    found = township.get("/api/v1/rates?period=2015").get_json()
    assert found["area"]["code"] == TOWNSHIPS[1]
    assert township.get("/api/v1/rates?area=621122").status_code == 404
