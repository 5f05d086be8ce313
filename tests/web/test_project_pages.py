"""The pages of projects: who may see them, and what the list answers."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.persistence.areas import Area
from acceptance.runtime import Runtime
from tests.support.pages import submit, text_of

OpenAs = Callable[..., FlaskClient]
NEW = "/projects/new/building"


@pytest.fixture
def inspector(as_role: OpenAs) -> FlaskClient:
    return as_role(Role.INSPECTOR)


@pytest.fixture
def area_id(runtime: Runtime) -> str:
    with runtime.read() as session:
        return str(session.scalar(select(Area.id).where(Area.code == "621122100")))


@pytest.fixture
def typed(area_id: str) -> dict[str, str]:
    """A project as somebody types it."""
    return {
        "code": "gc-2015-001",
        "name": "巩昌镇示例小学教学楼",
        "area_id": area_id,
        "investment": "２８００００００",
        "floor_area": "2 999.5".replace(" ", ""),
        "size_class": "medium",
        "size_basis": "171-2007",
        "planned_start": "2014-03-01",
        "planned_finish": "2015-06-30",
    }


def registered(client: FlaskClient, typed: dict[str, str], category: str = "building") -> str:
    """Register a project; the address of its page."""
    answer = submit(client, f"/projects/new/{category}", **typed)
    assert answer.status_code == 303, text_of(answer)
    return answer.location


PAGES = ("", "/edit", "/parties", "/papers", "/papers/completion_report", "/log", "/works",
         "/works/new")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_foreign_project_answers_like_a_missing_one(
    inspector: FlaskClient, as_role: OpenAs, typed: dict[str, str], page: str
) -> None:
    here = registered(inspector, typed)
    assert inspector.get(here + page).status_code == 200
    foreign = as_role(Role.INSPECTOR, area="621122101", login="elsewhere")
    answers = [foreign.get(address + page) for address in (here, "/projects/987654")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert text_of(answers[0]) == text_of(answers[1])
    assert foreign.get(f"/projects/{10**30}{page}").status_code == 404


@pytest.mark.parametrize("role", [Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR])
def test_others_look_and_do_not_write(
    inspector: FlaskClient, as_role: OpenAs, typed: dict[str, str], role: Role
) -> None:
    here = registered(inspector, typed)
    reader = as_role(role, login="reader")
    for page in ("", "/papers", "/log", "/works"):
        assert reader.get(here + page).status_code == 200
    for page in ("/edit", "/parties", "/papers/completion_report", "/works/new"):
        assert reader.get(here + page).status_code == 403
    assert reader.get(NEW).status_code == 403


def test_nobody_sees_a_project_without_signing_in(
    client: FlaskClient, inspector: FlaskClient, typed: dict[str, str]
) -> None:
    here = registered(inspector, typed)
    for page in ("/projects", here, "/tasks", NEW):
        assert client.get(page).status_code == 401


def test_the_list_finds_filters_and_says_when_it_finds_nothing(
    inspector: FlaskClient, typed: dict[str, str]
) -> None:
    empty = inspector.get("/projects")
    assert "还没有登记项目" in text_of(empty)
    registered(inspector, typed)
    assert "巩昌镇示例小学教学楼" in text_of(inspector.get("/projects?text=gc-2015"))
    nothing = text_of(inspector.get("/projects?text=没有这个&category=municipal"))
    assert "没有符合条件的项目" in nothing
    assert "清除筛选" in nothing


@pytest.mark.parametrize(
    "query",
    ["category=castle", "area=999999999999999999999", "order=price", "text=" + "长" * 61,
     "progress=1"],
)  # fmt: skip
def test_a_question_that_is_none_is_told(inspector: FlaskClient, query: str) -> None:
    assert inspector.get(f"/projects?{query}").status_code == 422


@pytest.mark.parametrize("token", ["x", "WzFd", "WyJhIiwgMTAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMF0", ""])
def test_a_broken_position_is_the_first_page(
    inspector: FlaskClient, typed: dict[str, str], token: str
) -> None:
    registered(inspector, typed)
    assert "巩昌镇示例小学教学楼" in text_of(inspector.get(f"/projects?after={token}"))
