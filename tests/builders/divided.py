"""Projects registered and divided through the pages, and the form of a part's quality."""

from __future__ import annotations

from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.projects import Level
from acceptance.persistence.areas import Area
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
