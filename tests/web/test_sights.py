"""The look of a building item by item, through the form, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.people import Role
from acceptance.domain.projects import Level
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.works_records import WorksRecord
from acceptance.queries.record_sights import sights_of
from acceptance.runtime import Runtime
from tests.builders.divided import divided, first
from tests.support.pages import submit, text_of


@pytest.fixture
def inspector(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    return as_role(Role.INSPECTOR)


@pytest.fixture
def address(inspector: FlaskClient, runtime: Runtime) -> str:
    divided(inspector, runtime, "building")
    return f"/works/{first(runtime, Level.UNIT)}/quality"


def sight(at: int, **given: str) -> dict[str, str]:
    return {f"sights-{at}-{name}": value for name, value in given.items()}


def test_the_points_of_a_unit_are_the_sums_of_its_items(
    inspector: FlaskClient, runtime: Runtime, address: str
) -> None:
    answer = submit(
        inspector, address, appearance_good="99",
        **sight(0, good="10", fair="2", poor="0", repaired="1", look="good"),
        **sight(3, good="3", fair="1", poor="2"),
    )  # fmt: skip
    assert answer.status_code == 303, text_of(answer)
    with runtime.read() as session:
        row = session.scalars(select(WorksRecord)).one()
        counts = (row.appearance_good, row.appearance_fair, row.appearance_poor)
        assert counts == (13, 3, 2)
        found = [each for each in sights_of("building", row.appearance_sights) if each.is_counted]
        assert [(each.title, each.good, each.repaired, each.look) for each in found] == [
            ("主体结构外观", 10, 1, "good"), ("屋面", 3, None, None),
        ]  # fmt: skip
        entry = session.scalars(
            select(LedgerRow.payload).where(LedgerRow.action == "works.quality_recorded")
        ).one()
    assert [line["code"] for line in json.loads(entry)["appearance_sights"]] == [
        "building_h4_01", "building_h4_04",
    ]  # fmt: skip
    shown = inspector.get(address).text
    assert 'name="sights-3-poor"' in shown
    assert "观感质量有 2 处评为差" in text_of(inspector.get(tree_of(inspector, address)))


def tree_of(inspector: FlaskClient, address: str) -> str:
    page = inspector.get(address).text
    return page.split('/works"', 1)[0].rsplit('"', 1)[1] + "/works"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (sight(2, good="1"), "没有的填 0"),
        (sight(2, good="1", fair="0", poor="0", repaired="2"), "返修后合格的处数不多于"),
        (sight(2, repaired="1"), "返修后合格的处数不多于"),
        (sight(2, look="splendid"), ""),
        (sight(2, wrong="1"), "没有"),
    ],
)
def test_what_cannot_be_is_said_at_its_item_and_nothing_is_kept(
    inspector: FlaskClient, runtime: Runtime, address: str, given: dict[str, str], said: str
) -> None:
    answer = submit(inspector, address, **given)
    assert answer.status_code == 422
    assert said in text_of(answer)
    with runtime.read() as session:
        assert not session.scalars(select(WorksRecord)).all()


@pytest.mark.parametrize("category", ["municipal", "water_saving", "rural_road"])
def test_works_without_such_a_list_have_no_such_table(
    inspector: FlaskClient, runtime: Runtime, category: str
) -> None:
    divided(inspector, runtime, category)
    page = inspector.get(f"/works/{first(runtime, Level.UNIT)}/quality").text
    assert "sights-0" not in page
