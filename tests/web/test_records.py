"""The records as papers: asked for, waited for, taken, and kept from strangers."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from acceptance.domain.job_state import JobState
from acceptance.domain.record_facts import RecordFacts, Standing
from acceptance.persistence.jobs import Job
from acceptance.persistence.records import RecordPaper
from acceptance.persistence.works import Works
from acceptance.queries.record_papers import RECORD_PDF
from acceptance.services.record_renderings import keep_record
from tests.builders.sites import Site, document, post_json
from tests.support.pages import text_of, token_of


def addresses(site: Site) -> dict[str, str]:
    with site.runtime.read() as session:
        leaf = session.get_one(Works, site.lot.works.id)
        return {
            "checklist": f"{site.address}/record",
            "works": f"/works/{leaf.parent_id}/record",
            "project": f"/projects/{leaf.project_id}/record",
            "leaf": f"/works/{leaf.id}/record",
        }


def ask(site: Site, address: str, who: str = "inspector") -> str:
    browser = site.browser(who)
    answer = browser.post(address, data={"csrf_token": token_of(browser)})
    return answer.location if answer.status_code == 303 else str(answer.status_code)


def facts_of(site: Site) -> list[RecordFacts]:
    with site.runtime.read() as session:
        rows = session.scalars(select(RecordPaper.facts).order_by(RecordPaper.id))
        return [RecordFacts.from_document(json.loads(row)) for row in rows]


@pytest.mark.parametrize("subject", ["checklist", "works", "project"])
def test_a_record_is_asked_for_once_and_waits_in_the_outbox(site: Site, subject: str) -> None:
    address = addresses(site)[subject]
    place = ask(site, address)
    assert ask(site, address, "approver") == place
    assert site.count(RecordPaper) == 1
    with site.runtime.read() as session:
        assert session.scalars(select(Job.kind)).all() == [RECORD_PDF]
    page = site.browser().get(place)
    assert "正在制作" in text_of(page)
    assert "未完成" in text_of(page)
    assert site.browser().get(f"{place}.pdf").status_code == 404


def test_a_draft_never_looks_finished_and_a_submission_does(site: Site) -> None:
    ask(site, addresses(site)["checklist"])
    browser = site.browser()
    assert post_json(site, browser, document(site)).status_code == 200
    ask(site, addresses(site)["checklist"])
    draft, sent = facts_of(site)
    assert (draft.finished, draft.standing) == (False, Standing.UNFINISHED)
    assert (sent.finished, sent.standing) == (True, Standing.PASSED)
    assert sent.inspector
    assert len(sent.items) == len(site.lot.template.items)


def test_a_project_waits_for_what_the_roll_up_still_asks(site: Site) -> None:
    """All its lots passed; its documents and its appearance are not recorded (5.0.3, 5.0.4)."""
    assert post_json(site, site.browser(), document(site)).status_code == 200
    ask(site, addresses(site)["works"])
    ask(site, addresses(site)["project"])
    item, project = facts_of(site)
    assert (item.finished, item.standing) == (True, Standing.PASSED)
    assert (project.finished, project.standing) == (False, Standing.UNFINISHED)
    assert [(part.leaves, part.passed) for part in project.parts] == [(1, 1)]


def test_the_paper_is_shown_when_it_is_there(site: Site) -> None:
    place = ask(site, addresses(site)["checklist"])
    digest = site.runtime.papers.put(b"%PDF-1.7 example")
    with site.runtime.write.begin() as session:
        keep_record(session, int(place.rsplit("/", 1)[1]), digest)
        session.scalars(select(Job)).one().state = JobState.DONE
    assert digest in site.browser().get(place).text
    paper = site.browser().get(f"{place}.pdf")
    assert paper.data == b"%PDF-1.7 example"
    assert paper.headers["Content-Security-Policy"].startswith("sandbox")


@pytest.mark.parametrize("subject", ["checklist", "works", "project"])
def test_a_foreign_subject_is_like_a_missing_one(site: Site, subject: str) -> None:
    assert ask(site, addresses(site)[subject], "neighbour") == "404"
    kind = {"checklist": "checklists", "works": "works", "project": "projects"}[subject]
    assert ask(site, f"/{kind}/99999/record") == "404"
    assert site.count(RecordPaper) == 0


@pytest.mark.parametrize("place", ["", ".pdf", "/print"])
def test_a_foreign_record_is_like_a_missing_one(site: Site, place: str) -> None:
    own = ask(site, addresses(site)["checklist"])
    browser = site.browser("neighbour")
    for address in (own, "/records/99999"):
        if place == "/print":
            data = {"csrf_token": token_of(browser)}
            assert browser.post(address + place, data=data).status_code == 404
        else:
            assert browser.get(address + place).status_code == 404


def test_a_lowest_part_has_the_records_of_its_inspections_only(site: Site) -> None:
    assert ask(site, addresses(site)["leaf"]) == "404"


def test_somebody_signed_out_gets_nothing(site: Site, client: FlaskClient) -> None:
    place = ask(site, addresses(site)["checklist"])
    assert client.get(f"{place}.pdf").status_code == 401


def test_the_buttons_stand_on_the_pages(site: Site) -> None:
    found = addresses(site)
    assert found["checklist"] in site.browser().get(site.address).text
    project = found["project"].removesuffix("/record")
    tree = site.browser().get(f"{project}/works").text
    assert found["works"] in tree
    assert found["project"] in tree
