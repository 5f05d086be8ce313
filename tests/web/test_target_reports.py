"""Reports: what they say is what the page says, they are made once, and only for those inside."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import select, update

from acceptance.documents.report_wording import part
from acceptance.domain.canonical import sha256
from acceptance.domain.exact import decimal_text
from acceptance.domain.job_state import JobState
from acceptance.domain.people import Actor
from acceptance.domain.reports import ReportFacts
from acceptance.i18n.indicators import INDICATOR_WORDS
from acceptance.jobs.run import Worker, work_once
from acceptance.persistence.jobs import Job
from acceptance.persistence.projects import Project
from acceptance.persistence.reports import Report
from acceptance.persistence.users import User
from acceptance.queries.explain import explain_page
from acceptance.queries.listing import Part
from acceptance.queries.populations import NOBODY
from acceptance.queries.rates import targets_page
from acceptance.queries.reports import report_page
from acceptance.runtime import Runtime
from acceptance.services.counting import count_all
from tests.builders.lives import live_through
from tests.builders.pdf import Pdf
from tests.builders.people import Somebody
from tests.builders.registry import TOWNSHIPS, Registry, make_registry
from tests.support.pages import ordered


@pytest.fixture
def registry(runtime: Runtime) -> Registry:
    with runtime.write.begin() as session:
        made = make_registry(session, areas_are_there=True)
        live_through(made)
    return made


@pytest.fixture
def leader(registry: Registry, browser_of: Callable[..., FlaskClient]) -> FlaskClient:
    return browser_of(somebody(registry.leader))


def somebody(actor: Actor) -> Somebody:
    assert actor.id is not None
    return Somebody(actor.id, "", actor)


def facts_of(browser: FlaskClient, address: str) -> ReportFacts:
    return ReportFacts.from_document(json.loads(browser.get(f"{address}.json").data))


def test_a_report_is_made_in_the_background_and_taken(
    leader: FlaskClient, press_worker: Worker
) -> None:
    address = ordered(leader)
    page = leader.get(address).text
    assert 'http-equiv="refresh"' in page
    assert 'hx-trigger="every 2s"' in page
    assert leader.get(f"{address}.pdf").status_code == 404
    assert work_once(press_worker)
    page = leader.get(address).text
    assert 'http-equiv="refresh"' not in page
    assert leader.get(f"{address}.pdf").data.startswith(b"%PDF-")
    assert load_workbook(io.BytesIO(leader.get(f"{address}.xlsx").data)).sheetnames[0] == "封面"
    assert "可以下载" in leader.get("/targets/reports").text


@pytest.mark.parametrize(
    "query",
    [
        "period=2015",
        "period=2015-Q2",
        f"period=2015&area={TOWNSHIPS[1]}",
        "period=2015&only=1",
        "period=2015&unit=0",
        "period=2015&unit=0&only=1",
    ],
)
def test_the_report_says_what_the_page_says(
    leader: FlaskClient, press_worker: Worker, runtime: Runtime, registry: Registry, query: str
) -> None:
    address = ordered(leader, query)
    assert work_once(press_worker)
    facts = facts_of(leader, address)
    with runtime.read() as session:
        report = report_page(session, registry.leader, int(address.rpartition("/")[2]))
        assert report is not None
        page = targets_page(session, registry.leader, report.ask)
    assert page is not None
    only, nobody = "only=1" in query, "unit=0" in query
    assert (report.ask.only, report.ask.unit) == (only, NOBODY if nobody else None)
    assert (facts.only, facts.without_unit, facts.unit) == (only, nobody, "")
    cover = Pdf(leader.get(f"{address}.pdf").data).text(0)
    assert ("只看本级" in cover, "没有登记责任单位" in cover) == (only, nobody)
    assert [(f.code, f.rate, f.met, f.budget, f.planned) for f in facts.figures] == [
        (t.code, t.rate, t.met, t.budget, t.planned) for t in page.tiles
    ]
    assert [(a.name, a.failures) for a in facts.areas] == [
        (part.place.name, part.failures) for part in page.parts
    ]
    for figure in facts.figures:
        lists = {one.part: one for one in figure.lists}
        assert all(one.count == len(one.lines) for one in figure.lists)
        assert lists[Part.PASSED].count == figure.rate.passed
        assert lists[Part.NOT_PASSED].count == figure.rate.failed
        assert lists[Part.UNDER_WAY].count == figure.under_way
        assert lists[Part.VOIDED].count == figure.voids
    assert (facts.ledger_position, facts.ledger_head) == (report.ledger_seq, report.ledger_hash)


def test_screen_paper_and_sheets_list_as_many_projects_as_the_tile_counts(
    leader: FlaskClient, press_worker: Worker
) -> None:
    """Rule 11, each figure and each part of its list, read from the three as a person reads them."""
    address = ordered(leader)
    assert work_once(press_worker)
    pdf = Pdf(leader.get(f"{address}.pdf").data)
    paper = "".join(pdf.text(number) for number in range(len(pdf.pages)))
    book = load_workbook(io.BytesIO(leader.get(f"{address}.xlsx").data))
    compared = 0
    for figure in facts_of(leader, address).figures:
        short = INDICATOR_WORDS[figure.code].short
        rows = [row[0] for row in book[f"名单 {short}"].iter_rows(min_row=2, values_only=True)]
        for one in figure.lists:
            name = part(figure.code, one.part)
            page = leader.get(f"/targets/{figure.code}?period=2015&part={one.part}").text
            lines = page.count('<tr><th scope="row">')
            assert rows.count(name) == lines == one.count
            assert not one.count or f"{short}：{name}（{one.count}）" in paper
            compared += one.count
    assert compared > 10


def test_weights_forecast_and_reasons_are_those_of_the_page(
    leader: FlaskClient, press_worker: Worker, runtime: Runtime, registry: Registry
) -> None:
    with runtime.write.begin() as session:
        quantities = {"investment": Decimal("1200000.50"), "floor_area": Decimal("800.25")}
        session.execute(update(Project).where(Project.id % 2 == 0).values(quantities))
        count_all(session)
    address = ordered(leader)
    assert work_once(press_worker)
    facts = facts_of(leader, address)
    with runtime.read() as session:
        report = report_page(session, registry.leader, int(address.rpartition("/")[2]))
        assert report is not None
        for figure in facts.figures:
            page = explain_page(session, registry.leader, report.ask, figure.code, weigh=True)
            assert page is not None
            assert page.weights is not None
            assert [(w.measure, w.passed, w.decided, w.lacking) for w in figure.weights] == [
                (w.name, decimal_text(w.passed), decimal_text(w.decided), w.lacking)
                for w in page.weights
            ]
            assert {each.outcome: each.count for each in figure.reasons} == page.reasons
    assert any(figure.weights for figure in facts.figures)


def test_who_reads_english_gets_the_report_in_english(
    leader: FlaskClient, press_worker: Worker, runtime: Runtime, registry: Registry
) -> None:
    with runtime.write.begin() as session:
        session.execute(update(User).where(User.id == registry.leader.id).values(locale="en"))
    address = ordered(leader)
    assert work_once(press_worker)
    assert facts_of(leader, address).language == "en"
    book = load_workbook(io.BytesIO(leader.get(f"{address}.xlsx").data))
    assert book.sheetnames[0] == "Cover"
    pdf = Pdf(leader.get(f"{address}.pdf").data)
    text = " ".join(pdf.text(number) for number in range(len(pdf.pages)))
    assert "Failure" in text
    assert "budget" in text
    assert not re.search("[指标目验收台账]", "".join(book.sheetnames))


def test_every_line_is_in_the_sheets(leader: FlaskClient, press_worker: Worker) -> None:
    address = ordered(leader)
    assert work_once(press_worker)
    facts = facts_of(leader, address)
    book = load_workbook(io.BytesIO(leader.get(f"{address}.xlsx").data))
    lists = [page for page in book.worksheets if page.title.startswith("名单 ")]
    for figure, page in zip(facts.figures, lists, strict=True):
        codes = [row[1] for row in page.iter_rows(min_row=2, values_only=True) if row[1]]
        assert codes == [line.code for one in figure.lists for line in one.lines]


def test_made_again_of_the_same_facts_it_is_the_same(
    leader: FlaskClient, press_worker: Worker, runtime: Runtime
) -> None:
    address = ordered(leader)
    assert work_once(press_worker)
    first = {kind: leader.get(f"{address}.{kind}").data for kind in ("pdf", "xlsx", "json")}
    with runtime.write.begin() as session:
        # What happens later must not be seen.
        session.execute(update(Project).values(name="后来改的名称"))
        session.execute(update(Job).values(state=JobState.QUEUED, run_at=runtime.clock(), tries=0))
    for kind in ("pdf", "xlsx"):
        digest = sha256(first[kind])
        next(runtime.settings.papers_dir.rglob(digest)).unlink()
    assert "文件不在了" not in leader.get(address).text
    assert work_once(press_worker)
    assert first == {kind: leader.get(f"{address}.{kind}").data for kind in first}


def test_a_lost_file_can_be_made_again_with_a_button(
    leader: FlaskClient, press_worker: Worker, runtime: Runtime
) -> None:
    address = ordered(leader)
    assert work_once(press_worker)
    written = leader.get(f"{address}.pdf").data
    next(Path(runtime.settings.papers_dir).rglob(sha256(written))).unlink()
    page = leader.get(address)
    assert "文件不在了" in page.text
    token = re.search(r'name="csrf_token" value="([^"]*)"', page.text)
    assert token
    assert leader.post(f"{address}/again", data={"csrf_token": token[1]}).status_code == 303
    assert work_once(press_worker)
    assert leader.get(f"{address}.pdf").data == written


def test_a_report_of_a_foreign_area_is_as_missing_as_one_that_is_not(
    leader: FlaskClient,
    press_worker: Worker,
    registry: Registry,
    runtime: Runtime,
    person: Callable[..., Somebody],
    browser_of: Callable[..., FlaskClient],
) -> None:
    address = ordered(leader)
    assert work_once(press_worker)
    stranger = browser_of(person(registry.leader.role, login="stranger", area=TOWNSHIPS[0]))
    for where in (
        address,
        f"{address}.pdf",
        f"{address}.xlsx",
        f"{address}.json",
        "/targets/reports/999",
    ):
        assert stranger.get(where).status_code == 404
    assert address not in stranger.get("/targets/reports").text
    token = re.search(r'name="csrf_token" value="([^"]*)"', stranger.get("/targets").text)
    assert token
    wanted = "/targets/reports?period=2015&area=621122"
    assert stranger.post(wanted, data={"csrf_token": token[1]}).status_code == 404
    with runtime.read() as session:
        assert len(session.scalars(select(Report.id)).all()) == 1
