"""The failure budget from county to township or member unit, and down to the projects.

Every count of a part comes from the same rows as the whole, so that the parts add up (rule 13).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor
from acceptance.domain.rates import NOTHING, Rate
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.agreements import signed_targets, signed_unit_targets
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question
from acceptance.queries.failures import Failure, failures
from acceptance.queries.places import Places, part_of, places
from acceptance.queries.plans import Plan, plans
from acceptance.queries.rates import allowance
from acceptance.queries.shares import Own, Share, judged, own_targets
from acceptance.queries.targets import Goal, goals, upwards


@dataclass(frozen=True, slots=True)
class CascadePage:
    """One indicator: the whole with its budget, and the same split in two ways."""

    ask: Ask
    places: Places
    code: IndicatorCode
    goal: Goal | None
    whole: Share
    by_area: tuple[Share, ...]
    by_unit: tuple[Share, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """Counts of one area and one unit."""

    area_id: int
    unit_id: int | None
    rate: Rate
    planned: int


def cascade_page(
    session: Session, actor: Actor, ask: Ask, code: IndicatorCode
) -> CascadePage | None:
    """The split of one indicator; None when the area is missing or foreign."""
    around = places(session, actor, ask.area_code)
    if around is None:
        return None
    question = Question(code, ask.period, ask.field(around))
    to_come = plans(session, ask.period, ask.today, question.around)
    cells = (*_decided(session, question), *_planned(to_come, code))
    goal = goals(session, around, ask.period).nearest(code, upwards(around))
    total = _add("", cells)
    return CascadePage(
        ask=ask,
        places=around,
        code=code,
        goal=goal,
        whole=Share(
            around.chosen.name,
            total.rate,
            total.planned,
            place=around.chosen,
            agreement=goal.agreement if goal else None,
            budget=allowance(total.rate, total.planned, goal.share if goal else None),
            met=total.rate.meets(goal.share) if goal else None,
        ),
        by_area=_by_area(session, around, cells, _signed_by_areas(session, ask, around, code)),
        by_unit=_by_unit(session, around, cells, _signed_by_units(session, ask, around, code)),
        failures=failures(session, actor, question),
    )


def _decided(session: Session, question: Question) -> tuple[_Cell, ...]:
    row = ProjectConclusion
    rows = session.execute(
        select(
            row.area_id,
            row.unit_id,
            func.count(),
            func.coalesce(func.sum(case((question.is_good(), 1), else_=0)), 0),
        )
        .where(question.is_counted())
        .group_by(row.area_id, row.unit_id)
    )
    return tuple(_Cell(each[0], each[1], Rate(int(each[3]), each[2]), 0) for each in rows)


def _planned(to_come: Iterable[Plan], code: IndicatorCode) -> tuple[_Cell, ...]:
    return tuple(
        _Cell(plan.area_id, plan.unit_id, NOTHING, plan.count)
        for plan in to_come
        if plan.counts_in(code)
    )


def _add(name: str, cells: Iterable[_Cell], **more: Any) -> Share:
    found = tuple(cells)
    return Share(
        name,
        sum((cell.rate for cell in found), NOTHING),
        sum(cell.planned for cell in found),
        **more,
    )


def _signed_by_areas(session: Session, ask: Ask, around: Places, code: IndicatorCode) -> Own:
    """An agreement is about all projects of its holder: some of them are not judged by it."""
    if ask.is_narrowed:
        return {}
    signed = signed_targets(session, [place.id for place in around.parts])
    return own_targets(signed, code, ask.period.last.year)


def _signed_by_units(session: Session, ask: Ask, around: Places, code: IndicatorCode) -> Own:
    """The same of the units that are asked for."""
    if not ask.takes_whole_units:
        return {}
    own = own_targets(signed_unit_targets(session, around.chosen.id), code, ask.period.last.year)
    return {holder: target for holder, target in own.items() if ask.unit in {None, holder[1]}}


def _by_area(
    session: Session, around: Places, cells: tuple[_Cell, ...], own: Own
) -> tuple[Share, ...]:
    """The areas directly below in their official order, then what lies in none of them."""
    shares = []
    part = part_of(session, around.chosen.path)
    for place in around.parts:
        inside = (cell for cell in cells if part.get(cell.area_id) == place.id)
        share = _add(place.name, inside, place=place)
        shares.append(judged(share, own.get((place.id, None))))
    rest = _add(
        around.chosen.name,
        (cell for cell in cells if cell.area_id not in part),
        place=around.chosen,
    )
    if around.parts and (rest.rate.decided or rest.planned):
        shares.append(rest)
    return tuple(shares)


def _by_unit(
    session: Session, around: Places, cells: tuple[_Cell, ...], own: Own
) -> tuple[Share, ...]:
    """The units that answer for projects or have signed, as they were registered; those without
    a unit come last."""
    ids = {cell.unit_id for cell in cells} | {unit for _area, unit in own}
    names = {
        row.id: row.name
        for row in session.execute(
            select(Organisation.id, Organisation.name)
            .where(Organisation.id.in_([each for each in ids if each is not None]))
            .order_by(Organisation.id)
        )
    }
    shares = [
        judged(
            _add(name, (cell for cell in cells if cell.unit_id == unit), unit_id=unit),
            own.get((around.chosen.id, unit)),
        )
        for unit, name in names.items()
    ]
    nobody = _add("", (cell for cell in cells if cell.unit_id is None))
    if nobody.rate.decided or nobody.planned:
        shares.append(nobody)
    return tuple(shares)
