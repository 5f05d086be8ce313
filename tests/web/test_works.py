"""Dividing a project into works, its parties and its papers, through the pages."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.domain.projects import Category
from acceptance.persistence.areas import Area
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import ProjectPaper, ProjectParty
from acceptance.persistence.works import Works
from acceptance.queries.works_presets import preset_for
from acceptance.runtime import Runtime
from tests.builders.people import make_organisation
from tests.support.pages import main_form, submit, text_of, token_of

OpenAs = Callable[..., FlaskClient]


@pytest.fixture
def inspector(as_role: OpenAs) -> FlaskClient:
    return as_role(Role.INSPECTOR)


@pytest.fixture
def page(inspector: FlaskClient, runtime: Runtime) -> str:
    """The address of a registered road."""
    with runtime.read() as session:
        area_id = session.scalar(select(Area.id).where(Area.code == "621122102"))
    answer = submit(
        inspector,
        "/projects/new/rural_road",
        name="首阳镇示例通村公路",
        area_id=str(area_id),
        size_class="small",
        size_basis="manual",
        size_note="示例",
    )
    return answer.location


@pytest.fixture
def divided(inspector: FlaskClient, page: str) -> str:
    """The works of a road that was divided in the usual way."""
    answer = inspector.post(f"{page}/works/divide", data={"csrf_token": token_of(inspector)})
    assert answer.status_code == 303
    return f"{page}/works"


def test_the_further_parts_of_a_division_are_made_when_chosen(
    inspector: FlaskClient, page: str, runtime: Runtime
) -> None:
    options = {option.part.name: option.key for option in preset_for(Category.RURAL_ROAD).options}
    assert f'value="{options["交通标线"]}"' in inspector.get(f"{page}/works").text
    form = {"csrf_token": token_of(inspector), "further": [options["交通标线"]]}
    assert (
        inspector.post(f"{page}/works/divide", data=form | {"further": ["9.9"]}).status_code == 422
    )
    assert inspector.post(f"{page}/works/divide", data=form).status_code == 303
    assert part(runtime, "交通标线").is_leaf
    with runtime.read() as session:
        assert not session.scalar(select(Works).where(Works.name == "涵洞总体"))


def part(runtime: Runtime, name: str) -> Works:
    with runtime.read() as session:
        return session.scalars(select(Works).where(Works.name == name)).one()


def last_act(runtime: Runtime) -> str:
    with runtime.read() as session:
        found = session.scalars(select(LedgerRow.action).order_by(LedgerRow.seq.desc()))
        return found.first() or ""


def test_the_usual_division_is_offered_once(
    inspector: FlaskClient, runtime: Runtime, divided: str
) -> None:
    shown = text_of(inspector.get(divided))
    assert "水泥混凝土面层" in shown
    assert "未检查" in shown
    assert "工程还没有划分" not in shown
    assert last_act(runtime) == "works.divided"
    again = inspector.post(f"{divided}/divide", data={"csrf_token": token_of(inspector)})
    assert again.status_code == 422


def test_the_tree_keeps_its_order_when_a_part_is_added_in_the_middle(
    inspector: FlaskClient, runtime: Runtime, divided: str
) -> None:
    division = part(runtime, "路基土石方工程")
    answer = submit(inspector, f"{divided}/new?parent={division.id}", name="填石路基")
    assert answer.status_code == 303
    added = part(runtime, "填石路基")
    assert (added.code, added.level, added.is_leaf) == ("1.1.2", "item", True)
    with runtime.read() as session:
        codes = session.scalars(select(Works.code).order_by(Works.position)).all()
    assert list(codes) == sorted(codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "请填写"),
        ({"name": "长" * 121}, "120"),
        ({"name": "土方\x00路基"}, "控制字符"),
        ({"name": "土方路基", "location": "全 线"}, "同名部位"),
        ({"name": "土方路基2", "template_code": "no-such"}, "列表"),
        ({"name": "其他", "surprise": "1"}, "surprise"),
    ],
)
def test_bad_input_is_told_and_stores_nothing(
    inspector: FlaskClient, runtime: Runtime, divided: str, typed: dict[str, Any], words: str
) -> None:
    division = part(runtime, "路基土石方工程")
    before = last_act(runtime)
    answer = submit(inspector, f"{divided}/new?parent={division.id}", **typed)
    assert answer.status_code == 422
    assert words in text_of(answer)
    assert last_act(runtime) == before


def test_a_near_name_is_asked_about(inspector: FlaskClient, runtime: Runtime, divided: str) -> None:
    division = part(runtime, "路基土石方工程")
    address = f"{divided}/new?parent={division.id}"
    asked = submit(inspector, address, name="土方路基", location="全线段")
    assert asked.status_code == 422
    assert "确认不是同一处" in text_of(asked)
    confirmed = main_form(asked).values(confirmed="y")
    assert inspector.post(address, data=confirmed).status_code == 303


def test_a_stale_change_shows_theirs_and_keeps_mine(
    inspector: FlaskClient, runtime: Runtime, divided: str
) -> None:
    works = part(runtime, "土方路基")
    address = f"/works/{works.id}"
    mine = main_form(inspector.get(address)).values(location="K0+000～K1+000")
    submit(inspector, address, location="K0+000～K2+000")
    answer = inspector.post(address, data=mine)
    assert answer.status_code == 409
    assert "K0+000～K2+000" in text_of(answer)
    kept = main_form(answer).values()
    assert kept["location"] == "K0+000～K1+000"
    assert inspector.post(address, data=kept).status_code == 303
    assert part(runtime, "土方路基").location == "K0+000～K1+000"
    assert divided


def test_retiring_needs_a_reason_and_keeps_the_part(
    inspector: FlaskClient, runtime: Runtime, divided: str
) -> None:
    works = part(runtime, "波形梁护栏")
    assert submit(inspector, f"/works/{works.id}/retire", reason=" ").status_code == 422
    done = submit(inspector, f"/works/{works.id}/retire", reason="示例：设计取消")
    assert done.status_code == 303
    assert part(runtime, "波形梁护栏").retired
    assert last_act(runtime) == "works.retired"
    assert "已停用" in text_of(inspector.get(divided))


def test_a_part_with_parts_is_not_retired(
    inspector: FlaskClient, runtime: Runtime, divided: str
) -> None:
    works = part(runtime, "排水工程")
    answer = submit(inspector, f"/works/{works.id}/retire", reason="示例")
    assert answer.status_code == 422
    assert "先停用它下面的部位" in text_of(answer)
    assert divided


def test_foreign_works_answer_like_missing_ones(
    as_role: OpenAs, runtime: Runtime, divided: str
) -> None:
    works = part(runtime, "土方路基")
    foreign = as_role(Role.INSPECTOR, area="621122101", login="elsewhere")
    answers = [foreign.get(a) for a in (f"/works/{works.id}", "/works/987654")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert text_of(answers[0]) == text_of(answers[1])
    sent = foreign.post(f"{divided}/divide", data={"csrf_token": token_of(foreign)})
    assert sent.status_code == 404


def test_parties_are_named_from_the_list(
    inspector: FlaskClient, runtime: Runtime, page: str
) -> None:
    with runtime.write.begin() as session:
        make_organisation(session, "示例建设单位")
    named = {"parties-0-organisation": "示例建设单位", "parties-0-leader": "示例负责人"}
    assert submit(inspector, f"{page}/parties", **named).status_code == 303
    with runtime.read() as session:
        party = session.scalars(select(ProjectParty)).one()
        payload = session.scalars(
            select(LedgerRow.payload).where(LedgerRow.action == "project.parties")
        ).one()
    assert (party.role, party.leader) == ("owner", "示例负责人")
    assert "示例负责人" not in payload
    assert "示例建设单位" in text_of(inspector.get(page))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"parties-0-organisation": "没有的单位"}, "从名单中选择"),
        ({"parties-0-leader": "只有人"}, "从名单中选择"),
        ({"parties-0-organisation": "示例建设单位", "parties-0-role": "king"}, "请选择角色"),
        ({"parties-0-organisation": "示例建设单位", "parties-0-role": ""}, "请选择角色"),
        ({"parties-0-leader": "a\x07", "parties-0-organisation": "示例建设单位"}, "控制字符"),
        ({"parties-0-organisation": "示例建设单位", "parties-1-role": "owner",
          "parties-1-organisation": "示例建设单位"}, "登记了两次"),
        ({"partys": "x"}, "partys"),
        ({"version": "NaN"}, "version"),
    ],
)  # fmt: skip
def test_bad_parties_are_told(
    inspector: FlaskClient, runtime: Runtime, page: str, typed: dict[str, str], words: str
) -> None:
    with runtime.write.begin() as session:
        make_organisation(session, "示例建设单位")
    answer = submit(inspector, f"{page}/parties", **typed)
    assert answer.status_code == 422
    if words != "version":
        assert words in text_of(answer)
    with runtime.read() as session:
        assert session.scalars(select(ProjectParty)).all() == []


def test_a_paper_is_recorded_and_counted(
    inspector: FlaskClient, runtime: Runtime, page: str
) -> None:
    address = f"{page}/papers/contractor_self_check"
    done = submit(inspector, address, number="示例〔2015〕1号", dated="２０１５-06-01")
    assert done.status_code == 303
    with runtime.read() as session:
        assert session.scalars(select(ProjectPaper)).one().dated.isoformat() == "2015-06-01"
    shown = text_of(inspector.get(f"{page}/papers"))
    assert "示例〔2015〕1号" in shown
    assert "1/6" in shown


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"dated": ""}, "请填写"),
        ({"dated": "2015-06-16"}, "不能晚于今天"),
        ({"dated": "yesterday"}, "日期"),
        ({"dated": "2015-06-01", "number": "1" * 61}, "60"),
        ({"dated": "2015-06-01", "note": "a\x00b"}, "控制字符"),
        ({"dated": "2015-06-01", "code": "notice"}, "code"),
    ],
)
def test_a_bad_paper_is_told(
    inspector: FlaskClient, runtime: Runtime, page: str, typed: dict[str, str], words: str
) -> None:
    answer = submit(inspector, f"{page}/papers/contractor_self_check", **typed)
    assert answer.status_code == 422
    assert words in text_of(answer)
    with runtime.read() as session:
        assert session.scalars(select(ProjectPaper)).all() == []


def test_a_paper_nobody_asks_for_is_missing(inspector: FlaskClient, page: str) -> None:
    assert inspector.get(f"{page}/papers/notice").status_code == 404


def test_the_log_says_what_was_done(inspector: FlaskClient, divided: str) -> None:
    page = divided.removesuffix("/works")
    shown = text_of(inspector.get(f"{page}/log"))
    assert "登记项目" in shown
    assert "示例inspector" in shown
    for token in ("x", "WzFd", "WzFd" * 40):
        assert inspector.get(f"{page}/log?after={token}").status_code == 200


def test_the_tasks_page_serves_every_role(as_role: OpenAs) -> None:
    for role in (Role.INSPECTOR, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR):
        answer = as_role(role).get("/tasks")
        assert answer.status_code == 200
        assert "待办" in text_of(answer)
