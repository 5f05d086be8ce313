"""The quality record of a part and its accidents, through the pages, and what comes of them."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.domain.projects import Level
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.works_records import QualityAccident, WorksRecord
from acceptance.runtime import Runtime
from tests.builders.divided import divided, first, item
from tests.support.pages import submit, text_of

OpenAs = Callable[..., FlaskClient]


@pytest.fixture
def inspector(as_role: OpenAs) -> FlaskClient:
    return as_role(Role.INSPECTOR)


def ledger(runtime: Runtime) -> list[str]:
    with runtime.read() as session:
        return list(session.scalars(select(LedgerRow.action).order_by(LedgerRow.seq)))


@pytest.fixture
def canal(inspector: FlaskClient, runtime: Runtime) -> str:
    return divided(inspector, runtime, "water_saving")


def record(runtime: Runtime) -> WorksRecord:
    with runtime.read() as session:
        return session.scalars(select(WorksRecord)).one()


def test_the_appearance_of_a_unit_works_is_scored_from_its_items(
    inspector: FlaskClient, runtime: Runtime, canal: str
) -> None:
    address = f"/works/{first(runtime, Level.UNIT)}/quality"
    answer = submit(
        inspector, address, documents="complete",
        **item(0, grade="2"), **item(1, points="20", points_passed="20"),
    )  # fmt: skip
    assert answer.status_code == 303, text_of(answer)
    kept = record(runtime)
    # (12 × 90 % + 10 × 100 %) / 22
    assert str(kept.appearance_rate) == "94.5"
    assert "works.quality_recorded" in ledger(runtime)
    assert "94.5" in text_of(inspector.get(address))
    assert "还没有登记观感（外观）质量检查结果" not in text_of(inspector.get(canal))


@pytest.mark.usefixtures("canal")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        (item(0, grade="1", points="10"), "等级和测点只填一种"),
        (item(0, points="10", points_passed="11"), "合格测点不多于测点"),
        ({"treatment": "shape_changed"}, "请写明检测报告"),
        ({"defect_number": "备案1"}, "须同时填写编号和日期"),
        ({"defect_number": "备案1", "defect_filed_on": "2099-01-01"}, "日期不能晚于今天"),
        ({"documents": "good"}, ""),
    ],
)
def test_what_cannot_be_recorded_is_said_and_nothing_is_kept(
    inspector: FlaskClient, runtime: Runtime, given: dict[str, str], said: str
) -> None:
    answer = submit(inspector, f"/works/{first(runtime, Level.UNIT)}/quality", **given)
    assert answer.status_code == 422
    assert said in text_of(answer)
    with runtime.read() as session:
        assert not session.scalars(select(WorksRecord)).all()


@pytest.mark.usefixtures("canal")
def test_two_writers_do_not_overwrite_each_other_unseen(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    address = f"/works/{first(runtime, Level.UNIT)}/quality"
    assert submit(inspector, address, documents="complete").status_code == 303
    late = submit(inspector, address, documents="incomplete", version="0")
    assert late.status_code == 409, text_of(late)[:300]
    assert record(runtime).documents == "complete"


@pytest.mark.parametrize(
    ("kind", "loss", "expected", "shown"),
    [
        ("thin_concrete", "10", "defect", "质量缺陷"),
        ("thin_concrete", "10.01", "minor", "一般质量事故"),
        ("mass_concrete", "100", "minor", "一般质量事故"),
        ("earthworks", "100.01", "serious", "重大质量事故"),
    ],
)
def test_an_accident_is_classed_by_loss_and_kind_and_stays_until_treated(
    inspector: FlaskClient, runtime: Runtime, canal: str, kind: str, loss: str, expected: str,
    shown: str,
) -> None:  # fmt: skip
    works = first(runtime, Level.DIVISION)
    given: dict[str, Any] = {"kind": kind, "loss_wan": loss, "what": "衬砌板滑塌"}
    late = submit(inspector, f"/works/{works}/accidents", happened_on="2099-01-01", **given)
    assert late.status_code == 422
    answer = submit(inspector, f"/works/{works}/accidents", happened_on="2011-01-10", **given)
    assert answer.status_code == 303
    assert shown in text_of(inspector.get(f"/works/{works}/quality"))
    assert "有质量事故没有处理完" in text_of(inspector.get(canal))
    with runtime.read() as session:
        accident = session.scalars(select(QualityAccident)).one()
    assert accident.accident == expected
    treat = f"/works/{works}/accidents/{accident.id}"
    assert submit(inspector, treat, treated_on="2011-01-09", how="返工").status_code == 422
    assert submit(inspector, treat, treated_on="2011-01-10", how="返工").status_code == 303
    assert "有质量事故没有处理完" not in text_of(inspector.get(canal))
    assert inspector.get(treat).status_code == 404
    assert ledger(runtime)[-2:] == ["works.accident_recorded", "works.accident_treated"]


def test_a_building_counts_good_fair_and_poor_and_has_no_table(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    tree = divided(inspector, runtime, "building")
    works = first(runtime, Level.DIVISION)
    address = f"/works/{works}/quality"
    half = submit(inspector, address, appearance_good="3")
    assert half.status_code == 422
    assert "没有的填 0" in text_of(half)
    full = submit(
        inspector, address, documents="complete", functions_passed="yes",
        appearance_good="3", appearance_fair="1", appearance_poor="2",
    )  # fmt: skip
    assert full.status_code == 303
    assert "观感质量有 2 处评为差" in text_of(inspector.get(tree))
    assert inspector.get(f"/works/{works}/accidents").status_code == 404


@pytest.mark.usefixtures("canal")
def test_a_leaf_asks_only_for_treatment_and_filing(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    page = text_of(inspector.get(f"/works/{first(runtime, Level.ELEMENT)}/quality"))
    assert "不合格后的处理" in page
    assert "质量缺陷备案" in page
    assert "质量控制资料" not in page


@pytest.mark.usefixtures("canal")
def test_foreign_and_missing_parts_are_not_found(inspector: FlaskClient) -> None:
    assert inspector.get("/works/987654/quality").status_code == 404
