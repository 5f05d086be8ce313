"""The listed documents of a project: recorded, or said not to apply, on both databases."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.document_lists import Need
from acceptance.persistence.ledger import LedgerRow
from acceptance.queries.papers import papers_page
from acceptance.services.errors import RefusedError
from acceptance.services.papers import RecordPaper, record_paper
from tests.builders.projects import make_county, make_project


def test_a_listed_document_is_recorded_or_does_not_apply(session: Session, now: datetime) -> None:
    county = make_county(session, now)
    project_id = make_project(county).id
    actor, today = county.actor("inspector"), county.now.date()
    page = papers_page(session, actor, project_id)
    assert page is not None
    group = page.groups[0]
    assert group.missing == len(group.lines) > 0
    always = next(line.code for line in group.lines if line.need is Need.REQUIRED)
    maybe = next(line.code for line in group.lines if line.need is Need.IF_APPLICABLE)
    record_paper(session, RecordPaper(project_id, always, today, "示例1号"), actor, county.now)
    gone = RecordPaper(project_id, maybe, today, note="没有地下室", not_applicable=True)
    for bad, code in (
        (replace(gone, note=" "), "reason_missing"),
        (replace(gone, code=always, note="没有"), "paper_always_needed"),
        (replace(gone, code="completion_report"), "paper_always_needed"),
        (replace(gone, code="road_j_01"), "paper_not_asked_for"),
    ):
        with pytest.raises(RefusedError) as refused:
            record_paper(session, bad, actor, county.now)
        assert code in [finding.code for finding in refused.value.findings]
    record_paper(session, gone, actor, county.now)
    page = papers_page(session, actor, project_id)
    assert page is not None
    assert page.groups[0].missing == len(group.lines) - 2
    line = page.line(maybe)
    assert line is not None
    assert (line.not_applicable, line.note) == (True, "没有地下室")
    written = select(LedgerRow.payload).where(LedgerRow.action == "paper.recorded")
    assert [json.loads(row).get("reason") for row in session.scalars(written)] == [
        None,
        "没有地下室",
    ]
    assert len(page.missing) == page.head.papers_asked, "no condition was met by it"
