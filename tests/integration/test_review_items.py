"""What a reviewer looks at first, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Category
from acceptance.queries.checklists import for_project, for_works, review_items
from acceptance.services.checklists import OpenChecklist, open_checklist
from acceptance.services.rectifications import Problem, list_problems
from acceptance.services.submissions import submit
from tests.builders.checklists import REBAR, Lot, bad_entry, catalogue_template, complete, make_lot
from tests.builders.projects import County, make_county

# Well inside the tolerance of ±10 mm, and far beyond it.
WELL_INSIDE = {"values": [{"place": f"测点{n}", "value": "1"} for n in range(1, 6)]}
ONE_FAR_OUT = {"values": [{"place": f"测点{n}", "value": "99"} for n in range(1, 6)]}


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def lot(county: County) -> Lot:
    return make_lot(county)


def inspected(county: County, lot: Lot, **changed: Any) -> None:
    """Submit the open inspection of the lot, opening the next one when there is none."""
    command = OpenChecklist(lot.works.id, REBAR, reason="示例：复查")
    opened = open_checklist(county.session, command, county.actor("inspector"), county.now)
    lot.checklist_id = opened.checklist_id
    submit(county.session, complete(lot, **changed), county.actor("inspector"), county.now)


def codes(items: tuple[Any, ...]) -> set[str]:
    return {item.item_code for item in items}


def test_failures_stand_apart_with_what_was_found(county: County, lot: Lot) -> None:
    inspected(county, lot, rebar_02=bad_entry(), rebar_03=ONE_FAR_OUT)
    review = review_items(county.session, lot.project.id)
    assert codes(review.failures) == {"rebar-02", "rebar-03"}
    found = {item.item_code: item.value for item in review.failures}
    assert found["rebar-02"] == (("", bad_entry()["reason"]),)
    assert ("测点1", "99\u00a0mm") in found["rebar-03"]


def test_values_near_a_limit_are_listed_though_they_are_good(county: County, lot: Lot) -> None:
    inspected(county, lot, rebar_03=WELL_INSIDE)
    review = review_items(county.session, lot.project.id)
    assert "rebar-08" in codes(review.near)
    assert "rebar-03" not in codes(review.near)
    assert review.failures == ()


def test_what_failed_before_is_shown_beside_what_is_now(county: County, lot: Lot) -> None:
    inspected(county, lot, rebar_03=ONE_FAR_OUT)
    inspected(county, lot, rebar_03=WELL_INSIDE)
    (changed,) = review_items(county.session, lot.project.id).changed
    assert (changed.item_code, changed.number) == ("rebar-03", 2)
    assert "99\u00a0mm" in dict(changed.before).values()
    assert "99\u00a0mm" not in dict(changed.value).values()


def test_what_was_to_be_put_right_and_not_inspected_again_is_named(
    county: County, lot: Lot
) -> None:
    inspected(county, lot)
    problem = Problem(
        "示例问题", "5.5.3", PartyRole.CONTRACTOR, county.now.date(),
        item_code="rebar-03", checklist_id=lot.checklist_id,
    )  # fmt: skip
    actor = county.actor("inspector")
    list_problems(county.session, lot.project, None, (problem,), actor, county.now)
    assert codes(review_items(county.session, lot.project.id).not_reinspected) == {"rebar-03"}
    inspected(county, lot)
    assert review_items(county.session, lot.project.id).not_reinspected == ()


def test_every_item_stands_in_one_group(county: County, lot: Lot) -> None:
    inspected(county, lot, rebar_02=bad_entry())
    review = review_items(county.session, lot.project.id)
    listed = (review.failures, review.near, review.changed, review.not_reinspected)
    assert sum(map(len, listed)) + review.rest == len(lot.template.items)


def test_lots_stand_by_themselves_with_failures_first(county: County) -> None:
    bed = "压实度：上路床 0～0.3 m"
    template = replace(catalogue_template("road-earth-subgrade"), category=Category.BUILDING)
    lot = make_lot(county, template=template)
    item = next(item for item in lot.template.items if item.title == bed)
    loose = {"values": [{"place": f"K0+{n}00", "value": value} for n, value in enumerate(
        ("99", "99", "99", "88")
    )]}  # fmt: skip
    command = complete(lot, **{item.code.replace("-", "_"): loose})
    submit(county.session, command, county.actor("inspector"), county.now)
    review = review_items(county.session, lot.project.id)
    assert [line.title for line in review.failures] == [bed]
    first, *others = review.lots
    assert first == review.failures[0]
    assert others
    assert {line.outcome for line in others} == {ItemOutcome.PASSED}
    assert first.standing is not None
    assert (first.standing.lowest, first.standing.extreme) == ("88", "89")
    assert first.is_doubtful


def test_lists_show_the_newest_and_hide_what_is_foreign(county: County, lot: Lot) -> None:
    inspected(county, lot, rebar_02=bad_entry())
    inspected(county, lot)
    viewer, stranger = county.actor("leader"), county.actor("neighbour")
    page = for_project(county.session, viewer, lot.project.id, "failing")
    assert page is not None
    assert (page.counts.all, page.counts.failing, page.lines) == (2, 0, ())
    leaf = for_works(county.session, viewer, lot.works.id)
    assert leaf is not None
    assert [(line.number, line.newest) for line in leaf.lines] == [(2, True), (1, False)]
    assert leaf.usual == {REBAR}
    assert for_project(county.session, stranger, lot.project.id) is None
    assert for_works(county.session, stranger, lot.works.id) is None
