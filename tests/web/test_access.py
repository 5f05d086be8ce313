"""Every page says who may open it; what says nothing is closed."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from acceptance.domain.people import GRANTS, Permission, Role
from acceptance.runtime import Runtime
from acceptance.web.auth import access, needs
from tests.support.statements import counting_statements
from tests.web.conftest import Clock

ROLES = (Role.INSPECTOR, Role.APPROVER, Role.LEADER, Role.ADMINISTRATOR, Role.AUDITOR)


def test_every_endpoint_declares_who_may_call_it(app: Flask) -> None:
    undeclared = [
        rule.endpoint for rule in app.url_map.iter_rules() if access(app, rule.endpoint) is None
    ]
    assert undeclared == []


def test_an_undeclared_endpoint_is_closed_even_to_the_signed_in(
    app: Flask, as_role: Callable[..., FlaskClient]
) -> None:
    app.add_url_rule("/forgotten", "forgotten", lambda: "open")
    assert access(app, "forgotten") is None
    assert as_role(Role.ADMINISTRATOR).get("/forgotten").status_code == 403
    assert app.test_client().get("/forgotten").status_code == 403


def test_a_permission_has_to_be_named() -> None:
    with pytest.raises(ValueError, match="public"):
        needs()


@pytest.mark.parametrize("role", ROLES)
def test_pages_without_arguments_open_by_the_grants(
    role: Role, app: Flask, as_role: Callable[..., FlaskClient]
) -> None:
    """One matrix for all pages there are: what the table of grants says, and nothing else."""
    client = as_role(role)
    wrong = []
    for rule in app.url_map.iter_rules():
        if rule.arguments or "GET" not in (rule.methods or ()):
            continue
        asked = access(app, rule.endpoint)
        granted = not asked or bool(asked & GRANTS[role])
        refused = client.get(rule.rule).status_code in {401, 403}
        if granted == refused:
            wrong.append(rule.rule)
    assert wrong == []


def test_nobody_but_the_system_may_everything() -> None:
    assert [role for role in ROLES if set(GRANTS[role]) >= set(Permission)] == []


def test_a_page_without_sign_in_answers_401_with_the_way_in(client: FlaskClient) -> None:
    answer = client.get("/account/")
    assert answer.status_code == 401
    assert 'name="next"' in answer.text
    assert 'value="/account/"' in answer.text


def test_a_foreign_role_reads_why_and_who(as_role: Callable[..., FlaskClient]) -> None:
    answer = as_role(Role.LEADER).get("/admin/")
    assert answer.status_code == 403
    assert "权限不足" not in answer.text
    assert "管理员" in answer.text


def test_knowing_who_asks_costs_one_statement(
    runtime: Runtime, as_role: Callable[..., FlaskClient]
) -> None:
    client = as_role(Role.INSPECTOR)
    with counting_statements(runtime.engine) as statements:
        assert client.get("/account/password").status_code == 200
    assert len(statements) == 1


def test_nobody_costs_none(runtime: Runtime, client: FlaskClient) -> None:
    with counting_statements(runtime.engine) as statements:
        client.get("/account/sign-in")
        client.get("/healthz")
    assert len(statements) == 0


def test_use_is_noted_now_and_then_only(
    runtime: Runtime, clock: Clock, as_role: Callable[..., FlaskClient]
) -> None:
    client = as_role(Role.INSPECTOR)
    counts = []
    for minutes in (1, 5, 1):
        clock.forward(minutes=minutes)
        with counting_statements(runtime.engine) as statements:
            client.get("/account/password")
        counts.append(len(statements))
    assert counts == [1, 2, 1]
