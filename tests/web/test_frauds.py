"""Frauds as somebody signed in would try them on the pages: F1 rewriting, F4 entering again."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from acceptance.persistence.projects import Project
from acceptance.runtime import Runtime
from tests.builders.lives import step
from tests.builders.people import Somebody
from tests.builders.registry import TOWNSHIPS, Registry, make_registry
from tests.support.pages import submit, text_of

NAME = "示例乡敬老院综合楼"


@pytest.fixture
def registry(runtime: Runtime) -> Registry:
    """One small project has passed, another one has failed."""
    with runtime.write.begin() as session:
        made = make_registry(session, areas_are_there=True)
        step(made, made.project(), "pass", date(2015, 3, 2))
        failed = made.project()
        failed.name = NAME
        step(made, failed, "fail", date(2015, 3, 3))
    return made


@pytest.fixture
def inspector(registry: Registry, browser_of: Callable[..., FlaskClient]) -> FlaskClient:
    return browser_of(Somebody(registry.inspector.id or 0, "", registry.inspector))


@pytest.fixture
def shown(registry: Registry, browser_of: Callable[..., FlaskClient]) -> Callable[[], list[str]]:
    """Passed and decided, as the leader reads them."""
    leader = browser_of(Somebody(registry.leader.id or 0, "", registry.leader))

    def read() -> list[str]:
        page = leader.get("/targets?period=2015").text
        tile = page.partition('id="first_time_other"')[2].partition("</article>")[0]
        return re.findall(r"(\d+/\d+)\s项", re.sub(r"<[^>]+>", "", tile))

    return read


@pytest.mark.parametrize("name", [NAME, f"{NAME}A区", f"{NAME}、卫生院合并工程"])
def test_f4_a_failed_project_is_not_entered_again(
    runtime: Runtime,
    registry: Registry,
    inspector: FlaskClient,
    shown: Callable[[], list[str]],
    name: str,
) -> None:
    assert shown() == ["1/2"]
    typed = {
        "code": "LX-2015-9", "name": name, "area_id": str(registry.areas[TOWNSHIPS[0]].id),
        "investment": "900000", "size_class": "small", "size_basis": "investment",
        "confirmed": "y",
    }  # fmt: skip
    answer = submit(inspector, "/projects/new/building", **typed)
    assert answer.status_code == 422
    assert "请在原项目重新验收" in text_of(answer)
    with runtime.read() as session:
        assert session.scalar(select(func.count()).select_from(Project)) == 2
    assert shown() == ["1/2"]


def test_f1_no_page_takes_anything_away(app: Flask) -> None:
    assert not [rule for rule in app.url_map.iter_rules() if "DELETE" in (rule.methods or ())]
