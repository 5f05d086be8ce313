"""What is recorded of parts, through the pages, in the facts of their quality records."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from acceptance.domain.people import Role
from acceptance.domain.projects import Level
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.rollup.words import Documents, Treatment
from acceptance.runtime import Runtime
from tests.builders.divided import divided, facts_printed, first, item
from tests.support.pages import submit, token_of

OpenAs = Callable[..., FlaskClient]


@pytest.fixture
def inspector(as_role: OpenAs) -> FlaskClient:
    return as_role(Role.INSPECTOR)


@pytest.fixture
def canal(inspector: FlaskClient, runtime: Runtime) -> str:
    return divided(inspector, runtime, "water_saving")


def test_the_score_of_a_unit_works_is_printed_item_by_item(
    inspector: FlaskClient, runtime: Runtime, canal: str
) -> None:
    unit = first(runtime, Level.UNIT)
    assert not facts_printed(inspector, runtime, f"/works/{unit}").quality.items
    submit(
        inspector, f"/works/{unit}/quality", documents="complete", monitoring_passed="no",
        **item(0, grade="2"), **item(1, points="20", points_passed="19"),
    )  # fmt: skip
    told = facts_printed(inspector, runtime, f"/works/{unit}").quality
    assert (told.documents, told.monitoring_passed) == (Documents.COMPLETE, False)
    # 12 × 90 %, then 95 % of its points of 10, which is grade 2 as well.
    assert [(each.grade, each.score) for each in told.items[:3]] == [
        (2, "10.8"), (2, "9"), (None, ""),
    ]  # fmt: skip
    assert (told.due, told.obtained, told.rate) == ("22", "19.8", "90")
    project = facts_printed(inspector, runtime, canal.removesuffix("/works"))
    assert project.quality.monitoring_passed is False
    assert not project.quality.items


@pytest.mark.usefixtures("canal")
def test_what_went_wrong_below_is_printed_on_every_form_above_it(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    element, division = first(runtime, Level.ELEMENT), first(runtime, Level.DIVISION)
    submit(
        inspector, f"/works/{element}/quality", treatment="shape_changed",
        treatment_basis="处理方案 1", defect_feature="裂缝", defect_number="BA-1",
        defect_filed_on="2011-01-09",
    )  # fmt: skip
    submit(
        inspector, f"/works/{division}/accidents", happened_on="2011-01-09", kind="earthworks",
        loss_wan="20", what="滑塌",
    )  # fmt: skip
    for works in (division, first(runtime, Level.UNIT)):
        facts = facts_printed(inspector, runtime, f"/works/{works}")
        (treated,), (accident,) = facts.treated, facts.accidents
        assert (treated.treatment, treated.basis) == (Treatment.SHAPE_CHANGED, "处理方案 1")
        assert (treated.defect, treated.defect_number) == ("裂缝", "BA-1")
        assert (accident.accident, accident.loss_wan, accident.treated_on) == ("minor", "20", None)


def test_a_building_prints_its_documents_its_tests_and_its_look(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    divided(inspector, runtime, "building")
    works = first(runtime, Level.DIVISION)
    submit(
        inspector, f"/works/{works}/quality", documents="incomplete", entity_test="JC-1",
        functions_passed="yes", appearance_good="3", appearance_fair="1", appearance_poor="0",
    )  # fmt: skip
    told = facts_printed(inspector, runtime, f"/works/{works}").quality
    assert (told.documents, told.entity_test) == (Documents.INCOMPLETE, "JC-1")
    assert told.functions_passed is True
    assert (told.good, told.fair, told.poor) == (3, 1, 0)
    assert not facts_printed(inspector, runtime, f"/works/{first(runtime, Level.UNIT)}").treated


def test_a_unit_prints_the_documents_of_its_project(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    project = divided(inspector, runtime, "building").removesuffix("/works")
    unit = f"/works/{first(runtime, Level.UNIT)}"
    before = facts_printed(inspector, runtime, unit, "/control_documents")
    assert not before.finished
    assert {each.form for each in before.documents} == {RecordForm.CONTROL_DOCUMENTS}
    assert before.documents[0].group == "建筑与结构"
    submit(
        inspector, f"{project}/papers/building_h2_01", number="资-1", dated="2011-01-09"
    )  # fmt: skip
    after = facts_printed(inspector, runtime, unit, "/control_documents")
    assert (after.documents[0].number, after.documents[0].on_file) == ("资-1", True)
    tests = facts_printed(inspector, runtime, unit, "/function_tests")
    assert tests.documents[0].title == "地基承载力检验报告"


@pytest.mark.usefixtures("canal")
def test_a_form_that_a_level_does_not_have_is_not_found(
    inspector: FlaskClient, runtime: Runtime
) -> None:
    unit, division = (first(runtime, level) for level in (Level.UNIT, Level.DIVISION))
    token = {"csrf_token": token_of(inspector)}
    for address in (
        f"/works/{unit}/record/function_tests",
        f"/works/{division}/record/appearance",
        f"/works/{unit}/record/rating",
        f"/works/{unit}/record/anything",
    ):
        assert inspector.post(address, data=token).status_code == 404
    for form in ("control_documents", "appearance", "minutes"):
        assert facts_printed(inspector, runtime, f"/works/{unit}", f"/{form}").form == form


def test_the_buttons_of_the_forms_stand_at_their_parts(
    inspector: FlaskClient, runtime: Runtime, canal: str
) -> None:
    tree = inspector.get(canal).text
    unit, division = (first(runtime, level) for level in (Level.UNIT, Level.DIVISION))
    for form in ("control_documents", "appearance", "minutes"):
        assert f'action="/works/{unit}/record/{form}"' in tree
    assert f'action="/works/{division}/record/minutes"' in tree
    assert f'action="/works/{division}/record/appearance"' not in tree
