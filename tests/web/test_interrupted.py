"""A form whose sign-in or token has run out comes back with everything that was typed."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from acceptance.domain.people import Permission, Role
from acceptance.web.auth import needs
from tests.builders.people import PASSWORD, Somebody
from tests.support.pages import main_form, text_of, token_of

TYPED = {
    "note": "压实度 97.5 %\r\n第二行 <b>&\"'",
    "point-0": "3.250",
    "point-1": "",
    "submission": "0b6f2c1e-示例",
}


@pytest.fixture(autouse=True)
def seen(app: Flask) -> list[dict[str, list[str]]]:
    """What a form's own view received in the end."""
    received: list[dict[str, list[str]]] = []

    @needs(Permission.OWN_ACCOUNT)
    def take() -> str:
        received.append(request.form.to_dict(flat=False))
        return "taken"

    app.add_url_rule("/take", "take", take, methods=["POST"])
    return received


def wanted(token: str) -> dict[str, list[str]]:
    return {name: [value] for name, value in TYPED.items()} | {"csrf_token": [token]}


def test_signed_out_then_in_then_sent(
    app: Flask, person: Callable[..., Somebody], seen: list[dict[str, list[str]]]
) -> None:
    person(Role.INSPECTOR, login="known")
    client = app.test_client()
    stopped = client.post("/take?page=2", data={**TYPED, "csrf_token": "old"})
    assert stopped.status_code == 401
    assert "内容没有丢" in stopped.text
    assert "3 项" in text_of(stopped)
    form = main_form(stopped)
    again = client.post(form.action, data=form.values(login="known", password="wrong one"))
    assert again.status_code == 401
    form = main_form(again)
    kept = client.post(form.action, data=form.values(login="known", password=PASSWORD))
    assert kept.status_code == 200
    assert "继续提交" in kept.text
    form = main_form(kept)
    assert form.action == "/take?page=2"
    assert client.post(form.action, data=form.values()).text == "taken"
    assert seen == [wanted(form.values()["csrf_token"])]


def test_signed_in_with_a_bad_token(
    as_role: Callable[..., FlaskClient], seen: list[dict[str, list[str]]]
) -> None:
    client = as_role(Role.INSPECTOR)
    stopped = client.post("/take", data={**TYPED, "csrf_token": "old"})
    assert (stopped.status_code, seen) == (400, [])
    form = main_form(stopped)
    assert client.post(form.action, data=form.values()).text == "taken"
    assert seen == [wanted(form.values()["csrf_token"])]


def test_repeated_fields_keep_their_order(as_role: Callable[..., FlaskClient]) -> None:
    client = as_role(Role.INSPECTOR)
    stopped = client.post("/take", data={"role": ["owner", "designer"]})
    assert [pair for pair in main_form(stopped).fields if pair[0] == "role"] == [
        ("role", "owner"),
        ("role", "designer"),
    ]


def test_files_cannot_be_kept_and_that_is_said(
    as_role: Callable[..., FlaskClient], client: FlaskClient, seen: list[dict[str, list[str]]]
) -> None:
    for browser in (as_role(Role.INSPECTOR), client):
        photo = (BytesIO(b"not looked at"), "photo.jpg")
        assert "重新选择" in browser.post("/take", data={"note": "a", "photo": photo}).text
    assert seen == []


def test_signing_in_in_another_tab_first_loses_nothing(
    app: Flask, person: Callable[..., Somebody], seen: list[dict[str, list[str]]]
) -> None:
    person(Role.INSPECTOR, login="known")
    client = app.test_client()
    first, second = (client.post("/take", data={"note": name}) for name in ("one", "two"))
    for tab in (first, second):
        form = main_form(tab)
        answer = client.post(form.action, data=form.values(login="known", password=PASSWORD))
        form = main_form(answer)
        assert client.post(form.action, data=form.values()).text == "taken"
    assert [fields["note"] for fields in seen] == [["one"], ["two"]]


def test_a_large_form_fits_through_the_sign_in_page(
    app: Flask, person: Callable[..., Somebody], seen: list[dict[str, list[str]]]
) -> None:
    person(Role.INSPECTOR, login="known")
    client = app.test_client()
    long = "验" * 100_000 + '\\"' * 1000
    form = main_form(client.post("/take", data={"note": long}))
    answer = client.post(form.action, data=form.values(login="known", password=PASSWORD))
    form = main_form(answer)
    assert client.post(form.action, data=form.values()).text == "taken"
    assert seen[0]["note"] == [long]


def test_passwords_are_never_put_into_a_page(as_role: Callable[..., FlaskClient]) -> None:
    client = as_role(Role.INSPECTOR)
    answer = client.post(
        "/account/password",
        data={"current_password": "canary one", "password": "canary two", "csrf_token": "old"},
    )
    assert answer.status_code == 400
    assert "canary" not in answer.text


@pytest.mark.parametrize(
    "carried", ["", "not json", "{}", "[1]", '[false, "ab"]', '[false, ["a", 1]]', "null", "5"]
)
def test_nonsense_in_the_carried_field_is_dropped(
    carried: str, app: Flask, person: Callable[..., Somebody]
) -> None:
    person(Role.INSPECTOR, login="known")
    client = app.test_client()
    form = main_form(client.get("/account/sign-in"))
    answer = client.post(
        form.action,
        data=form.values(login="known", password=PASSWORD, carried=carried, carried_to="/take"),
    )
    assert answer.status_code == 303


@pytest.mark.parametrize("path", ["//evil.example/a", "https://evil.example/", "/\\evil.example"])
def test_a_form_is_only_carried_to_our_own_pages(
    path: str, app: Flask, person: Callable[..., Somebody]
) -> None:
    person(Role.INSPECTOR, login="known")
    client = app.test_client()
    form = main_form(client.get("/account/sign-in"))
    typed = form.values(
        login="known", password=PASSWORD, carried='[false, ["a", "b"]]', carried_to=path
    )
    answer = client.post(form.action, data=typed)
    assert (answer.status_code, answer.location) == (303, "/")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_what_another_site_sends_is_refused_and_not_carried(
    headers: dict[str, str],
    as_role: Callable[..., FlaskClient],
    client: FlaskClient,
    seen: list[dict[str, list[str]]],
) -> None:
    browser = as_role(Role.INSPECTOR)
    token = token_of(browser)
    for one in (browser, client):
        answer = one.post("/take", data={"note": "evil", "csrf_token": token}, headers=headers)
        assert answer.status_code == 403
        assert 'value="evil"' not in answer.text
    assert seen == []


def test_a_program_gets_a_problem_instead_of_a_page(client: FlaskClient) -> None:
    answer = client.post("/account/sign-out", headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert answer.json is not None
    assert answer.json["error"] == 401
