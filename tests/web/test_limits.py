"""Limits of standards on the web: proposed by one person, decided by another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.domain.standards.register import EDITIONS
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.standards import LimitDecision
from acceptance.queries.standards import editions_in_force
from acceptance.runtime import Runtime
from tests.support.pages import forms, submit, text_of, token_of

TABLE = "JTG F80/1-2017 concrete"
FORM = "/admin/limits/propose?table=JTG F80/1-2017 concrete&limit=small_mean_factor"
SAID = {"value": "1.10", "seen": "附录 D.0.2，第 118 页", "reason": "与印刷本核对"}


@pytest.fixture
def admin(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    return as_role(Role.ADMINISTRATOR)


@pytest.fixture
def approver(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    return as_role(Role.APPROVER)


def confirmed(runtime: Runtime) -> object:
    with runtime.read() as session:
        return editions_in_force(session).confirmed


def acts(runtime: Runtime) -> list[str]:
    with runtime.read() as session:
        return list(session.scalars(select(LedgerRow.action).order_by(LedgerRow.seq)))


def button(browser: FlaskClient, act: str) -> str:
    """The address of the button for an act on the list."""
    page = browser.get("/admin/limits/")
    return next((f.action for f in forms(page) if f.action.endswith(f"/{act}")), "")


def test_a_doubtful_limit_is_listed_proposed_and_confirmed(
    admin: FlaskClient, approver: FlaskClient, runtime: Runtime
) -> None:
    assert "待核对" in text_of(admin.get("/admin/limits/"))
    assert submit(admin, FORM, **SAID).location == "/admin/limits/"
    own = text_of(admin.get("/admin/limits/"))
    assert "1.15 → 1.1" in own
    assert "由另一位管理员或审批人核定" in own
    assert button(admin, "confirm") == ""
    assert "有 1 项标准限值等您核定" in approver.get("/tasks").text
    assert confirmed(runtime) == {}

    address = button(approver, "confirm")
    answer = approver.post(address, data={"csrf_token": token_of(approver)})
    assert answer.location == "/admin/limits/"
    assert confirmed(runtime) == {TABLE: {"small_mean_factor": "1.1"}}
    assert acts(runtime) == ["standard.limit_proposed", "standard.limit_confirmed"]
    assert "本局核定" in text_of(admin.get(f"/admin/limits/table?table={TABLE}"))
    assert "标准限值等您核定" not in approver.get("/tasks").text


def test_the_proposer_cannot_confirm_by_typing_the_address(
    admin: FlaskClient, runtime: Runtime
) -> None:
    submit(admin, FORM, **SAID)
    answer = admin.post("/admin/limits/1/confirm", data={"csrf_token": token_of(admin)})
    assert answer.status_code == 422
    assert "自己提出的数值由另一位管理员或审批人核定" in answer.text
    assert confirmed(runtime) == {}


def test_declining_takes_a_reason(
    admin: FlaskClient, approver: FlaskClient, runtime: Runtime
) -> None:
    submit(admin, FORM, **SAID)
    address, token = button(approver, "decline"), token_of(approver)
    refused = approver.post(address, data={"csrf_token": token, "reason": " "})
    assert refused.status_code == 422
    assert "请填写" in refused.text
    approver.post(address, data={"csrf_token": token, "reason": "看错了行"})
    assert confirmed(runtime) == {}
    assert "看错了行" in text_of(admin.get("/admin/limits/"))
    with runtime.read() as session:
        assert [row.confirmed for row in session.scalars(select(LimitDecision))] == [False]


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"value": "一点一"}, "value", "限值应为小数或分数"),
        ({"value": "-1"}, "value", "限值不能小于 0"),
        ({"seen": ""}, "seen", "请填写"),
        ({"reason": ""}, "reason", "请填写"),
    ],
)
def test_a_wrong_entry_is_kept_and_named(
    admin: FlaskClient, runtime: Runtime, typed: dict[str, str], field: str, sentence: str
) -> None:
    answer = submit(admin, FORM, **(SAID | typed))
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert sentence in answer.text
    assert acts(runtime) == []


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        (Role.INSPECTOR, "/admin/limits/", 403),
        (Role.LEADER, "/admin/limits/", 403),
        (Role.AUDITOR, "/admin/limits/", 403),
        (Role.APPROVER, "/admin/limits/", 200),
        (Role.APPROVER, FORM, 403),
        (Role.ADMINISTRATOR, FORM, 200),
        (Role.ADMINISTRATOR, "/admin/limits/propose?table=x&limit=y", 404),
        (Role.ADMINISTRATOR, "/admin/limits/table?table=x", 404),
    ],
)
def test_who_sees_what(
    as_role: Callable[..., FlaskClient], role: Role, address: str, status: int
) -> None:
    assert as_role(role).get(address).status_code == status


def test_every_table_and_every_limit_can_be_shown(admin: FlaskClient) -> None:
    for table in EDITIONS:
        address = f"/admin/limits/table?table={table.code}"
        assert admin.get(address).status_code == 200, table.code


def test_a_table_is_shown_row_by_row_before_it_is_confirmed(admin: FlaskClient) -> None:
    page = text_of(admin.get("/admin/limits/propose?table=JTG F80/1-2017 concrete&limit=bands"))
    assert "15，1.05，0.85" in page
