"""The pages of reports: which projects one counts, and what to do where its files are not there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.job_state import JobState
from acceptance.jobs.run import Worker, work_once
from acceptance.persistence.jobs import Job
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.reports import Report
from acceptance.runtime import Runtime
from tests.builders.lives import live_through
from tests.builders.people import Somebody
from tests.builders.registry import Registry, make_registry
from tests.support.pages import ordered


@pytest.fixture
def registry(runtime: Runtime) -> Registry:
    with runtime.write.begin() as session:
        made = make_registry(session, areas_are_there=True)
        live_through(made)
    return made


@pytest.fixture
def leader(registry: Registry, browser_of: Callable[..., FlaskClient]) -> FlaskClient:
    assert registry.leader.id is not None
    return browser_of(Somebody(registry.leader.id, "", registry.leader))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("period=2015", "全部项目"),
        ("period=2015&size=large&category=rural_road", "大型，农村公路"),
        ("period=2015&only=1&unit=0", "没有登记责任单位，只看本级"),
    ],
)
def test_the_list_and_the_page_say_which_projects_are_counted(
    leader: FlaskClient, query: str, said: str
) -> None:
    address = ordered(leader, query)
    for page in (leader.get(address).text, leader.get("/targets/reports").text):
        assert f">{said}<" in page
        assert "排队中" in page


def test_the_unit_of_a_report_is_called_by_its_name(
    leader: FlaskClient, registry: Registry, runtime: Runtime
) -> None:
    unit = registry.inspector.organisation_id
    with runtime.read() as session:
        name = session.get_one(Organisation, unit).name
    address = ordered(leader, f"period=2015&unit={unit}")
    assert f">责任单位：{name}<" in leader.get(address).text


def test_of_facts_of_an_older_version_another_report_is_made(
    leader: FlaskClient, press_worker: Worker, runtime: Runtime
) -> None:
    address = ordered(leader, "period=2015&size=small")
    assert work_once(press_worker)
    facts = json.loads(leader.get(f"{address}.json").data)
    for figure in facts["figures"]:
        for one in figure["lists"]:
            del one["kept"]
    older = runtime.papers.put(canonical(facts).encode())
    with runtime.write.begin() as session:
        session.execute(update(Report).values(facts_sha256=older))
    # As long as both files are there nothing is amiss.
    assert "不能再制成文件" not in leader.get(address).text
    written = leader.get(f"{address}.xlsx").data
    next(Path(runtime.settings.papers_dir).rglob(sha256(written))).unlink()
    page = leader.get(address).text
    assert "不能再制成文件" in page
    assert f'action="{address}/again"' not in page
    assert f'href="{address}.pdf"' in page
    assert f'href="{address}.xlsx"' not in page
    again = re.search(r'action="(/targets/reports\?[^"]*)"', page)
    assert again
    assert "size=small" in again[1]
    token = re.search(r'name="csrf_token" value="([^"]*)"', page)
    assert token
    refused = leader.post(f"{address}/again", data={"csrf_token": token[1]}, follow_redirects=True)
    assert "已重新排队制作" not in refused.text
    assert not work_once(press_worker)
    answer = leader.post(again[1].replace("&amp;", "&"), data={"csrf_token": token[1]})
    assert work_once(press_worker)
    assert "可以打印" in leader.get(answer.headers["Location"]).text


def test_a_report_that_failed_says_what_to_do(leader: FlaskClient, runtime: Runtime) -> None:
    address = ordered(leader)
    with runtime.write.begin() as session:
        session.execute(update(Job).values(state=JobState.FAILED, tries=5, error="示例原因"))
    page = leader.get(address).text
    assert "示例原因" in page
    assert f'action="{address}/again"' in page
    assert "按同样的条件另做一份" in page
    assert "打开看原因，可以再试" in leader.get("/targets/reports").text
