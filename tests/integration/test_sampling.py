"""Drawing places through the service, on both databases: committed first, never replaced."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from acceptance.domain.projects import Category
from acceptance.domain.sampling.along import Along
from acceptance.domain.sampling.drawing import seed_of
from acceptance.domain.sampling.pieces import Pieces
from acceptance.persistence.sampling import SamplingDraw
from acceptance.queries.sampling import draws_of
from acceptance.services.drafts import AlreadySubmittedError
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.sampling import DrawPlaces, draw_places
from tests.builders.checklists import Lot, catalogue_template, complete, make_lot
from tests.builders.projects import County, make_county
from tests.support.inspecting import acts, codes, do_submit, row, save

ROAD = Along(Decimal(0), Decimal(600), 200, 2)


@pytest.fixture
def county(session: Session, now: datetime) -> County:
    return make_county(session, now)


@pytest.fixture
def lot(county: County) -> Lot:
    return make_lot(county)


def drawn(
    county: County, lot: Lot, plan: object = ROAD, who: str = "inspector", **more: str
) -> int:
    command = DrawPlaces(lot.checklist_id, more.get("item", "rebar-03"), plan, more.get("reason", ""))  # type: ignore[arg-type]  # fmt: skip
    return draw_places(county.session, command, county.actor(who), county.now)


def test_a_draw_is_in_the_ledger_with_all_that_is_needed_to_repeat_it(
    county: County, lot: Lot
) -> None:
    assert drawn(county, lot) == 1
    (act,) = acts(county, "sampling.drawn")
    payload = json.loads(act.payload)
    assert payload["head"] == act.prev_hash
    seed = seed_of(act.prev_hash, lot.works.id, lot.template.digest, "rebar-03", 1)
    assert payload["seed"] == seed
    (draw,) = draws_of(county.session, lot.checklist_id, "rebar-03")
    assert (draw.seq, draw.seed, draw.places) == (act.seq, seed, ROAD.draw(seed))
    assert "places" not in payload


def test_the_places_stand_in_the_draft_without_values(county: County, lot: Lot) -> None:
    save(county, lot, {"rebar-02": {"answer": "yes"}})
    drawn(county, lot)
    checklist = row(county, lot)
    draft = json.loads(checklist.draft)
    places = draws_of(county.session, lot.checklist_id, "rebar-03")[0].places
    assert draft["rebar-03"]["values"] == [{"place": place, "value": ""} for place in places]
    assert draft["rebar-02"] == {"answer": "yes"}
    assert checklist.version == 3


def test_drawing_again_needs_a_reason_and_leaves_the_first_draw(county: County, lot: Lot) -> None:
    drawn(county, lot)
    with pytest.raises(RefusedError) as caught:
        drawn(county, lot)
    assert codes(caught) == {"sampling_reason_missing"}
    assert drawn(county, lot, reason="示例：路段改线") == 2
    second, first = draws_of(county.session, lot.checklist_id, "rebar-03")
    assert (second.number, first.number) == (2, 1)
    assert second.places != first.places
    assert len(acts(county, "sampling.drawn")) == 2


def test_nothing_is_drawn_after_something_was_measured(county: County, lot: Lot) -> None:
    save(county, lot, {"rebar-03": {"values": [{"place": "K0+001", "value": "3"}]}})
    with pytest.raises(RefusedError) as caught:
        drawn(county, lot)
    assert codes(caught) == {"sampling_has_values"}
    assert acts(county, "sampling.drawn") == []


def test_an_item_by_chainage_is_drawn_along_the_road(county: County) -> None:
    template = replace(catalogue_template("road-earth-subgrade"), category=Category.BUILDING)
    road = make_lot(county, template=template)
    with pytest.raises(RefusedError) as caught:
        drawn(county, road, Pieces(20), item="subgrade-05")
    assert codes(caught) == {"sampling_needs_chainage"}
    assert drawn(county, road, item="subgrade-05") == 1


def test_only_points_of_an_open_checklist_of_ones_own_area_are_drawn(
    county: County, lot: Lot
) -> None:
    with pytest.raises(ForbiddenError):
        drawn(county, lot, who="approver")
    with pytest.raises(NotFoundError):
        drawn(county, lot, who="neighbour")
    with pytest.raises(NotFoundError):
        drawn(county, lot, item="rebar-01")
    do_submit(county, complete(lot))
    with pytest.raises(AlreadySubmittedError):
        drawn(county, lot)


def test_a_draw_is_never_changed_in_the_database(county: County, lot: Lot) -> None:
    drawn(county, lot)
    county.session.flush()
    for statement in ("UPDATE sampling_draw SET places = '[]'", "DELETE FROM sampling_draw"):
        with pytest.raises(DatabaseError), county.session.begin_nested():
            county.session.execute(text(statement))
    assert len(county.session.scalars(select(SamplingDraw)).all()) == 1
