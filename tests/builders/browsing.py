"""A small county whose people sit at browsers, for the tests of the pages around acceptances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from acceptance.domain.people import Actor
from acceptance.persistence.projects import Project
from acceptance.runtime import Runtime
from tests.builders.people import Somebody
from tests.builders.projects import County, make_county
from tests.support.pages import forms


@dataclass
class Desk:
    """The county, a project in it, and a browser for each person by login."""

    runtime: Runtime
    open_browser: Callable[[Somebody], FlaskClient]
    actors: dict[str, Actor]
    project_id: int
    browsers: dict[str, FlaskClient] = field(default_factory=dict)

    def browser(self, login: str) -> FlaskClient:
        if login not in self.browsers:
            actor = self.actors[login]
            assert actor.id is not None
            self.browsers[login] = self.open_browser(Somebody(actor.id, login, actor))
        return self.browsers[login]

    def at(self, page: str) -> str:
        return f"/projects/{self.project_id}/{page}"

    def get(self, login: str, page: str) -> TestResponse:
        return self.browser(login).get(page if page.startswith("/") else self.at(page))

    def send(self, login: str, page: str, to: str = "", /, **typed: Any) -> TestResponse:
        """Fill in and send the form of a page, or of several the one that goes to `action`."""
        address = page if page.startswith("/") else self.at(page)
        found = [
            form
            for form in forms(self.browser(login).get(address))
            if form.method == "post" and "/language/" not in form.action
        ]
        form = next(form for form in found if form.action.endswith(to))
        return self.browser(login).post(form.action or address, data=form.values(**typed))

    def read(self) -> Session:
        return self.runtime.read()


def make_desk(
    runtime: Runtime,
    open_browser: Callable[[Somebody], FlaskClient],
    build: Callable[[County], Project],
) -> Desk:
    """A county with one project made by `build`, as it is after a commit."""
    with runtime.write.begin() as session:
        county = make_county(session, runtime.clock())
        project = build(county)
        session.flush()
        return Desk(runtime, open_browser, county.actors, project.id)


def picture(colour: str = "grey") -> BytesIO:
    """A small photo."""
    content = BytesIO()
    Image.new("RGB", (64, 48), colour).save(content, "JPEG")
    content.seek(0)
    return content
