"""Links by which people set their own passwords."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from acceptance.domain.people import Role
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.users import User
from acceptance.runtime import Runtime
from tests.builders.people import PASSWORD, Somebody
from tests.support.pages import submit, text_of, token_of
from tests.web.conftest import Clock

NEW = "another four plain words"
LINK = re.compile(r"/account/activate/[\w-]{43}")
Person = Callable[..., Somebody]
Browser = Callable[[Somebody], FlaskClient]


def founding_link(app: Flask) -> str:
    answer = app.test_cli_runner().invoke(args=["administrator-link"])
    assert answer.exit_code == 0, answer.output
    found = LINK.search(answer.output)
    assert found
    return found.group()


def found_with(client: FlaskClient, link: str, **typed: str) -> int:
    first = {"name": "示例甲", "login": "first.admin", "password": NEW}
    return submit(client, link, **(first | typed)).status_code


@pytest.fixture
def invited(as_role: Callable[..., FlaskClient]) -> str:
    """The link an administrator gets for a new inspector."""
    answer = submit(
        as_role(Role.ADMINISTRATOR),
        "/admin/people/new",
        name="示例乙",
        login="Insp.Two",
        role="inspector",
        organisation_id="1",
        area_id="5",
    )
    assert answer.status_code == 200
    found = LINK.search(answer.text)
    assert found
    return found.group()


def test_the_first_administrator_founds_the_bureau(
    app: Flask, client: FlaskClient, runtime: Runtime
) -> None:
    link = founding_link(app)
    assert found_with(client, link) == 303
    assert client.get("/admin/").status_code == 200
    with runtime.read() as session:
        user = session.scalars(select(User)).one()
        assert (user.role, user.area.code) == (Role.ADMINISTRATOR, "621122")
        assert user.organisation.is_authority
        assert session.scalars(select(LedgerRow.action)).all() == ["account.created"]


def test_the_founding_link_works_once(app: Flask, client: FlaskClient) -> None:
    link = founding_link(app)
    found_with(client, link)
    assert app.test_client().get(link).status_code == 410
    assert app.test_cli_runner().invoke(args=["administrator-link"]).exit_code == 1


def test_a_newer_founding_link_ends_the_older(app: Flask, client: FlaskClient) -> None:
    older, newer = founding_link(app), founding_link(app)
    assert client.get(older).status_code == 410
    assert client.get(newer).status_code == 200


def test_founding_is_refused_with_every_reason(app: Flask, client: FlaskClient) -> None:
    answer = submit(client, founding_link(app), name=" ", login="A B", password="short")
    assert answer.status_code == 422
    assert answer.text.count("<li>") == 3
    assert "short" not in answer.text


def test_an_invited_person_sets_a_password_and_is_in(client: FlaskClient, invited: str) -> None:
    page = client.get(invited)
    assert "insp.two" in text_of(page)
    assert submit(client, invited, password=NEW).status_code == 303
    assert "insp.two" in text_of(client.get("/account/"))


def test_looking_does_not_use_the_link_up(client: FlaskClient, invited: str) -> None:
    assert [client.get(invited).status_code for _ in range(3)] == [200, 200, 200]


def test_a_link_works_once(app: Flask, client: FlaskClient, invited: str) -> None:
    form = submit(client, invited, password=NEW)
    assert form.status_code == 303
    assert app.test_client().get(invited).status_code == 410


def test_a_link_runs_out(client: FlaskClient, invited: str, clock: Clock) -> None:
    clock.forward(hours=71, minutes=59)
    assert client.get(invited).status_code == 200
    clock.forward(minutes=2)
    assert client.get(invited).status_code == 410


@pytest.mark.parametrize("token", ["x", "a" * 43, "a" * 5000, "%2e%2e", "' OR 1=1"])
def test_a_made_up_link_is_as_dead(token: str, client: FlaskClient) -> None:
    assert client.get(f"/account/activate/{token}").status_code == 410


@pytest.mark.parametrize(
    "password",
    ["ninechars", "1234567890", "LongXi2011!", "insp.two-2011", "aaaaaaaaaaaaaa", "x" * 129],
)
def test_a_weak_password_is_refused(password: str, client: FlaskClient, invited: str) -> None:
    assert submit(client, invited, password=password).status_code == 422
    assert client.get(invited).status_code == 200


@pytest.mark.parametrize(
    "password", ["  spaces around it  ", "汉字也可以做密码的呀", "x y z w " * 16]
)
def test_any_characters_may_be_in_a_password(
    password: str, app: Flask, client: FlaskClient, invited: str
) -> None:
    assert submit(client, invited, password=password).status_code == 303
    other = app.test_client()
    tried = {"login": "insp.two", "password": password[:-1]}
    assert submit(other, "/account/sign-in", **tried).status_code == 401
    tried["password"] = password
    assert submit(other, "/account/sign-in", **tried).status_code == 303


def test_a_new_link_ends_password_and_sessions(
    person: Person, browser_of: Browser, as_role: Callable[..., FlaskClient]
) -> None:
    who = person(Role.INSPECTOR)
    old, admin = browser_of(who), as_role(Role.ADMINISTRATOR)
    page = admin.post(f"/admin/people/{who.id}/link", data={"csrf_token": token_of(admin)})
    found = LINK.search(page.text)
    assert found
    fresh = admin.application.test_client()
    assert submit(fresh, found.group(), password=NEW).status_code == 303
    assert old.get("/account/").status_code == 401
    other = admin.application.test_client()
    wrong = submit(other, "/account/sign-in", login=who.login, password=PASSWORD)
    assert wrong.status_code == 401


def test_own_password_needs_the_present_one(person: Person, browser_of: Browser) -> None:
    who = person(Role.INSPECTOR)
    here, there = browser_of(who), browser_of(who)
    wrong = submit(here, "/account/password", current_password="not it at all", password=NEW)
    assert wrong.status_code == 403
    assert there.get("/account/").status_code == 200
    right = submit(here, "/account/password", current_password=PASSWORD, password=NEW)
    assert right.status_code == 303
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 401


def test_only_hashes_reach_the_database(
    client: FlaskClient, invited: str, runtime: Runtime
) -> None:
    submit(client, invited, password=NEW)
    with runtime.read() as session:
        stored = session.scalars(select(User.password_hash).where(User.login == "insp.two")).one()
        assert stored is not None
        assert stored.startswith("$argon2id$")
        assert session.scalar(select(func.count()).select_from(LedgerRow)) >= 2
        payloads = " ".join(session.scalars(select(LedgerRow.payload)))
        assert "示例乙" not in payloads
        assert "insp.two" not in payloads
