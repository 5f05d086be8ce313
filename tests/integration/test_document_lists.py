"""The listed documents: recorded, declared not to apply, and waited for, on both databases."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.document_reading import DocumentListError
from acceptance.domain.projects import Category
from acceptance.i18n import say
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.document_lists import AttemptDocuments, FrozenDocumentLists
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Project
from acceptance.queries import document_lists
from acceptance.queries.papers import papers_page
from acceptance.services.acts import Outcome
from acceptance.services.errors import RefusedError
from acceptance.services.papers import RecordPaper, record_paper
from acceptance.workflow.actions import Action
from acceptance.workflow.stages import Stage
from tests.builders.acts import do, pass_attempt, problem, put_right
from tests.builders.projects import County, add_papers, make_county, make_project, ready_project

ADDED = """
[[list]]
title = "县里要求的资料"
title_en = "What the county asks for"
before = "{before}"

[[list.document]]
code = "county_greening"
title = "绿化移交单"
title_en = "Greening hand-over sheet"
clause = "示例县建〔2026〕1号 第二条"
party = "owner"
need = "{need}"
"""

Adds = Callable[..., None]


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def adds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Adds:
    """An administrator writes a list more into the files, and nothing else."""
    shipped = document_lists.FOLDER

    def add(need: str = "required", before: str = "open_attempt") -> None:
        folder = tmp_path / f"{need}-{before}"
        shutil.copytree(shipped, folder)
        with (folder / "building.toml").open("a", encoding="utf-8") as file:
            file.write(ADDED.format(need=need, before=before))
        monkeypatch.setattr(document_lists, "FOLDER", folder)

    return add


def missing(outcome: Outcome) -> list[str]:
    return [str(finding.values["paper"]) for finding in outcome.findings]


def declare_out(county: County, project: Project, code: str) -> None:
    command = RecordPaper(
        project.id, code, county.now.date(), note="工程中没有", not_applicable=True
    )
    record_paper(county.session, command, county.actor("inspector"), county.now)


def test_a_document_is_recorded_or_declared_not_to_apply(county: County, session: Session) -> None:
    project = make_project(county)
    actor, today = county.actor("inspector"), county.now.date()
    page = papers_page(session, actor, project.id)
    assert page is not None
    assert page.head.papers_before is Action.OPEN_ATTEMPT
    assert len(page.missing) == page.head.papers_asked == 11
    fil = next(group for group in page.groups if group.before is Action.FILE)
    assert fil.missing == len(fil.lines)
    recorded = RecordPaper(project.id, "building_fil_01", today, "示例1号")
    record_paper(session, recorded, actor, county.now)
    out = RecordPaper(project.id, "building_fil_04", today, note="没有", not_applicable=True)
    for bad, code in (
        (replace(out, note=" "), "reason_missing"),
        (replace(out, code="building_fil_01"), "paper_always_needed"),
        (replace(out, code="completion_report"), "paper_always_needed"),
        (replace(out, code="road_j_01"), "paper_not_asked_for"),
        (replace(out, code="household_acceptance"), "paper_not_asked_for"),
    ):
        with pytest.raises(RefusedError) as refused:
            record_paper(session, bad, actor, county.now)
        assert code in [finding.code for finding in refused.value.findings]
    record_paper(session, out, actor, county.now)
    page = papers_page(session, actor, project.id)
    assert page is not None
    left = next(group for group in page.groups if group.before is Action.FILE)
    assert left.missing == fil.missing - 2
    line = page.line("building_fil_04")
    assert line is not None
    assert line.recorded is not None
    assert (line.settled, line.recorded.note) == (True, "没有")
    written = select(LedgerRow.payload).where(LedgerRow.action == "paper.recorded")
    reasons = [json.loads(row).get("reason") for row in session.scalars(written)]
    assert reasons == [None, "没有"]
    assert len(page.missing) == 11, "no condition of the opening was met by it"


def test_housing_is_asked_for_its_own_documents(county: County) -> None:
    project = ready_project(county)
    project.is_housing = True
    assert missing(do(county, project, Action.OPEN_ATTEMPT)) == ["household_acceptance"]
    with pytest.raises(RefusedError):
        declare_out(county, project, "household_acceptance")
    add_papers_of(county, project, "household_acceptance")
    assert do(county, project, Action.OPEN_ATTEMPT).done


def add_papers_of(county: County, project: Project, code: str) -> None:
    record_paper(
        county.session,
        RecordPaper(project.id, code, county.now.date(), "示例1号"),
        county.actor("inspector"),
        county.now,
    )


def test_filing_waits_for_its_documents(county: County) -> None:
    project = ready_project(county)
    assert pass_attempt(county, project).done
    assert do(county, project, Action.APPROVE, "approver").done
    codes = [f"building_fil_0{number}" for number in (1, 2, 3, 4)]
    assert missing(do(county, project, Action.FILE, reason="示例备案1号")) == codes
    for code in codes[:2]:
        add_papers_of(county, project, code)
    for code in codes[2:]:
        declare_out(county, project, code)
    assert do(county, project, Action.FILE, reason="示例备案1号").done
    assert project.stage is Stage.FILED


def test_the_final_acceptance_of_a_road_waits_for_its_documents(county: County) -> None:
    project = ready_project(county, Category.RURAL_ROAD, "road")
    assert pass_attempt(county, project).done
    project.stage = Stage.FINAL_ACCEPTANCE
    refused = do(county, project, Action.CONCLUDE_FINAL, score="91")
    assert missing(refused) == [f"road_z_0{number}" for number in range(1, 7)]
    assert "待与正式文本核对" in say(refused.findings[0], "zh")
    add_papers(county, project, action=Action.CONCLUDE_FINAL)
    assert do(county, project, Action.CONCLUDE_FINAL, score="91").done


def test_an_administrator_adds_a_document_in_the_file_alone(county: County, adds: Adds) -> None:
    project = ready_project(county)
    adds()
    refused = do(county, project, Action.OPEN_ATTEMPT)
    assert [say(finding, "zh") for finding in refused.findings] == ["缺《绿化移交单》"]
    assert "Greening hand-over sheet" in say(refused.findings[0], "en")
    assert refused.findings[0].clause == "示例县建〔2026〕1号 第二条"
    with pytest.raises(RefusedError):
        declare_out(county, project, "county_greening")
    add_papers_of(county, project, "county_greening")
    assert do(county, project, Action.OPEN_ATTEMPT).done


def test_what_may_not_apply_is_declared_and_then_waits_for_nobody(
    county: County, adds: Adds
) -> None:
    project = ready_project(county)
    adds("if_applicable")
    assert missing(do(county, project, Action.OPEN_ATTEMPT)) == ["county_greening"]
    declare_out(county, project, "county_greening")
    assert do(county, project, Action.OPEN_ATTEMPT).done


def test_a_declaration_counts_only_while_the_list_allows_one(county: County, adds: Adds) -> None:
    project = ready_project(county)
    adds("if_applicable")
    declare_out(county, project, "county_greening")
    adds("required")
    assert missing(do(county, project, Action.OPEN_ATTEMPT)) == ["county_greening"]


def test_an_expected_document_only_reminds(county: County, session: Session, adds: Adds) -> None:
    project = ready_project(county)
    adds("expected")
    page = papers_page(session, county.actor("inspector"), project.id)
    assert page is not None
    assert page.line("county_greening") is not None
    assert do(county, project, Action.OPEN_ATTEMPT).done


def test_an_attempt_keeps_the_lists_of_its_opening(
    county: County, session: Session, adds: Adds
) -> None:
    """What changes later does not reach a project whose attempt is open or stands."""
    project = ready_project(county)
    assert do(county, project, Action.OPEN_ATTEMPT).done
    adds(before="conclude_passed")
    page = papers_page(session, county.actor("inspector"), project.id)
    assert page is not None
    assert page.line("county_greening") is None
    assert do(county, project, Action.CONCLUDE_FAILED, problems=(problem(county),)).done
    put_right(county, project)
    assert do(county, project, Action.FINISH_RECTIFICATION).done
    # The next attempt is an act of its own day, and goes by the lists of that day.
    assert do(county, project, Action.OPEN_ATTEMPT).done
    page = papers_page(session, county.actor("inspector"), project.id)
    assert page is not None
    assert page.line("county_greening") is not None
    kept = session.scalars(select(AttemptDocuments.lists_id)).all()
    assert len(set(kept)) == 2
    opened = select(LedgerRow.payload).where(LedgerRow.action == "attempt.opened")
    digests = {json.loads(payload)["documents"] for payload in session.scalars(opened)}
    assert digests == set(session.scalars(select(FrozenDocumentLists.digest)))


def test_the_same_lists_are_kept_once(county: County, session: Session) -> None:
    for code in ("LX-001", "LX-002"):
        assert do(county, ready_project(county, code=code), Action.OPEN_ATTEMPT).done
    assert session.scalar(select(func.count()).select_from(FrozenDocumentLists)) == 1
    assert session.scalar(select(func.count()).select_from(AttemptDocuments)) == 2


def test_an_attempt_from_before_lists_were_frozen_goes_by_those_of_today(
    county: County, session: Session, adds: Adds
) -> None:
    project = ready_project(county)
    opened = {"opened_at": county.now, "meeting_on": county.now.date()}
    session.add(Attempt(project_id=project.id, stage=project.stage, number=1, **opened))
    session.flush()
    adds(before="conclude_passed")
    page = papers_page(session, county.actor("inspector"), project.id)
    assert page is not None
    assert page.line("county_greening") is not None


def test_a_list_before_a_step_that_waits_for_nothing_is_refused(adds: Adds) -> None:
    adds(before="start_construction")
    with pytest.raises(DocumentListError, match="start_construction"):
        document_lists.documents_of("building")
