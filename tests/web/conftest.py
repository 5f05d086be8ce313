"""The application with clients that speak to it without a socket."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from acceptance.app import create_app
from acceptance.domain.people import Role
from acceptance.jobs.printing import Press
from acceptance.jobs.run import Worker
from acceptance.runtime import EXTENSION, Runtime
from acceptance.services import sessions
from acceptance.settings import Settings
from tests.builders.people import Somebody, load_areas, make_person
from tests.builders.sites import Site, make_site


@dataclass(slots=True)
class Clock:
    """Stands still until a test moves it."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **parts: int) -> None:
        self.moment += timedelta(**parts)


@pytest.fixture
def clock(now: datetime) -> Clock:
    return Clock(now)


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Flask]:
    app = create_app(settings, clock)
    with app.extensions[EXTENSION].write.begin() as session:
        load_areas(session)
    yield app
    app.extensions[EXTENSION].engine.dispose()


@pytest.fixture
def runtime(app: Flask) -> Runtime:
    found: Runtime = app.extensions[EXTENSION]
    return found


@pytest.fixture
def press_worker(runtime: Runtime) -> Iterator[Worker]:
    """A worker that sets papers in a press of its own."""
    press = Press()
    yield Worker(runtime, press)
    press.close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody who is not signed in."""
    return app.test_client()


@pytest.fixture
def person(runtime: Runtime, clock: Clock) -> Callable[..., Somebody]:
    """Makes people: person(Role.INSPECTOR, login="…", area="621122100")."""

    def make(role: Role = Role.INSPECTOR, **more: str) -> Somebody:
        with runtime.write.begin() as session:
            return make_person(session, clock(), role, **more)

    return make


@pytest.fixture
def browser_of(app: Flask, runtime: Runtime, clock: Clock) -> Callable[[Somebody], FlaskClient]:
    """Opens a browser in which a person is signed in already, without the slow password."""

    def open_browser(who: Somebody) -> FlaskClient:
        with runtime.write.begin() as session:
            token = sessions.open_session(session, who.id, clock())
        browser = app.test_client()
        with browser.session_transaction() as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True
        return browser

    return open_browser


@pytest.fixture
def as_role(
    person: Callable[..., Somebody], browser_of: Callable[[Somebody], FlaskClient]
) -> Callable[..., FlaskClient]:
    """A browser of a new person: as_role(Role.APPROVER, area="621122100")."""

    def open_as(role: Role, **more: str) -> FlaskClient:
        return browser_of(person(role, **more))

    return open_as


@pytest.fixture
def site(runtime: Runtime, browser_of: Callable[[Somebody], FlaskClient], clock: Clock) -> Site:
    """A lot under construction with its open checklist, and the people around it."""
    return make_site(runtime, browser_of, clock)
