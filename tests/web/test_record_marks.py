"""The marks of a road by the edition of 2004: entered through the pages, printed on the sheets."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update

from acceptance.domain.people import Role
from acceptance.domain.projects import Level
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.runtime import Runtime
from tests.builders.divided import divided, facts_printed
from tests.support.pages import submit, text_of, token_of


@pytest.fixture
def inspector(as_role: Callable[..., FlaskClient]) -> FlaskClient:
    return as_role(Role.INSPECTOR)


@pytest.fixture
def road(inspector: FlaskClient, runtime: Runtime) -> str:
    """A divided road that is rated by the edition of 2004."""
    tree = divided(inspector, runtime, "rural_road")
    with runtime.write.begin() as session:
        session.execute(update(Project).values(rule_set="JTG F80/1-2004"))
    return tree


def parts(runtime: Runtime, level: Level) -> list[Works]:
    with runtime.read() as session:
        return list(session.scalars(select(Works).where(Works.level == level).order_by(Works.id)))


def test_entered_scores_rise_to_the_project_and_weigh_by_investment(
    inspector: FlaskClient, runtime: Runtime, road: str
) -> None:
    units = parts(runtime, Level.UNIT)
    divisions = {part.id: part.parent_id for part in parts(runtime, Level.DIVISION)}
    scores = {unit.id: str(80 + 5 * n) for n, unit in enumerate(units)}
    for leaf in parts(runtime, Level.ITEM):
        assert leaf.parent_id
        score = scores[divisions[leaf.parent_id] or 0]
        answer = submit(inspector, f"/works/{leaf.id}/quality", score=score)
        assert answer.status_code == 303, text_of(answer)
    project = road.removesuffix("/works")
    marks = facts_printed(inspector, runtime, project).marks
    assert marks
    assert marks.score == ""
    for n, unit in enumerate(units):
        answer = submit(inspector, f"/works/{unit.id}/quality", investment_wan=str(100 * (n + 1)))
        assert answer.status_code == 303, text_of(answer)
    facts = facts_printed(inspector, runtime, project)
    assert facts.marks
    total = sum((80 + 5 * n) * (n + 1) for n in range(len(units)))
    weight = sum(range(1, len(units) + 1))
    assert float(facts.marks.score) == pytest.approx(total / weight, abs=0.005)
    assert (facts.marks.passed, facts.marks.line) == (True, "75")
    assert [part.score for part in facts.parts] == list(scores.values())
    assert [part.weight for part in facts.parts] == [str(100 * (n + 1)) for n in range(len(units))]
    with runtime.read() as session:
        payload = session.scalars(
            select(LedgerRow.payload)
            .where(LedgerRow.action == "works.quality_recorded")
            .order_by(LedgerRow.seq.desc())
        ).first()
    assert payload
    assert json.loads(payload)["investment_wan"] == str(100 * len(units))


@pytest.mark.parametrize(
    ("level", "given"),
    [
        (Level.ITEM, {"score": "100.5"}),
        (Level.ITEM, {"deducted_look": "-1"}),
        (Level.ITEM, {"investment_wan": "1"}),
        (Level.UNIT, {"investment_wan": "-1"}),
        (Level.UNIT, {"score": "90"}),
    ],
)
@pytest.mark.usefixtures("road")
def test_a_mark_that_cannot_be_is_refused(
    inspector: FlaskClient, runtime: Runtime, level: Level, given: dict[str, str]
) -> None:
    address = f"/works/{parts(runtime, level)[0].id}/quality"
    # The form does not have the fields of another level, so that they are unknown to it.
    token = {"csrf_token": token_of(inspector), "version": "0"}
    assert inspector.post(address, data=token | given).status_code == 422


def test_the_edition_of_2017_asks_for_no_marks(inspector: FlaskClient, runtime: Runtime) -> None:
    divided(inspector, runtime, "rural_road")
    page = inspector.get(f"/works/{parts(runtime, Level.ITEM)[0].id}/quality").text
    assert 'name="score"' not in page
    unit = parts(runtime, Level.UNIT)[0].id
    assert facts_printed(inspector, runtime, f"/works/{unit}").marks is None
