"""The list behind a figure as a spreadsheet: the lines of the page, all of its pages."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import update

from acceptance.domain.attempts import AttemptResult
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.system_reasons import left_open
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.users import User
from acceptance.queries.listing import Part
from acceptance.runtime import Runtime
from tests.builders.lives import live_through
from tests.builders.people import Somebody
from tests.builders.registry import Registry, make_registry

OTHER = IndicatorCode.FIRST_TIME_OTHER


@pytest.fixture
def browser(runtime: Runtime, browser_of: Callable[..., FlaskClient]) -> FlaskClient:
    """The browser of a leader whose county has lived to June 2015."""
    with runtime.write.begin() as session:
        made: Registry = make_registry(session, areas_are_there=True)
        live_through(made)
    assert made.leader.id is not None
    return browser_of(Somebody(made.leader.id, "", made.leader))


def test_the_list_can_be_taken_with_all_its_lines(browser: FlaskClient) -> None:
    for part in Part:
        page = browser.get(f"/targets/{OTHER}?period=2015&part={part}").text
        address = re.search(r'href="(/targets/[a-z_]+\.xlsx\?[^"]+)"', page)
        shown = re.findall(r'<th scope="row">.*?<small>([^<]+)</small>', page)
        assert bool(address) is bool(shown)
        if address:
            answer = browser.get(address[1].replace("&amp;", "&"))
            sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
            assert [row[0].value for row in sheet.iter_rows(min_row=2)] == shown
            assert answer.headers["Content-Disposition"].startswith("attachment")


def test_every_page_of_the_list_is_in_the_file(
    browser: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("acceptance.queries.listing.PAGE", 2)
    monkeypatch.setattr("acceptance.queries.explain.PAGE", 2)
    address = f"/targets/{OTHER}.xlsx?period=2015&part={Part.PASSED}"
    answer = browser.get(address)
    assert load_workbook(io.BytesIO(answer.data)).worksheets[0].max_row == 1 + 9


@pytest.mark.parametrize(
    "address",
    ["nonsense.xlsx?part=passed", f"{OTHER}.xlsx?part=x", f"{OTHER}.xlsx?part=passed&area=110000"],
)
def test_a_list_that_is_not_there_is_not_found(browser: FlaskClient, address: str) -> None:
    assert browser.get(f"/targets/{address}").status_code == 404


def test_why_the_system_ended_an_attempt_is_said_in_the_language_of_the_reader(
    browser: FlaskClient, runtime: Runtime
) -> None:
    with runtime.write.begin() as session:
        session.execute(
            update(Attempt)
            .where(Attempt.result == AttemptResult.FAILED)
            .values(conclusion=left_open(90))
        )
        session.execute(update(User).values(locale="en"))
    page = browser.get(f"/targets/{OTHER}?period=2015&part={Part.NOT_PASSED}").text
    answer = browser.get(f"/targets/{OTHER}.xlsx?period=2015&part={Part.NOT_PASSED}")
    sheet = load_workbook(io.BytesIO(answer.data)).worksheets[0]
    said = [str(cell.value) for row in sheet.iter_rows(min_row=2) for cell in row]
    assert "Not concluded within 90 days" in page
    assert "Not concluded within 90 days" in said
    assert "未作出结论" not in page + "".join(said)
