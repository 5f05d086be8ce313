"""Submissions and the limits of standards: judged by today's, judged again by those of then."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.words import ItemOutcome
from acceptance.persistence.checklists import Submission
from acceptance.queries.checklist_sheets import result
from acceptance.queries.standards import editions_in_force
from acceptance.services.checklists import OpenChecklist, open_checklist
from acceptance.services.judging import judged
from acceptance.services.submissions import submit
from tests.builders.checklist_templates import make_template, measured, statistical_document
from tests.builders.checklists import Lot, complete, make_lot
from tests.builders.limits import set_limit
from tests.builders.projects import County, make_county
from tests.support.inspecting import do_submit

TABLE = "JTG F80/1-2017 concrete"
FACTOR = "small_mean_factor"


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def lot(county: County) -> Lot:
    document = statistical_document(given={"rule_set": "JTG F80/1-2017"})
    return make_lot(county, template=make_template(document))


def again(county: County, lot: Lot) -> Lot:
    command = OpenChecklist(lot.works.id, lot.template.code)
    opened = open_checklist(county.session, command, county.actor("inspector"), county.now)
    return Lot(lot.project, lot.works, lot.template, opened.checklist_id)


# A mean of 34: below 1.15 of the grade, above 1.10 of it.
STRENGTHS = measured(34, 34, 34, design="30")


def document_of(county: County, lot: Lot) -> tuple[dict[str, Any], dict[str, Any]]:
    """The stored verdict, and the same judged again for the result page."""
    stored = county.session.scalars(
        select(Submission.verdict).where(Submission.checklist_id == lot.checklist_id)
    ).one()
    shown = result(county.session, county.actor("inspector"), lot.checklist_id)
    assert shown is not None
    return json.loads(stored), shown.verdict.to_document()


def test_a_submission_keeps_its_verdict_when_a_limit_changes_after_it(
    county: County, lot: Lot
) -> None:
    do_submit(county, complete(lot, wall_01=STRENGTHS))
    set_limit(county, TABLE, FACTOR, "1.10")
    later = again(county, lot)
    do_submit(county, complete(later, wall_01=STRENGTHS))
    set_limit(county, TABLE, FACTOR, "1.20")

    first, first_shown = document_of(county, lot)
    second, second_shown = document_of(county, later)
    assert (first_shown, second_shown) == (first, second)
    assert (first["verdict"], second["verdict"]) == ("fail", "pass")
    assert "editions" not in first["basis"]
    assert second["basis"]["editions"]["limits"] == {TABLE: {FACTOR: "1.1"}}
    assert len(second["basis"]["editions"]["digest"]) == 64
    assert first["items"][0]["evaluation"]["edition"] == "2017"
    assert second["items"][0]["evaluation"]["edition"] == "2017, 本局核定"


def test_a_limit_of_another_table_is_not_stored(county: County, lot: Lot) -> None:
    set_limit(county, "SL 223-2008", "quorum_share", "3/4")
    do_submit(county, complete(lot, wall_01=STRENGTHS))
    assert "editions" not in document_of(county, lot)[0]["basis"]


def test_a_judgement_made_before_a_limit_changed_is_made_again(county: County, lot: Lot) -> None:
    command = complete(lot, wall_01=STRENGTHS)
    known = judged(command, lot.template, editions_in_force(county.session))
    assert known.verdict is not None
    assert known.verdict.items[0].verdict is ItemOutcome.FAILED
    set_limit(county, TABLE, FACTOR, "1.10")
    answer = submit(county.session, command, county.actor("inspector"), county.now, known)
    assert answer.verdict == "pass"
