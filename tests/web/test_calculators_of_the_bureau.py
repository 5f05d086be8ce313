"""Calculator pages where the bureau has set a limit: its people are told, the result stays the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from acceptance.domain.people import Role
from acceptance.runtime import Runtime
from tests.support.pages import forms, submit, text_of, token_of
from tests.support.statements import counting_statements

TABLE = "JTG F80/1-2017 concrete"
ADDRESS = "/calculators/concrete-strength?rule_set=JTG F80/1-2017&design=30&groups=34 34 34"
OTHER = "/calculators/concrete-strength?rule_set=GB/T 50107-2010&design=30&groups=36 36 36"
SHIPPED = "不合格 JTG F80/1-2017"
TOLD = "本局核定了这里用到的限值"


@pytest.fixture
def approver(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    """Who confirmed that three groups need a mean of 1.10 of the grade, not 1.15."""
    admin, approver = as_role(Role.ADMINISTRATOR), as_role(Role.APPROVER)
    form = f"/admin/limits/propose?table={TABLE}&limit=small_mean_factor"
    assert submit(admin, form, value="1.10", seen="附录D", reason="与印刷本核对").status_code == 303
    waiting = forms(approver.get("/admin/limits/"))
    address = next(each.action for each in waiting if each.action.endswith("/confirm"))
    answer = approver.post(address, data={"csrf_token": token_of(approver)})
    assert answer.location == "/admin/limits/"
    return approver


def test_the_people_of_the_bureau_are_told_and_strangers_are_not(
    client: FlaskClient,
    approver: FlaskClient,
    as_role: Callable[..., FlaskClient],
    runtime: Runtime,
) -> None:
    with counting_statements(runtime.engine) as statements:
        public = text_of(client.get(ADDRESS))
    assert len(statements) == 0
    assert SHIPPED in public
    assert TOLD not in public
    page = as_role(Role.INSPECTOR).get(ADDRESS)
    assert page.status_code == 200
    own = text_of(page)
    assert SHIPPED in own
    assert TOLD in own
    assert "1.15 → 1.1" in own
    assert "按本局核定的限值： 合格" in own
    assert "/admin/limits/table" not in page.text
    assert "/admin/limits/table" in approver.get(ADDRESS).text


@pytest.mark.usefixtures("approver")
def test_a_limit_that_was_not_used_is_not_mentioned(as_role: Callable[..., FlaskClient]) -> None:
    assert TOLD not in as_role(Role.INSPECTOR).get(OTHER).text


def test_nothing_is_told_where_nothing_was_set(as_role: Callable[..., FlaskClient]) -> None:
    assert TOLD not in as_role(Role.INSPECTOR).get(ADDRESS).text
