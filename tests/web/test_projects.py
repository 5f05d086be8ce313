"""The register as a browser gets it: registering, changing, two hands, bad input, scope."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.domain.projects import Category
from acceptance.persistence.areas import Area
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.runtime import Runtime
from tests.support.pages import main_form, submit, text_of

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


def projects(runtime: Runtime) -> list[Project]:
    with runtime.read() as session:
        return list(session.scalars(select(Project).order_by(Project.id)))


def ledger(runtime: Runtime) -> list[str]:
    with runtime.read() as session:
        return list(
            session.scalars(
                select(LedgerRow.action)
                .where(LedgerRow.project_id.is_not(None))
                .order_by(LedgerRow.seq)
            )
        )


@pytest.mark.parametrize("category", list(Category))
def test_each_category_has_a_form_that_registers(
    inspector: FlaskClient, runtime: Runtime, typed: dict[str, str], category: Category
) -> None:
    typed.pop("floor_area")
    page = registered(inspector, typed | {"investment": "28000000"}, category.value)
    shown = inspector.get(page)
    assert shown.status_code == 200
    assert "巩昌镇示例小学教学楼" in text_of(shown)
    assert projects(runtime)[0].category is category


def test_a_registered_project_is_as_it_was_typed(
    inspector: FlaskClient, runtime: Runtime, typed: dict[str, str]
) -> None:
    registered(inspector, typed)
    project = projects(runtime)[0]
    assert (project.code, str(project.investment), str(project.floor_area)) == (
        "GC-2015-001",
        "28000000",
        "2999.5",
    )
    assert ledger(runtime) == ["project.registered"]


BAD = [
    ("name", {"name": ""}, "请填写"),
    ("name", {"name": None}, "请填写"),
    ("name", {"name": "长" * 121}, "120"),
    ("name", {"name": "示例\x07楼"}, "控制字符"),
    ("code", {"code": "编号 1"}, "编号"),
    ("code", {"code": "A\x00"}, "控制字符"),
    ("investment", {"investment": "NaN"}, "数字"),
    ("investment", {"investment": "Infinity"}, "数字"),
    ("investment", {"investment": "1e9"}, "数字"),
    ("investment", {"investment": "-5"}, "不能小于"),
    ("investment", {"investment": "1.234"}, "小数"),
    ("area_id", {"area_id": "999999"}, "列表"),
    ("area_id", {"area_id": "x"}, "列表"),
    ("size_class", {"size_class": "huge"}, "列表"),
    ("size_class", {"size_class": None}, "请填写"),
    ("procedure", {"procedure": "water"}, "列表"),
    ("rule_set", {"rule_set": "SL 176-2007"}, "列表"),
    ("planned_start", {"planned_start": "2014-02-30"}, "日期"),
    ("planned_finish", {"planned_finish": "2014-02-01"}, "不能早于"),
    ("size_note", {"size_basis": "manual"}, "理由"),
    ("size_class", {"size_class": "small"}, "应为"),
    ("form", {"stage": "archived"}, "stage"),
    ("form", {"length_km": "3"}, "length_km"),
]


@pytest.mark.parametrize(("field", "changed", "words"), BAD)
def test_bad_input_is_told_at_its_field_and_stores_nothing(
    inspector: FlaskClient,
    runtime: Runtime,
    typed: dict[str, str],
    field: str,
    changed: dict[str, Any],
    words: str,
) -> None:
    values = main_form(inspector.get(NEW)).values(**typed)
    values.update(changed)
    answer = inspector.post(NEW, data={k: v for k, v in values.items() if v is not None})
    assert answer.status_code == 422
    assert "<title>出错：" in answer.text
    assert words in text_of(answer)
    if field != "form":
        assert f'href="#{field}"' in answer.text
    assert projects(runtime) == []
    assert ledger(runtime) == []
    kept = main_form(answer).values()
    for name, value in typed.items():
        if name not in changed:
            assert kept[name] == value, name


def test_the_english_reader_is_told_in_english_places(inspector: FlaskClient) -> None:
    inspector.set_cookie("lang", "en")
    answer = inspector.get(NEW)
    assert answer.status_code == 200


def test_a_taken_code_and_a_near_name_are_told_together(
    inspector: FlaskClient, runtime: Runtime, typed: dict[str, str]
) -> None:
    registered(inspector, typed)
    twice = submit(inspector, NEW, **typed | {"name": "巩昌镇示例小学 教学楼"})
    assert twice.status_code == 422
    assert "已有项目使用" in text_of(twice)
    assert "名称相近" in text_of(twice)
    confirmed = main_form(twice).values(code="GC-2015-002", confirmed="y")
    assert inspector.post(NEW, data=confirmed).status_code == 303
    assert len(projects(runtime)) == 2


def test_another_number_is_no_near_name(
    inspector: FlaskClient, runtime: Runtime, typed: dict[str, str]
) -> None:
    registered(inspector, typed | {"name": "巩昌镇示例小区 3 号楼"})
    registered(inspector, typed | {"name": "巩昌镇示例小区 4 号楼", "code": "GC-2"})
    assert len(projects(runtime)) == 2


def test_the_form_proposes_the_next_code(inspector: FlaskClient, typed: dict[str, str]) -> None:
    assert main_form(inspector.get(NEW)).values()["code"] == "FJ-2015-001"
    registered(inspector, typed | {"code": "FJ-2015-001"})
    assert main_form(inspector.get(NEW)).values()["code"] == "FJ-2015-002"


def test_suggesting_shows_both_rules_and_presets_none(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    values = main_form(inspector.get(NEW)).values(
        investment="31000000", floor_area="900", suggest="1"
    )
    answer = inspector.post(NEW, data=values)
    assert answer.status_code == 200
    assert "大型" in text_of(answer)
    assert "大中型" in text_of(answer)
    assert "size_class" not in main_form(answer).values()
    assert projects(runtime) == []


def test_two_hands_on_different_fields_merge(
    inspector: FlaskClient, runtime: Runtime, typed: dict[str, str]
) -> None:
    page = registered(inspector, typed)
    mine = main_form(inspector.get(f"{page}/edit")).values(place="示例村东头")
    submit(inspector, f"{page}/edit", structure="砖混")
    answer = inspector.post(f"{page}/edit", data=mine)
    assert answer.status_code == 409
    assert "1 处只有对方改过" in text_of(answer)
    saved = inspector.post(f"{page}/edit", data=main_form(answer).values())
    assert saved.status_code == 303
    project = projects(runtime)[0]
    assert (project.place, project.structure) == ("示例村东头", "砖混")


def test_two_hands_on_one_field_must_choose(
    inspector: FlaskClient, runtime: Runtime, typed: dict[str, str]
) -> None:
    page = registered(inspector, typed)
    mine = main_form(inspector.get(f"{page}/edit")).values(place="东头", structure="框架")
    submit(inspector, f"{page}/edit", place="西头")
    answer = inspector.post(f"{page}/edit", data=mine)
    assert answer.status_code == 409
    assert "东头" in text_of(answer)
    assert "西头" in text_of(answer)
    undecided = main_form(answer).values()
    assert "place" not in undecided
    chosen = inspector.post(f"{page}/edit", data=undecided | {"place": "东头"})
    assert chosen.status_code == 303
    project = projects(runtime)[0]
    assert (project.place, project.structure) == ("东头", "框架")
    assert ledger(runtime)[-1] == "project.changed"


def test_saving_without_a_change_writes_nothing(
    inspector: FlaskClient, runtime: Runtime, typed: dict[str, str]
) -> None:
    page = registered(inspector, typed)
    assert submit(inspector, f"{page}/edit").status_code == 303
    assert ledger(runtime) == ["project.registered"]
