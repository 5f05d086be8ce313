"""The tab of papers in a browser: what a step waits for, recorded or declared not to apply."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.persistence.areas import Area
from acceptance.runtime import Runtime
from tests.support.pages import submit, text_of

PAPER = {"number": "示例1号", "dated": "2015-06-01"}


@pytest.fixture
def inspector(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    return as_role(Role.INSPECTOR)


@pytest.fixture
def here(inspector: FlaskClient, runtime: Runtime) -> str:
    """The tab of papers of a water project."""
    with runtime.read() as session:
        area = str(session.scalar(select(Area.id).where(Area.code == "621122100")))
    typed = {
        "code": "gc-2015-002", "name": "示例渠道节水改造", "area_id": area, "investment": "2000000",
        "irrigated_mu": "1200", "size_class": "medium", "size_basis": "171-2007",
        "planned_start": "2014-03-01", "planned_finish": "2015-06-30",
    }  # fmt: skip
    answer = submit(inspector, "/projects/new/water_saving", **typed)
    assert answer.status_code == 303, text_of(answer)
    return f"{answer.location}/papers"


def missing(client: FlaskClient, here: str) -> int:
    found = re.search(r"还缺 (\d+) 份资料", text_of(client.get(here)))
    return int(found[1]) if found else 0


def test_the_page_names_what_the_step_waits_for_and_what_is_unverified(
    inspector: FlaskClient, here: str
) -> None:
    page = text_of(inspector.get(here))
    assert missing(inspector, here) == 20
    assert page.index("竣工验收应具备的条件") < page.index("节水工程档案资料")
    for said in ("条文待与正式文本核对", "缺了不能办理", "涉及时应有", "应有，只提醒"):
        assert said in page


def test_a_condition_is_recorded_and_no_longer_missing(inspector: FlaskClient, here: str) -> None:
    form = inspector.get(f"{here}/design_completed")
    assert "本工程不涉及" not in text_of(form)
    assert submit(inspector, f"{here}/design_completed", **PAPER).status_code == 303
    assert missing(inspector, here) == 19
    assert "示例1号" in text_of(inspector.get(here))


def test_what_does_not_apply_wants_its_reason(inspector: FlaskClient, here: str) -> None:
    address = f"{here}/changes_approved"
    assert "本工程不涉及" in text_of(inspector.get(address))
    declared = {"dated": "2015-06-01", "not_applicable": "y"}
    assert submit(inspector, address, **declared).status_code == 422
    assert missing(inspector, here) == 20
    assert submit(inspector, address, **declared, note="没有重大设计变更").status_code == 303
    assert missing(inspector, here) == 19
    assert "本工程不涉及：没有重大设计变更" in text_of(inspector.get(here))


def test_a_condition_that_every_project_has_cannot_be_declared_away(
    inspector: FlaskClient, here: str
) -> None:
    sent = {**PAPER, "not_applicable": "y", "note": "没有"}
    assert submit(inspector, f"{here}/design_completed", **sent).status_code == 422
    assert missing(inspector, here) == 20
    assert inspector.get(f"{here}/household_acceptance").status_code == 404
