"""Photos through the service: kept before they are recorded, recorded once, counted as arrived."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import sha256
from acceptance.domain.parties import PartyRole
from acceptance.persistence.checklists import Checklist, Photo
from acceptance.persistence.ledger import LedgerRow
from acceptance.persistence.projects import Touch
from acceptance.persistence.rectifications import Rectification
from acceptance.queries.photos import photo_in_scope, photos_of_checklist
from acceptance.services import photos
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.photos import Added, AddPhoto, add, keep, see_original
from acceptance.services.rectifications import Problem, list_problems
from acceptance.services.submission_content import AnnouncedPhoto
from acceptance.services.submissions import submit
from acceptance.storage.store import DirectoryStore
from tests.builders.checklists import Lot, complete, make_lot, picture
from tests.builders.projects import County, make_county

ONE = picture("JPEG", (60, 40))
OTHER = picture("PNG", (50, 50))


@pytest.fixture
def store(tmp_path: Path) -> DirectoryStore:
    return DirectoryStore(tmp_path / "photos")


@pytest.fixture
def county(session: Session, now: object) -> County:
    return make_county(session, now)  # type: ignore[arg-type]


@pytest.fixture
def lot(county: County) -> Lot:
    return make_lot(county)


def put(
    county: County,
    store: DirectoryStore,
    lot: Lot,
    content: bytes = ONE,
    slot: str = "rebar-01",
    who: str = "inspector",
) -> Added:
    command = AddPhoto(keep(store, content), slot, checklist_id=lot.checklist_id)
    return add(county.session, command, county.actor(who), county.now)


def row(county: County, lot: Lot) -> Checklist:
    county.session.expire_all()
    return county.session.get_one(Checklist, lot.checklist_id)


def test_a_photo_is_kept_and_recorded(county: County, store: DirectoryStore, lot: Lot) -> None:
    added = put(county, store, lot)
    assert store.get(sha256(ONE)) == ONE
    kept = photo_in_scope(county.session, county.actor("inspector"), added.token)
    assert kept is not None
    assert store.get(kept.shown_sha256) != ONE
    entry = county.session.scalars(select(LedgerRow).where(LedgerRow.action == "photo.added")).one()
    assert json.loads(entry.payload) == {
        "slot": "rebar-01",
        "sha256": sha256(ONE),
        "bytes": len(ONE),
    }
    acts = set(county.session.scalars(select(Touch.act)))
    assert "photographed" in acts


def test_the_same_photo_again_is_the_same_answer(
    county: County, store: DirectoryStore, lot: Lot
) -> None:
    first = put(county, store, lot)
    again = put(county, store, lot)
    assert again == replace(first, again=True)
    assert row(county, lot).photos_arrived == 1


def test_two_slots_may_hold_the_same_picture(
    county: County, store: DirectoryStore, lot: Lot
) -> None:
    put(county, store, lot)
    put(county, store, lot, slot="rebar-02")
    assert len(photos_of_checklist(county.session, lot.checklist_id)) == 2


def test_photos_that_were_announced_arrive_after_the_submission(
    county: County, store: DirectoryStore, lot: Lot
) -> None:
    put(county, store, lot, OTHER)
    announced = (AnnouncedPhoto("rebar-01", sha256(ONE)), *complete(lot).photos[1:])
    submit(
        county.session,
        replace(complete(lot), photos=announced),
        county.actor("inspector"),
        county.now,
    )
    assert row(county, lot).photos_announced == len(set(announced)) + 1
    assert row(county, lot).photos_arrived == 1
    put(county, store, lot, ONE)
    assert row(county, lot).photos_arrived == 2


def test_nothing_else_comes_after_the_submission(
    county: County, store: DirectoryStore, lot: Lot
) -> None:
    submit(county.session, complete(lot), county.actor("inspector"), county.now)
    with pytest.raises(RefusedError) as refused:
        put(county, store, lot, OTHER)
    assert [finding.code for finding in refused.value.findings] == ["photo_not_announced"]


@pytest.mark.parametrize("slot", ["../x", "", "Rebar", "a" * 61, "rebar 01"])
def test_a_slot_is_a_plain_word(county: County, store: DirectoryStore, lot: Lot, slot: str) -> None:
    with pytest.raises(RefusedError):
        put(county, store, lot, slot=slot)


def test_a_slot_takes_only_so_many(
    county: County, store: DirectoryStore, lot: Lot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "MOST_IN_SLOT", 1)
    put(county, store, lot)
    with pytest.raises(RefusedError) as refused:
        put(county, store, lot, OTHER)
    assert refused.value.findings[0].code == "photos_too_many"


@pytest.mark.parametrize(
    ("who", "error"), [("neighbour", NotFoundError), ("approver", ForbiddenError)]
)
def test_only_inspectors_of_the_area_add(
    county: County, store: DirectoryStore, lot: Lot, who: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        put(county, store, lot, who=who)
    assert county.session.scalar(select(func.count()).select_from(Photo)) == 0


def test_what_is_no_picture_is_refused_before_anything_is_kept(store: DirectoryStore) -> None:
    with pytest.raises(RefusedError):
        keep(store, b"no picture")
    assert not store.has(sha256(b"no picture"))


def test_the_original_is_for_those_who_decide_and_each_look_is_recorded(
    county: County, store: DirectoryStore, lot: Lot
) -> None:
    token = put(county, store, lot).token
    for who, error in (("inspector", ForbiddenError), ("neighbour", NotFoundError)):
        with pytest.raises(error):
            see_original(county.session, token, county.actor(who), county.now)
    seen = see_original(county.session, token, county.actor("approver"), county.now)
    assert store.get(seen.sha256) == ONE
    looks = select(func.count()).where(LedgerRow.action == "photo.original_seen")
    assert county.session.scalar(looks) == 1


def rectification(county: County, lot: Lot) -> Rectification:
    problem = Problem("示例问题", "5.5.1", PartyRole.CONTRACTOR, county.now.date())
    return list_problems(
        county.session, lot.project, None, (problem,), county.actor("inspector"), county.now
    )[0]


def test_a_rectification_has_a_photo_before_and_after(
    county: County, store: DirectoryStore, lot: Lot
) -> None:
    owed = rectification(county, lot)
    for slot in ("before", "after"):
        command = AddPhoto(keep(store, ONE), slot, rectification_id=owed.id)
        add(county.session, command, county.actor("inspector"), county.now)
    with pytest.raises(RefusedError):
        add(
            county.session,
            AddPhoto(keep(store, ONE), "meanwhile", rectification_id=owed.id),
            county.actor("inspector"),
            county.now,
        )
    slots = select(Photo.slot).where(Photo.rectification_id == owed.id)
    assert sorted(county.session.scalars(slots)) == ["after", "before"]
