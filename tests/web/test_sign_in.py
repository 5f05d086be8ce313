"""Signing in and out: rotation, throttle, leavers."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from acceptance.domain.people import Role
from acceptance.persistence.users import SignInFailure, SignInSession, User
from acceptance.runtime import Runtime
from tests.builders.people import PASSWORD, Somebody
from tests.support.pages import submit, text_of, token_of
from tests.web.conftest import Clock

SIGN_IN = "/account/sign-in"
Person = Callable[..., Somebody]
Browser = Callable[[Somebody], FlaskClient]


def enter(client: FlaskClient, login: str, password: str = PASSWORD, **more: str) -> int:
    return submit(client, SIGN_IN, login=login, password=password, **more).status_code


def cookie(client: FlaskClient) -> str:
    found = client.get_cookie("session")
    return found.value if found else ""


def test_the_right_password_opens(client: FlaskClient, person: Person) -> None:
    person(Role.INSPECTOR, login="insp.a")
    answer = submit(client, SIGN_IN, login=" INSP.A ", password=PASSWORD)
    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/account/").status_code == 200


def test_wrong_and_unknown_get_the_same_answer(app: Flask, person: Person) -> None:
    person(Role.INSPECTOR, login="known")
    answers = [
        submit(app.test_client(), SIGN_IN, login=login, password="not the password")
        for login in ("known", "other")
    ]
    assert [answer.status_code for answer in answers] == [401, 401]
    texts = [text_of(answer) for answer in answers]
    assert texts[0] == texts[1]
    assert set(answers[0].headers.keys()) == set(answers[1].headers.keys())


def test_a_wrong_password_keeps_the_login_but_not_the_password(
    client: FlaskClient, person: Person
) -> None:
    person(Role.INSPECTOR, login="known")
    answer = submit(client, SIGN_IN, login="known", password="not the password")
    assert 'value="known"' in answer.text
    assert "not the password" not in answer.text


def test_only_the_hash_of_the_token_is_stored(
    client: FlaskClient, person: Person, runtime: Runtime
) -> None:
    person(Role.INSPECTOR, login="known")
    enter(client, "known")
    with client.session_transaction() as held, runtime.read() as session:
        stored = session.scalars(select(SignInSession.token_hash)).one()
        assert held["_user_id"] != stored
        assert len(held["_user_id"]) >= 43


def test_the_cookie_before_is_dead_after(client: FlaskClient, person: Person) -> None:
    person(Role.INSPECTOR, login="known")
    enter(client, "known")
    first = cookie(client)
    with client.session_transaction() as held:
        token = held["_user_id"]
    client.post("/account/sign-out", data={"csrf_token": token_of(client)})
    enter(client, "known")
    with client.session_transaction() as held:
        assert held["_user_id"] != token
    client.set_cookie("session", first)
    assert client.get("/account/").status_code == 401


def test_nothing_planted_before_survives(client: FlaskClient, person: Person) -> None:
    person(Role.INSPECTOR, login="known")
    client.get(SIGN_IN)
    with client.session_transaction() as held:
        held["planted"] = "yes"
        planted_token = held["csrf_token"]
    enter(client, "known")
    token_of(client)
    with client.session_transaction() as held:
        assert "planted" not in held
        assert held["csrf_token"] != planted_token


def test_signing_out_needs_a_post(as_role: Callable[..., FlaskClient]) -> None:
    assert as_role(Role.INSPECTOR).get("/account/sign-out").status_code == 405


def test_ten_wrong_ones_close_the_login_for_a_while(
    app: Flask, person: Person, clock: Clock
) -> None:
    person(Role.INSPECTOR, login="known")
    for _ in range(10):
        assert enter(app.test_client(), "known", "wrong password") == 401
    stopped = submit(app.test_client(), SIGN_IN, login="known", password=PASSWORD)
    assert stopped.status_code == 429
    assert "15 分钟后" in stopped.text
    assert stopped.headers["Retry-After"] == "900"
    clock.forward(minutes=14, seconds=59)
    assert "1 分钟后" in submit(app.test_client(), SIGN_IN, login="known", password=PASSWORD).text
    clock.forward(seconds=2)
    assert enter(app.test_client(), "known") == 303


def test_unknown_logins_are_throttled_alike(app: Flask) -> None:
    for _ in range(10):
        assert enter(app.test_client(), "nobody", "wrong password") == 401
    assert enter(app.test_client(), "nobody", "wrong password") == 429


def test_an_attacker_does_not_keep_the_owner_out(
    app: Flask, client: FlaskClient, person: Person
) -> None:
    person(Role.INSPECTOR, login="owner")
    assert enter(client, "owner") == 303
    client.post("/account/sign-out", data={"csrf_token": token_of(client)})
    for _ in range(11):
        enter(app.test_client(), "owner", "wrong password")
    assert enter(app.test_client(), "owner") == 429
    assert enter(client, "owner") == 303


def test_a_known_browser_is_throttled_by_itself(client: FlaskClient, person: Person) -> None:
    person(Role.INSPECTOR, login="owner")
    enter(client, "owner")
    client.post("/account/sign-out", data={"csrf_token": token_of(client)})
    for _ in range(10):
        assert enter(client, "owner", "wrong password") == 401
    assert enter(client, "owner") == 429


def test_one_address_tries_many_logins(app: Flask) -> None:
    for number in range(30):
        enter(app.test_client(), f"nobody{number}", "wrong password")
    assert enter(app.test_client(), "somebody-else", "wrong password") == 429


def test_failures_keep_no_names_and_are_cleared_away(
    app: Flask, runtime: Runtime, clock: Clock
) -> None:
    enter(app.test_client(), "nobody", "wrong password")
    clock.forward(minutes=16)
    enter(app.test_client(), "nobody", "wrong password")
    with runtime.read() as session:
        assert session.scalar(select(func.count()).select_from(SignInFailure)) == 1
        kept = session.scalars(select(SignInFailure)).one()
        assert "nobody" not in kept.login_hash
        assert "127.0.0.1" not in kept.address_hash


@pytest.mark.parametrize(
    ("target", "lands"),
    [
        ("/account/password?a=1", "/account/password?a=1"),
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("https:evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("http:///evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_only_own_pages_come_next(
    target: str, lands: str, client: FlaskClient, person: Person
) -> None:
    person(Role.INSPECTOR, login="known")
    answer = submit(client, SIGN_IN, login="known", password=PASSWORD, next=target)
    assert (answer.location or "/") == lands


def test_a_stopped_account_is_out_at_the_next_request(
    person: Person, browser_of: Browser, runtime: Runtime
) -> None:
    who = person(Role.INSPECTOR)
    browser = browser_of(who)
    assert browser.get("/account/").status_code == 200
    with runtime.write.begin() as session:
        session.execute(update(User).where(User.id == who.id).values(active=False))
    assert browser.get("/account/").status_code == 401


def test_another_role_counts_from_the_next_request(
    person: Person, browser_of: Browser, runtime: Runtime
) -> None:
    who = person(Role.ADMINISTRATOR)
    browser = browser_of(who)
    assert browser.get("/admin/").status_code == 200
    with runtime.write.begin() as session:
        session.execute(update(User).where(User.id == who.id).values(role=Role.LEADER))
    assert browser.get("/admin/").status_code == 403


def test_a_session_ends_after_twelve_hours_even_when_used(
    as_role: Callable[..., FlaskClient], clock: Clock
) -> None:
    browser = as_role(Role.INSPECTOR)
    for _ in range(2):
        clock.forward(hours=5, minutes=55)
        assert browser.get("/account/").status_code == 200
    clock.forward(minutes=11)
    assert browser.get("/account/").status_code == 401


def test_a_session_ends_after_eight_idle_hours(
    as_role: Callable[..., FlaskClient], clock: Clock
) -> None:
    browser = as_role(Role.INSPECTOR)
    clock.forward(hours=8, minutes=1)
    assert browser.get("/account/").status_code == 401


def test_a_flipped_character_in_the_cookie_is_nobody(as_role: Callable[..., FlaskClient]) -> None:
    browser = as_role(Role.INSPECTOR)
    good = cookie(browser)
    browser.set_cookie("session", good[:-3] + ("A" if good[-3] != "A" else "B") + good[-2:])
    assert browser.get("/account/").status_code == 401


def test_another_browser_can_be_signed_out(person: Person, browser_of: Browser) -> None:
    who = person(Role.INSPECTOR)
    here, there = browser_of(who), browser_of(who)
    number = 2
    here.post(f"/account/sessions/{number}/end", data={"csrf_token": token_of(here)})
    assert there.get("/account/").status_code == 401
    assert here.get("/account/").status_code == 200


def test_another_persons_session_cannot_be_ended(person: Person, browser_of: Browser) -> None:
    victim = browser_of(person(Role.INSPECTOR, login="one"))
    attacker = browser_of(person(Role.INSPECTOR, login="two"))
    attacker.post("/account/sessions/1/end", data={"csrf_token": token_of(attacker)})
    assert victim.get("/account/").status_code == 200
