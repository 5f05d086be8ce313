"""A checklist on the web, and the people around it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from acceptance.domain.checklists.template import Template
from acceptance.persistence.checklists import Checklist
from acceptance.runtime import Runtime
from tests.builders.checklists import (
    REBAR,
    Lot,
    fields_of,
    good_answers,
    make_lot,
    required_photos,
    settled_county,
)
from tests.builders.people import Somebody
from tests.support.pages import forms, token_of

DIGEST = "ab" * 32


@dataclass
class Site:
    """A lot with its open checklist, and browsers of the people around it."""

    runtime: Runtime
    lot: Lot
    who: dict[str, Somebody]
    open_browser: Callable[[Somebody], FlaskClient]

    @property
    def address(self) -> str:
        return f"/checklists/{self.lot.checklist_id}"

    @property
    def submissions(self) -> str:
        return f"{self.address}/submissions"

    def browser(self, name: str = "inspector") -> FlaskClient:
        return self.open_browser(self.who[name])

    def row(self) -> Checklist:
        with self.runtime.read() as session:
            return session.get_one(Checklist, self.lot.checklist_id)

    def count(self, kind: type[Any]) -> int:
        with self.runtime.read() as session:
            return session.scalar(select(func.count()).select_from(kind)) or 0


def make_site(
    runtime: Runtime,
    browser_of: Callable[[Somebody], FlaskClient],
    clock: Any,
    code: str = REBAR,
    template: Template | None = None,
) -> Site:
    """A site whose one lot is to be inspected by the template with this code."""
    with runtime.write.begin() as session:
        county = settled_county(session, clock())
        lot = make_lot(county, code, template=template)
        who = {name: Somebody(actor.id or 0, name, actor) for name, actor in county.actors.items()}
    return Site(runtime, lot, who, browser_of)


def sheet(site: Site, browser: FlaskClient, **changed: Any) -> dict[str, Any]:
    """The fields of the sheet as a complete, good inspection would send them."""
    page = browser.get(site.address)
    form = next(f for f in forms(page) if f.action == site.submissions)
    fields = form.values() | fields_of(good_answers(site.lot.template))
    fields["photo"] = [f"{p.slot} {p.sha256}" for p in required_photos(site.lot.template)]
    return fields | {name.replace("__", "-"): value for name, value in changed.items()}


def document(site: Site, **changed: Any) -> dict[str, Any]:
    """The same as a JSON body."""
    photos = [{"slot": p.slot, "sha256": p.sha256} for p in required_photos(site.lot.template)]
    whole = {
        "submission_id": str(uuid4()),
        "answers": good_answers(site.lot.template),
        "photos": photos,
    }
    return whole | changed


def post_json(site: Site, browser: FlaskClient, body: Any) -> TestResponse:
    """Send a body as a program does."""
    text = body if isinstance(body, str) else json.dumps(body)
    return browser.post(
        site.submissions,
        data=text,
        content_type="application/json",
        headers={"X-CSRFToken": token_of(browser), "Accept": "application/json"},
    )
