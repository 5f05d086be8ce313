"""Test reports on both databases: kept with the submission, told across areas, never changed."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from acceptance.persistence.specimen_reports import SpecimenReport
from acceptance.queries.specimen_reports import reused_reports
from tests.builders.checklist_templates import make_template, statistical_document
from tests.builders.checklists import Lot, complete, make_lot
from tests.builders.projects import County, make_county
from tests.support.inspecting import do_submit


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


def submitted(county: County, project_code: str, report: str) -> Lot:
    template = make_template(statistical_document(minimum_points=1))
    lot = make_lot(county, project_code=project_code, template=template)
    group = {"place": "", "value": "40", "report": report, "laboratory": "示例检测"}
    do_submit(county, complete(lot, wall_01={"values": [group], "design": "30"}))
    return lot


def test_another_lot_with_the_report_is_told_and_the_lot_itself_is_not(county: County) -> None:
    first = submitted(county, "LX-001", "SJ-001")
    second = submitted(county, "LX-002", "sj 001")
    submitted(county, "LX-003", "SJ-0010")
    actor = county.actor("approver")
    (use,) = reused_reports(county.session, actor, (first.checklist_id,))
    assert (use.number, use.other_id, use.other_project) == (
        "SJ-001", second.checklist_id, second.project.name,
    )  # fmt: skip
    assert reused_reports(county.session, actor, ()) == ()


def test_where_a_foreign_lot_is_stays_untold(county: County) -> None:
    first = submitted(county, "LX-001", "SJ-001")
    submitted(county, "LX-002", "SJ-001")
    (use,) = reused_reports(county.session, county.actor("neighbour"), (first.checklist_id,))
    assert (use.other_id, use.other_project, use.other_works) == (None, "", "")


def test_a_report_is_never_changed_in_the_database(county: County) -> None:
    submitted(county, "LX-001", "SJ-001")
    county.session.flush()
    for statement in ("UPDATE specimen_report SET key = 'X'", "DELETE FROM specimen_report"):
        with pytest.raises(DatabaseError), county.session.begin_nested():
            county.session.execute(text(statement))
    assert len(county.session.scalars(select(SpecimenReport)).all()) == 1
