"""The forecast on the page of a figure, and what somebody supposes there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from acceptance.domain.projects import SizeClass
from acceptance.runtime import Runtime
from acceptance.services import targets
from tests.builders.lives import live_through, step
from tests.builders.people import Somebody
from tests.builders.registry import at, make_registry

CATALOGUE = Path(targets.__file__).resolve().parents[1] / "catalogue" / "targets.toml"
OTHER, LARGE = "/targets/first_time_other", "/targets/first_time_large_medium"


@pytest.fixture
def leader(runtime: Runtime, browser_of: Callable[..., FlaskClient]) -> FlaskClient:
    with runtime.write.begin() as session:
        made = make_registry(session, areas_are_there=True)
        text = CATALOGUE.read_text(encoding="utf-8")
        targets.load_defaults(session, text, made.administrator, at(date(2011, 1, 5)))
        live_through(made)
        step(made, made.project(size=SizeClass.LARGE), "fail", date(2015, 5, 1))
        made.project(size=SizeClass.LARGE, due=date(2015, 11, 1))
    assert made.leader.id is not None
    return browser_of(Somebody(made.leader.id, "", made.leader))


def test_the_page_says_how_likely_the_goal_is(leader: FlaskClient) -> None:
    # By hand: 9.5 × 10.5 × 11.5 ÷ (11 × 12 × 13) = 0.668 that all three pass.
    page = leader.get(OTHER + "?period=2015").text
    assert "从已有结论的 10 项（合格 9 项）推算，还计划的 3 项验收后达到目标的可能性为 66 %" in page
    assert "在 76.9 % 至 92.3 % 之间" in page


def test_a_lost_goal_of_100_percent_says_so_at_the_first_failure(leader: FlaskClient) -> None:
    page = leader.get(LARGE + "?period=2015").text
    assert "本期已不能达到" in page
    assert "全部合格也不能达到目标" in page


def test_what_is_supposed_is_answered(leader: FlaskClient) -> None:
    page = leader.get(OTHER + "?period=2015&remaining=10&share=90").text
    assert "达到目标的可能性为 73 %。这些项中最多可有 1 项不合格。" in page
    assert 'name="period" value="2015"' in page
    page = leader.get(LARGE + "?period=2015&remaining=10&share=100").text
    assert "目标已不能达到" in page


@pytest.mark.parametrize(
    "asked",
    ["remaining=-1", "remaining=501", "remaining=x", "remaining=1&share=101", "share=-1",
     "share=NaN", "share=1e1", "share=99.99999999"],
)  # fmt: skip
def test_what_cannot_be_supposed_is_said_at_its_field(leader: FlaskClient, asked: str) -> None:
    answer = leader.get(f"{OTHER}?period=2015&{asked}")
    assert answer.status_code == 422
    name, _, sent = asked.rpartition("&")[2].partition("=")
    assert f'aria-describedby="{name}-error"' in answer.text
    assert f'name="{name}" value="{sent}"' in answer.text
    assert answer.text.count('role="alert"') == 1
    assert "达到目标的可能性为" in answer.text
