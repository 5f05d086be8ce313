"""Addresses that name what no database can hold, on both databases."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from acceptance.domain.people import Role
from acceptance.settings import Settings

AT_THE_EDGE, TOO_LARGE = 2**31 - 1, 2**31


@pytest.fixture
def settings(settings: Settings, database_url: str) -> Settings:
    return replace(settings, database_url=database_url)


@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.APPROVER, Role.ADMINISTRATOR])
def test_a_number_that_no_row_can_have_is_not_found(
    app: Flask, as_role: Callable[..., FlaskClient], role: Role
) -> None:
    browser = as_role(role)
    answers = {}
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint == "static" or "<" not in rule.rule:
            continue
        for number in (AT_THE_EDGE, TOO_LARGE, 10**30):
            address = re.sub(r"<[^>]*>", str(number), rule.rule)
            answers[address] = browser.get(address).status_code
    assert len(answers) > 100
    assert {address: code for address, code in answers.items() if code >= 500} == {}


@pytest.mark.parametrize(
    ("role", "address", "status"),
    [
        (Role.APPROVER, "/v/a%00b", 404),
        (Role.APPROVER, "/photos/a%00b", 404),
        (Role.APPROVER, "/targets?area=a%00b", 404),
        (Role.APPROVER, "/targets?area=621122%00", 200),
        (Role.APPROVER, "/targets?a%00=1", 200),
        (Role.APPROVER, "/targets/cascade?area=a%00b", 404),
        (Role.APPROVER, "/api/v1/rates?area=a%00b", 404),
        (Role.APPROVER, "/certificates?text=a%00b", 200),
        (Role.ADMINISTRATOR, "/admin/?q=a%00b", 200),
    ],
)
def test_a_sign_that_no_text_can_hold_is_as_if_not_typed(
    as_role: Callable[..., FlaskClient], role: Role, address: str, status: int
) -> None:
    assert as_role(role).get(address).status_code == status
