"""Submitting through the service: judged, stored once, answered the same, on both databases."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.judge import judge
from acceptance.domain.people import Actor
from acceptance.persistence.checklists import Submission
from acceptance.persistence.engine import writing
from acceptance.queries.ledger import verify
from acceptance.queries.templates import frozen_template
from acceptance.services.drafts import AlreadySubmittedError
from acceptance.services.errors import (
    NotFoundError,
    RefusedError,
    StaleError,
)
from acceptance.services.submission_content import AnnouncedPhoto, Submit
from acceptance.services.submissions import DifferentSubmissionError, Submitted, submit
from tests.builders.checklists import (
    FORTY,
    Lot,
    bad_entry,
    complete,
    good_answers,
    make_lot,
)
from tests.builders.projects import County, make_county
from tests.support.inspecting import acts, codes, do_submit, row, save
from tests.support.statements import counting_statements


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def lot(county: County) -> Lot:
    return make_lot(county)


# Submitting


def test_a_complete_checklist_gets_its_verdict(county: County, lot: Lot) -> None:
    answer = do_submit(county, complete(lot))
    kept = row(county, lot)
    assert (answer.verdict, kept.verdict, kept.submission_id) == (
        "pass",
        "pass",
        answer.submission_id,
    )
    assert kept.photos_announced > kept.photos_arrived == 0
    payload = json.loads(acts(county, "checklist.submitted")[0].payload)
    assert payload["verdict"] == "pass"
    assert payload["digest"] == lot.template.digest
    assert verify(county.session) is None


def test_a_failed_checklist_says_how_much_failed(county: County, lot: Lot) -> None:
    answer = do_submit(county, complete(lot, rebar_02=bad_entry()))
    assert (answer.verdict, answer.items_failed) == ("fail", 1)
    assert row(county, lot).items_failed == 1


def test_a_blank_checklist_names_every_gap_and_stores_nothing(county: County, lot: Lot) -> None:
    with pytest.raises(RefusedError) as refused:
        do_submit(county, replace(complete(lot), answers={}))
    named = {finding.field.split(".")[0] for finding in refused.value.findings}
    assert named == {item.code for item in lot.template.items}
    assert county.session.scalar(select(func.count()).select_from(Submission)) == 0
    assert row(county, lot).submitted_at is None


def test_a_failed_item_is_no_gap(county: County, lot: Lot) -> None:
    answers = good_answers(lot.template) | {"rebar-02": bad_entry()}
    del answers["rebar-05"]
    with pytest.raises(RefusedError) as refused:
        do_submit(county, replace(complete(lot), answers=answers))
    assert codes(refused) == {"item_not_inspected"}


def test_a_required_photo_must_be_there_or_announced(county: County, lot: Lot) -> None:
    with pytest.raises(RefusedError) as refused:
        do_submit(county, replace(complete(lot), photos=()))
    assert codes(refused) == {"photo_missing"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": "not-a-uuid"}, "submission_id_wanted"),
        ({"id": str(uuid4()).upper()}, "submission_id_wanted"),
        ({"photos": (AnnouncedPhoto("no-such-item", "ab" * 32),)}, "photo_slot_unknown"),
        ({"photos": (AnnouncedPhoto("rebar-01", "AB"),)}, "photo_slot_unknown"),
        ({"photos": (AnnouncedPhoto("rebar-01", "ab" * 32),) * 121}, "photos_too_many"),
        ({"answers": []}, "answer_wrong_type"),
    ],
)
def test_what_surrounds_the_answers_is_read_strictly(
    county: County, lot: Lot, change: dict[str, object], code: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        do_submit(county, replace(complete(lot), **change))  # type: ignore[arg-type]
    assert code in codes(refused)


def test_the_same_again_gets_the_first_answer(county: County, lot: Lot) -> None:
    command = complete(lot)
    first = do_submit(county, command)
    again = do_submit(county, command)
    assert again == replace(first, again=True)
    assert len(acts(county, "checklist.submitted")) == 1


@pytest.mark.parametrize("answers", [{}, {"rebar-01": {"answer": 1}}])
def test_the_same_id_for_other_content_is_refused(
    county: County, lot: Lot, answers: object
) -> None:
    command = complete(lot)
    do_submit(county, command)
    with pytest.raises(DifferentSubmissionError):
        do_submit(county, replace(command, answers=answers))


def test_a_second_submission_of_a_checklist_is_refused(county: County, lot: Lot) -> None:
    do_submit(county, complete(lot))
    with pytest.raises(AlreadySubmittedError):
        do_submit(county, complete(lot))


def test_somebody_elses_newer_draft_is_not_ignored(county: County, lot: Lot) -> None:
    save(county, lot, {"rebar-01": bad_entry()}, who="colleague")
    with pytest.raises(StaleError):
        do_submit(county, replace(complete(lot), version=1))


def test_a_foreign_checklist_is_like_a_missing_one(county: County, lot: Lot) -> None:
    for command, who in (
        (complete(lot), "neighbour"),
        (replace(complete(lot), checklist_id=99_999), "inspector"),
    ):
        with pytest.raises(NotFoundError):
            do_submit(county, command, who)


def test_the_stored_verdict_can_be_computed_again(county: County, lot: Lot) -> None:
    do_submit(county, complete(lot, rebar_02=bad_entry()))
    stored = county.session.scalars(select(Submission)).one()
    template = frozen_template(county.session, lot.template.digest)
    answers = parse_answers(template, json.loads(stored.body)["answers"])
    assert isinstance(answers, Answers)
    assert judge(template, answers).to_document() == json.loads(stored.verdict)


def test_sixteen_at_once_make_one_record_and_get_one_answer(
    engine: Engine, county: County, lot: Lot
) -> None:
    command = complete(lot)
    actor, now = county.actor("inspector"), county.now
    county.session.commit()
    posting = Posting(engine, command, actor, now)
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(posting, range(16)))
    assert len({replace(answer, again=False) for answer in answers}) == 1
    assert [answer.again for answer in answers].count(False) == 1
    assert county.session.scalar(select(func.count()).select_from(Submission)) == 1
    assert len(acts(county, "checklist.submitted")) == 1
    assert verify(county.session) is None


class Posting:
    """One client that sends the submission on a connection of its own."""

    def __init__(self, engine: Engine, command: Submit, actor: Actor, now: datetime) -> None:
        self.sessions = writing(engine)
        self.command, self.actor, self.now = command, actor, now

    def __call__(self, _client: int) -> Submitted:
        with self.sessions.begin() as session:
            return submit(session, self.command, self.actor, self.now)


def test_the_way_of_a_submission_is_short(engine: Engine, county: County) -> None:
    """Forty items cost no more statements than one: this is the busiest way of all. One of them asks
    for the limits in force, which every measured item follows."""
    lot = make_lot(county, FORTY, "LX-040")
    command = complete(lot)
    frozen_template(county.session, lot.template.digest)
    with counting_statements(engine) as statements:
        do_submit(county, command)
    assert len(statements) <= 8, statements.sent
