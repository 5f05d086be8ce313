"""Accounts, links and areas on both databases."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.app import create_app
from acceptance.domain.areas import read_areas
from acceptance.domain.people import SYSTEM, Role
from acceptance.persistence.areas import Area
from acceptance.persistence.users import User
from acceptance.queries import accounts as pages
from acceptance.queries import people
from acceptance.runtime import EXTENSION
from acceptance.services import accounts, activation, areas, own_password, sessions
from acceptance.services.accounts import NewAccount, Post
from acceptance.services.activation import Founding
from acceptance.services.errors import NotFoundError, RefusedError, StaleError
from acceptance.services.sessions import Origin
from acceptance.services.tokens import digest_of
from acceptance.settings import Environment, Settings
from tests.builders.people import AREAS, Somebody, load_areas, make_organisation, make_person


@pytest.fixture
def admin(session: Session, now: datetime) -> Somebody:
    load_areas(session)
    return make_person(session, now, Role.ADMINISTRATOR)


@pytest.fixture
def invite(session: Session, admin: Somebody, now: datetime) -> Callable[[str], accounts.Link]:
    def new(login: str) -> accounts.Link:
        county = session.scalars(select(Area.id).where(Area.code == "621122")).one()
        post = Post(Role.INSPECTOR, make_organisation(session).id, county)
        return accounts.create(session, NewAccount(login, "示例", post), admin.actor, now)

    return new


def test_a_link_is_used_up_by_its_first_use(
    session: Session, invite: Callable[[str], accounts.Link], now: datetime
) -> None:
    link = invite("one")
    assert activation.activate(session, link.token, "hash", now).login == "one"
    with pytest.raises(NotFoundError):
        activation.activate(session, link.token, "other", now)
    assert session.get_one(User, link.user_id).password_hash == "hash"


def test_a_newer_link_ends_the_older(
    session: Session, admin: Somebody, invite: Callable[[str], accounts.Link], now: datetime
) -> None:
    link = invite("one")
    newer = accounts.renew_link(session, link.user_id, admin.actor, now)
    assert people.invitation(session, digest_of(link.token), now) is None
    assert people.invitation(session, digest_of(newer.token), now) is not None
    with pytest.raises(NotFoundError):
        activation.activate(session, link.token, "hash", now)


def test_a_persons_link_founds_nothing(
    session: Session, invite: Callable[[str], accounts.Link], now: datetime
) -> None:
    command = Founding("first", "示例", "示例局", "621122", "hash")
    with pytest.raises(NotFoundError):
        activation.found(session, invite("one").token, command, now)


def test_founding_needs_the_county(session: Session, now: datetime) -> None:
    token = activation.first_administrator_link(session, now)
    command = Founding("first", "示例", "示例局", "621122", "hash")
    with pytest.raises(RefusedError) as refused:
        activation.found(session, token, command, now)
    assert [finding.code for finding in refused.value.findings] == ["county_missing"]


def test_there_is_one_first_administrator(session: Session, admin: Somebody, now: datetime) -> None:
    assert admin.actor.role is Role.ADMINISTRATOR
    with pytest.raises(RefusedError):
        activation.first_administrator_link(session, now)


def test_of_two_password_changes_one_happens(
    session: Session, admin: Somebody, now: datetime
) -> None:
    old = session.get_one(User, admin.id).password_hash or ""
    own_password.change(session, admin.actor, old, "new one", 0, now)
    with pytest.raises(StaleError):
        own_password.change(session, admin.actor, old, "new two", 0, now)


def test_sessions_end_by_age_idleness_and_hand(
    session: Session, admin: Somebody, now: datetime
) -> None:
    token = sessions.open_session(session, admin.id, now)
    found = pages.viewer(session, digest_of(token), now)
    assert found is not None
    assert found.actor == admin.actor
    sessions.seen(session, found.session_id, now + timedelta(hours=7))
    session.flush()
    assert pages.viewer(session, digest_of(token), now + timedelta(hours=11)) is not None
    assert pages.viewer(session, digest_of(token), now + timedelta(hours=12)) is None
    assert pages.viewer(session, digest_of(token + "x"), now) is None
    assert sessions.end_all(session, admin.id, admin.actor, now) == 1
    assert pages.viewer(session, digest_of(token), now) is None


@pytest.mark.parametrize(("failures", "waits"), [(9, 0), (10, 15), (11, 15)])
def test_failures_are_counted_by_login(
    session: Session, now: datetime, failures: int, waits: int
) -> None:
    origin = Origin("login", "address")
    for _ in range(failures):
        sessions.note_failure(session, origin, now)
    assert sessions.minutes_to_wait(session, origin, now) == waits
    assert sessions.minutes_to_wait(session, Origin("other", "address"), now) == 0
    assert sessions.minutes_to_wait(session, origin, now + timedelta(minutes=15)) == 0


def test_loading_areas_twice_keeps_what_people_renamed(session: Session, now: datetime) -> None:
    rows = read_areas(AREAS.read_text(encoding="utf-8"))
    assert areas.load(session, rows) == len(rows)
    town = session.scalars(select(Area).where(Area.code == "621122100")).one()
    areas.rename(session, town.id, "示例新名", date(2015, 6, 1), SYSTEM, now)
    assert areas.load(session, rows) == 0
    assert session.get_one(Area, town.id).name == "示例新名"


def test_an_upgrade_can_be_repeated(
    empty_database_url: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = Settings(
        environment=Environment.TESTING,
        secret_key="only for this test, and for nothing else at all",
        database_url=empty_database_url,
        data_dir=tmp_path_factory.mktemp("data"),
    )
    app: Flask = create_app(settings)
    runner = app.test_cli_runner()
    said = [runner.invoke(args=["db", "upgrade"]) for _ in range(2)]
    app.extensions[EXTENSION].engine.dispose()
    assert [result.exit_code for result in said] == [0, 0]
    assert "26 areas" in said[0].output
    assert "0 areas" in said[1].output
