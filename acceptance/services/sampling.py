"""Drawing the places to check: committed in the ledger, then loaded into the draft."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.canonical import canonical
from acceptance.domain.chainage import NotAChainageError, chainage
from acceptance.domain.checklists.answers import MOST_POINTS
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import Places
from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor, Permission
from acceptance.domain.places import Lane, Track
from acceptance.domain.sampling.along import Along
from acceptance.domain.sampling.drawing import seed_of
from acceptance.domain.sampling.plan import Plan
from acceptance.persistence.checklists import Checklist
from acceptance.persistence.sampling import SamplingDraw
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.ledger import head_of, record
from acceptance.services.opened import opened_checklist
from acceptance.services.touches import touch

LONGEST_REASON = 500
Tracks = tuple[Track | Lane, ...]


@dataclass(frozen=True, slots=True)
class DrawPlaces:
    """Draw the places of one item. `reason` says why they are drawn again."""

    checklist_id: int
    item_code: str
    plan: Plan
    reason: str = ""


def draw_places(session: Session, command: DrawPlaces, actor: Actor, now: datetime) -> int:
    """The number of the draw. The seed follows from the head of the ledger, which is locked, and
    the act is recorded in the same transaction: until it is committed nobody sees a place.

    The places are drawn before anything is measured; a value that was typed is never moved.
    """
    if not actor.may(Permission.INSPECT):
        raise ForbiddenError
    checklist, project, template = opened_checklist(session, command.checklist_id, actor)
    item = _item(template, command.item_code)
    draft = json.loads(checklist.draft)
    number = _last(session, command) + 1
    _refuse(item, draft, command, number)
    touch(session, actor, now, project.id, "drew samples")
    head = head_of(session)
    seed = seed_of(head, checklist.works_id, template.digest, item.code, number)
    places = command.plan.draw(seed)
    _refuse_too_many(item, places)
    _load(checklist, draft, item, places, actor, now)
    payload = {
        "works": checklist.works_id, "template": template.digest, "item": item.code,
        "round": number, "head": head, "seed": seed, "plan": command.plan.to_document(),
        "reason": command.reason,
    }  # fmt: skip
    entry = record(
        session, actor, now, "sampling.drawn", "checklist", checklist.id, payload, project
    )
    session.add(
        SamplingDraw(
            checklist_id=checklist.id, item_code=item.code, number=number,
            plan=canonical(command.plan.to_document()), head=head, seed=seed, seq=entry.seq,
            places=canonical(list(places)), reason=command.reason,
            drawn_by=actor.id, drawn_at=now,
        )
    )  # fmt: skip
    return number


def _item(template: Template, code: str) -> Item:
    item = next((i for i in template.items if i.code == code and i.kind.has_points), None)
    if item is None:
        raise NotFoundError
    return item


def _last(session: Session, command: DrawPlaces) -> int:
    return (
        session.scalar(
            select(func.max(SamplingDraw.number)).where(
                SamplingDraw.checklist_id == command.checklist_id,
                SamplingDraw.item_code == command.item_code,
            )
        )
        or 0
    )


def _refuse(item: Item, draft: dict[str, dict[str, object]], command: DrawPlaces, n: int) -> None:
    reasons = []
    if n > 1 and not command.reason.strip():
        reasons.append(Finding.of("sampling_reason_missing", field="reason"))
    if item.places is Places.CHAINAGE and not isinstance(command.plan, Along):
        reasons.append(Finding.of("sampling_needs_chainage"))
    values = draft.get(item.code, {}).get("values", [])
    if isinstance(values, list) and any(point["value"] for point in values):
        reasons.append(Finding.of("sampling_has_values"))
    if reasons:
        raise RefusedError(*reasons)


def _refuse_too_many(item: Item, places: tuple[str, ...]) -> None:
    """Every place has as many values as are read there."""
    points = len(places) * (item.sample.readings if item.sample else 1)
    if points > MOST_POINTS:
        raise RefusedError(Finding.of("sampling_too_many", most=MOST_POINTS, places=points))


def _load(
    checklist: Checklist,
    draft: dict[str, dict[str, object]],
    item: Item,
    places: tuple[str, ...],
    actor: Actor,
    now: datetime,
) -> None:
    """The drawn places as points without a value; whoever types meanwhile is asked what to keep."""
    readings = item.sample.readings if item.sample else 1
    points = [{"place": place, "value": ""} for place in places for _ in range(readings)]
    draft[item.code] = draft.get(item.code, {}) | {"values": points}
    checklist.draft = canonical(draft)
    checklist.version += 1
    checklist.saved_by, checklist.saved_at = actor.id, now


def along(start: str, end: str, every: int, each: int, tracks: Tracks = ()) -> Along:
    """A plan along a road from chainages as typed."""
    read = {}
    for name, text in (("start", start), ("end", end)):
        try:
            read[name] = chainage(text)
        except NotAChainageError as error:
            raise RefusedError(Finding.of("answer_not_a_chainage", field=name)) from error
    return Along(read["start"], read["end"], every, each, tracks)
