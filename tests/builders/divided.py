"""Projects registered and divided through the pages, and the form of a part's quality."""

from __future__ import annotations

import json

from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts
from acceptance.persistence.areas import Area
from acceptance.persistence.records import RecordPaper
from acceptance.persistence.works import Works
from acceptance.runtime import Runtime
from tests.support.pages import submit, token_of


def divided(inspector: FlaskClient, runtime: Runtime, category: str) -> str:
    """The address of a registered project that was divided in the usual way."""
    with runtime.read() as session:
        area_id = session.scalar(select(Area.id).where(Area.code == "621122102"))
    page = submit(
        inspector, f"/projects/new/{category}", name="示例工程", area_id=str(area_id),
        size_class="small", size_basis="manual", size_note="示例",
    ).location  # fmt: skip
    inspector.post(f"{page}/works/divide", data={"csrf_token": token_of(inspector)})
    return f"{page}/works"


def first(runtime: Runtime, level: Level) -> int:
    with runtime.read() as session:
        found = session.scalar(select(Works.id).where(Works.level == level).order_by(Works.id))
    assert found is not None
    return found


def item(at: int, **given: str) -> dict[str, str]:
    return {f"appearance_items-{at}-{name}": value for name, value in given.items()}


def facts_printed(
    browser: FlaskClient, runtime: Runtime, address: str, form: str = ""
) -> RecordFacts:
    """Ask for the record of a part or project, on one of its forms; what it will say."""
    answer = browser.post(f"{address}/record{form}", data={"csrf_token": token_of(browser)})
    assert answer.status_code == 303
    number = int(answer.location.rsplit("/", 1)[1])
    with runtime.read() as session:
        row = session.scalars(select(RecordPaper.facts).where(RecordPaper.id == number)).one()
    return RecordFacts.from_document(json.loads(row))
