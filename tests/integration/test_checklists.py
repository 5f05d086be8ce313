"""Opening, drafting and submitting checklists through the services, on both databases."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.persistence.checklists import Checklist, ChecklistTemplate
from acceptance.persistence.projects import Touch
from acceptance.queries.templates import frozen_template
from acceptance.services.checklists import OpenChecklist, open_checklist
from acceptance.services.drafts import AlreadySubmittedError
from acceptance.services.errors import (
    ForbiddenError,
    NotFoundError,
    RefusedError,
    StaleError,
)
from acceptance.services.templates import publish
from acceptance.workflow.stages import Stage
from tests.builders.checklists import (
    REBAR,
    Lot,
    bad_entry,
    catalogue_template,
    complete,
    make_lot,
)
from tests.builders.projects import County, make_county
from tests.support.inspecting import acts, codes, do_submit, row, save


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def lot(county: County) -> Lot:
    return make_lot(county)


# Opening


def test_the_first_inspection_is_number_one(county: County, lot: Lot) -> None:
    assert row(county, lot).number == 1
    payload = json.loads(acts(county, "checklist.opened")[0].payload)
    assert payload["number"] == 1
    assert payload["digest"] == lot.template.digest


def test_one_draft_at_a_time(county: County, lot: Lot) -> None:
    command = OpenChecklist(lot.works.id, REBAR)
    second = open_checklist(county.session, command, county.actor("colleague"), county.now)
    assert second.again
    assert second.checklist_id == lot.checklist_id


def test_a_failed_one_is_followed_by_the_next_number(county: County, lot: Lot) -> None:
    do_submit(county, complete(lot, rebar_02=bad_entry()))
    command = OpenChecklist(lot.works.id, REBAR)
    second = open_checklist(county.session, command, county.actor("inspector"), county.now)
    assert (second.number, second.again) == (2, False)


def test_a_passed_one_is_inspected_again_only_with_a_reason(county: County, lot: Lot) -> None:
    do_submit(county, complete(lot))
    command = OpenChecklist(lot.works.id, REBAR)
    with pytest.raises(RefusedError) as refused:
        open_checklist(county.session, command, county.actor("inspector"), county.now)
    assert codes(refused) == {"reinspection_reason_missing"}
    again = replace(command, reason="整改后复查")
    opened = open_checklist(county.session, again, county.actor("inspector"), county.now)
    assert opened.number == 2


@pytest.mark.parametrize("stage", [Stage.REGISTERED, Stage.APPROVAL, Stage.ARCHIVED])
def test_nothing_is_opened_outside_construction(county: County, lot: Lot, stage: Stage) -> None:
    do_submit(county, complete(lot, rebar_02=bad_entry()))
    lot.project.stage = stage
    command = OpenChecklist(lot.works.id, REBAR)
    with pytest.raises(RefusedError) as refused:
        open_checklist(county.session, command, county.actor("inspector"), county.now)
    assert codes(refused) == {"inspection_closed"}


@pytest.mark.parametrize(
    ("who", "error"), [("neighbour", NotFoundError), ("approver", ForbiddenError)]
)
def test_only_inspectors_of_the_area_open(
    county: County, lot: Lot, who: str, error: type[Exception]
) -> None:
    command = OpenChecklist(lot.works.id, REBAR)
    with pytest.raises(error):
        open_checklist(county.session, command, county.actor(who), county.now)


def test_a_template_of_another_category_is_not_known_here(county: County, lot: Lot) -> None:
    with pytest.raises(RefusedError) as refused:
        open_checklist(
            county.session, OpenChecklist(lot.works.id, "nothing-like-it"),
            county.actor("inspector"), county.now,
        )  # fmt: skip
    assert codes(refused) == {"template_unknown"}


# Frozen templates


def stricter(county: County) -> str:
    changed = replace(catalogue_template(REBAR), version="99")
    publish(county.session, [changed], county.actor("administrator"), county.now)
    return changed.digest


def test_publishing_changes_no_checklist(county: County, lot: Lot) -> None:
    digest = stricter(county)
    kept = county.session.get_one(ChecklistTemplate, row(county, lot).template_id)
    assert kept.digest == lot.template.digest != digest
    assert frozen_template(county.session, kept.digest) == lot.template


def test_a_failure_does_not_lead_to_other_limits(county: County, lot: Lot) -> None:
    do_submit(county, complete(lot, rebar_02=bad_entry()))
    stricter(county)
    command = OpenChecklist(lot.works.id, REBAR)
    second = open_checklist(county.session, command, county.actor("inspector"), county.now)
    template_id = county.session.get_one(Checklist, second.checklist_id).template_id
    assert county.session.get_one(ChecklistTemplate, template_id).digest == lot.template.digest


def test_the_same_catalogue_is_published_once(county: County, lot: Lot) -> None:
    published = publish(county.session, [lot.template], county.actor("administrator"), county.now)
    assert [line.new for line in published] == [False]
    assert len(acts(county, "template.published")) == 1


# Drafts


def test_a_draft_is_kept_and_its_writer_remembered(county: County, lot: Lot) -> None:
    assert save(county, lot, {"rebar-01": {"answer": "yes"}}) == 2
    kept = row(county, lot)
    assert json.loads(kept.draft) == {"rebar-01": {"answer": "yes"}}
    drafted = select(Touch.user_id).where(Touch.act == "drafted")
    assert county.session.scalar(drafted) == county.actor("inspector").id


def test_a_stale_save_overwrites_nothing(county: County, lot: Lot) -> None:
    save(county, lot, {"rebar-01": {"answer": "yes"}})
    with pytest.raises(StaleError):
        save(county, lot, {"rebar-01": bad_entry()}, version=1, who="colleague")
    assert json.loads(row(county, lot).draft) == {"rebar-01": {"answer": "yes"}}


def test_saving_the_same_again_is_no_new_version(county: County, lot: Lot) -> None:
    assert save(county, lot, {"rebar-01": {"answer": "yes"}}) == 2
    assert save(county, lot, {"rebar-01": {"answer": "yes"}}, version=1) == 2


def test_a_draft_with_a_wrong_word_is_not_kept(county: County, lot: Lot) -> None:
    with pytest.raises(RefusedError) as refused:
        save(county, lot, {"rebar-01": {"answer": "perhaps"}, "nobody": {}})
    assert codes(refused) == {"answer_word_unknown", "answer_item_unknown"}
    assert row(county, lot).version == 1


def test_nothing_is_drafted_after_the_submission(county: County, lot: Lot) -> None:
    do_submit(county, complete(lot))
    with pytest.raises(AlreadySubmittedError):
        save(county, lot, {}, version=2)
