"""The pages of the acceptances: what is prescribed, what happened, who may write it down."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.domain.projects import Level
from acceptance.persistence.areas import Area
from acceptance.persistence.proceedings import ProceedingRecord
from acceptance.persistence.works import Works
from acceptance.runtime import Runtime
from tests.support.pages import submit, text_of, token_of
from tests.web.conftest import Clock

OpenAs = Callable[..., FlaskClient]
DAY = "2015-06-01"


@pytest.fixture
def inspector(as_role: OpenAs) -> FlaskClient:
    return as_role(Role.INSPECTOR)


@pytest.fixture
def canal(inspector: FlaskClient, runtime: Runtime) -> str:
    """The address of a canal that was divided in the usual way."""
    with runtime.read() as session:
        area_id = session.scalar(select(Area.id).where(Area.code == "621122102"))
    page = submit(
        inspector, "/projects/new/water_saving", name="示例渠道", area_id=str(area_id),
        size_class="small", size_basis="manual", size_note="示例",
    ).location  # fmt: skip
    inspector.post(f"{page}/works/divide", data={"csrf_token": token_of(inspector)})
    return f"{page}/proceedings"


def divisions(runtime: Runtime) -> list[int]:
    with runtime.read() as session:
        found = select(Works.id).where(Works.level == Level.DIVISION).order_by(Works.id)
        return list(session.scalars(found))


def records(runtime: Runtime) -> list[ProceedingRecord]:
    with runtime.read() as session:
        return list(session.scalars(select(ProceedingRecord).order_by(ProceedingRecord.id)))


def test_the_page_says_who_within_which_days_by_which_clause(
    inspector: FlaskClient, canal: str
) -> None:
    text = text_of(inspector.get(canal))
    for said in ("SL 223-2008 第4章", "条文待与正式文本核对", "每单位不超过 3 人", "10 个工作日",
                 "核定", "竣工技术预验收", "还没有登记"):  # fmt: skip
        assert said in text


def test_several_parts_are_recorded_by_one_form_and_one_is_corrected(
    inspector: FlaskClient, runtime: Runtime, canal: str
) -> None:
    parts = divisions(runtime)
    assert len(parts) > 1
    answer = submit(
        inspector, f"{canal}/part_works", application=DAY, answer=DAY, meeting=DAY, report=DAY,
        chair="owner", owner="2", contractor="1", agree="3", number="示例〔2015〕1号",
        parts=[str(part) for part in parts],
    )  # fmt: skip
    assert answer.status_code == 303, text_of(answer)
    assert {row.works_id for row in records(runtime)} == set(parts)
    assert len(records(runtime)) == 4 * len(parts)
    shown = text_of(inspector.get(canal))
    assert "同意 3/3" in shown
    assert "示例〔2015〕1号" in shown
    submit(inspector, f"{canal}/part_works?part={parts[0]}", answer="2015-06-02")
    (
        *_,
        answered,
    ) = (row for row in records(runtime) if row.works_id == parts[0])
    assert (answered.event, answered.happened_on.isoformat()) == ("answer", "2015-06-02")
    # Only what differs is written: one more record than before.
    assert len(records(runtime)) == 4 * len(parts) + 1


def test_supervision_speaks_through_who_decides(
    as_role: OpenAs, runtime: Runtime, canal: str
) -> None:
    approver = as_role(Role.APPROVER)
    assert approver.get(f"{canal}/unit_works").status_code == 403
    assert "登记监督机构的意见" in text_of(approver.get(canal))
    answer = submit(approver, f"{canal}/unit_works/opinion", opinion=DAY, approved="no")
    assert answer.status_code == 303, text_of(answer)
    (row,) = records(runtime)
    assert (row.event, row.approved) == ("opinion", False)
    assert "有异议" in text_of(approver.get(canal))


def test_the_form_says_what_cannot_be_at_its_field(
    inspector: FlaskClient, runtime: Runtime, canal: str
) -> None:
    answer = submit(
        inspector, f"{canal}/unit_works", notice="2015-06-20", meeting="2015-06-02", owner="4",
        agree="9", chair="",
    )  # fmt: skip
    assert answer.status_code == 422
    text = text_of(answer)
    for said in ("日期不能晚于今天", "不能早于“通知质量监督机构”的日期 2015-06-20",
                 "请选择组织验收的单位", "建设单位在验收组中不超过 3 人",
                 "同意的人数不能多于验收组的 4 人"):  # fmt: skip
        assert said in text
    assert records(runtime) == []


@pytest.mark.parametrize(
    "place", ["/division", "/part_works?part=999999", "/contract_completion/opinion", "/nothing"]
)
def test_what_the_process_does_not_ask_for_is_missing(
    inspector: FlaskClient, as_role: OpenAs, canal: str, place: str
) -> None:
    asking = as_role(Role.APPROVER) if place.endswith("opinion") else inspector
    assert asking.get(f"{canal}{place}").status_code == 404


def test_somebody_elses_record_meanwhile_is_shown_before_this_one_is_taken(
    inspector: FlaskClient, runtime: Runtime, canal: str
) -> None:
    form = f"{canal}/contract_completion"
    before = inspector.get(form)
    assert submit(inspector, form, application=DAY).status_code == 303
    seen = before.text.split('name="seen"')[1].split('value="')[1].split('"')[0]
    answer = inspector.post(
        form, data={"csrf_token": token_of(inspector), "seen": seen, "application": "2015-06-03",
                    "chair": "owner"},
    )  # fmt: skip
    assert answer.status_code == 409
    assert "登记验收程序" in text_of(answer)
    assert len(records(runtime)) == 1


@pytest.fixture
def next_year(clock: Clock) -> None:
    """No notice is known for 2016 to 2023."""
    clock.forward(days=365)


@pytest.mark.usefixtures("next_year")
def test_a_limit_into_a_year_without_notice_says_that_only_weekends_count(
    inspector: FlaskClient, canal: str
) -> None:
    submit(inspector, f"{canal}/contract_completion", application="2016-01-04")
    text = text_of(inspector.get(canal))
    assert "2016 年节假日安排未录入，仅按周末计算" in text
    assert "已逾期" in text
    overview = text_of(inspector.get(canal.removesuffix("/proceedings")))
    assert "逾期未办的验收程序" in overview
    assert "合同工程完工验收：答复申请 最迟 2016-02-01 · 2016 年节假日安排未录入" in overview
