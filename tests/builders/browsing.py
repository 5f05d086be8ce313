"""A small county whose people sit at browsers, for the tests of the pages around acceptances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from acceptance.domain.people import Actor
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.runtime import Runtime
from tests.builders.people import Somebody
from tests.builders.projects import County, make_county
from tests.support.pages import forms, text_of, token_of


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


def the_project(desk: Desk) -> Project:
    """The project as it stands now."""
    with desk.read() as session:
        return session.get_one(Project, desk.project_id)


def party_ids(desk: Desk) -> list[int]:
    """The parties of the project."""
    with desk.read() as session:
        return [party.id for party in session.get_one(Project, desk.project_id).parties]


def all_agree(desk: Desk) -> dict[str, Any]:
    """Every party was there, agrees and signs."""
    said: dict[str, Any] = {"conclusion": "查看现场、审阅资料，同意通过验收。"}
    for party_id in party_ids(desk):
        said |= {f"opinion_{party_id}": "agree", f"signer_{party_id}": "示例签字人"}
    return said


def first_problem(**more: str) -> dict[str, str]:
    """The first line of the problems to put right."""
    typed = {
        "problem": "屋面渗漏",
        "clause": "GB 50207-2012 3.0.12",
        "place": "屋面3轴",
        "due_on": "2015-07-15",
        **more,
    }
    return {f"problems-0-{name}": value for name, value in typed.items()}


def open_attempt(desk: Desk) -> None:
    """Open the next attempt on its page."""
    answer = desk.send("inspector", "acceptance/opening", understood="y")
    assert answer.status_code == 303, text_of(answer)


def conclude(desk: Desk, result: str, **typed: Any) -> None:
    """Conclude the open attempt; everybody agrees."""
    given = {**all_agree(desk), "result": result, **typed}
    answer = desk.send("inspector", "acceptance/conclusion", **given)
    assert answer.status_code == 303, text_of(answer)


def act(desk: Desk, login: str, action: str, reason: str = "") -> Any:
    """Press a button of the page 验收, as its fragment draws it."""
    page = "review" if action == "approve" else "acceptance"
    return desk.send(login, page, f"/projects/{desk.project_id}/acts", action=action, reason=reason)


def put_right(desk: Desk) -> None:
    """Report and close everything that is open, by two people."""
    with desk.read() as session:
        ids = session.scalars(
            select(Rectification.id).where(Rectification.closed_at.is_(None))
        ).all()
    for number in ids:
        page = f"/rectifications/{number}"
        report = {"measure": "凿除重做", "after": (picture(), "after.jpg")}
        assert desk.send("inspector", page, "/report", **report).status_code == 303
        assert desk.send("colleague", page, "/check", verdict="close").status_code == 303


def direct(desk: Desk, login: str, action: str, seen: int | None = None, **typed: Any) -> Any:
    """A POST that no page of ours offers."""
    browser = desk.browser(login)
    if seen is None:
        with desk.read() as session:
            seen = session.scalars(select(LedgerRow.seq).order_by(LedgerRow.seq.desc())).first()
    fields = {"csrf_token": token_of(browser), "action": action, "seen": str(seen), **typed}
    return browser.post(desk.at("acts"), data=fields)
