"""Setting the goals that the rates are held against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.agreements import COUNT, PERCENT, unit_of
from acceptance.domain.exact import decimal, decimal_text
from acceptance.domain.findings import Finding
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.people import Actor, Permission
from acceptance.domain.targets import read_targets
from acceptance.persistence.areas import Area
from acceptance.persistence.targets import Target
from acceptance.queries.scope import inside
from acceptance.services.errors import ForbiddenError, NotFoundError, RefusedError
from acceptance.services.ledger import record

FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True, slots=True)
class SetTarget:
    """A goal: at least `value` of an indicator by the end of `year`, in an area.

    `value` is decimal text: a percentage, or a number of awards collected from the year `since`.
    `source` names the signed agreement (目标责任书) or the resolution that it rests on.
    """

    indicator: IndicatorCode
    year: int
    area_code: str
    value: str
    since: int | None = None
    responsible: str = ""
    source: str = ""


def set_target(session: Session, command: SetTarget, actor: Actor, now: datetime) -> int:
    """Set or change the goal of an indicator for a year and an area; its id."""
    if not actor.may(Permission.SET_TARGETS):
        raise ForbiddenError
    if findings := target_findings(command):
        raise RefusedError(*findings)
    area = session.scalars(
        select(Area).where(Area.code == command.area_code, inside(actor.area_path))
    ).one_or_none()
    if area is None:
        raise NotFoundError
    return _set(session, command, area, actor, now)


def load_defaults(session: Session, text: str, actor: Actor, now: datetime) -> int:
    """Set the goals of the catalogue that are not set yet; how many. What a bureau has changed
    stays as it is."""
    areas = {area.code: area for area in session.scalars(select(Area))}
    known = {
        (row.indicator, row.year, row.area_id)
        for row in session.execute(select(Target.indicator, Target.year, Target.area_id))
    }
    added = 0
    for target in read_targets(text):
        area = areas.get(target.area_code)
        year = target.period.last.year
        if area is None or (target.indicator.value, year, area.id) in known:
            continue
        counts = unit_of(target.indicator) == COUNT
        command = SetTarget(
            indicator=target.indicator,
            year=year,
            area_code=area.code,
            value=_text(target.at_least if counts else target.at_least * 100),
            since=target.period.first.year if counts else None,
            responsible=target.unit,
        )
        _set(session, command, area, actor, now)
        added += 1
    return added


def _set(session: Session, command: SetTarget, area: Area, actor: Actor, now: datetime) -> int:
    row = session.scalars(
        select(Target).where(
            Target.indicator == command.indicator.value,
            Target.year == command.year,
            Target.area_id == area.id,
        )
    ).one_or_none()
    if row is None:
        row = Target(indicator=command.indicator.value, year=command.year, area_id=area.id)
        session.add(row)
    before = row.value
    row.value = decimal_text(decimal(command.value))
    row.unit = unit_of(command.indicator)
    row.since = command.since if row.unit == COUNT else None
    row.responsible, row.source = command.responsible, command.source
    session.flush()
    payload = {
        "indicator": command.indicator,
        "year": command.year,
        "since": row.since,
        "area": area.path,
        "value": row.value,
        "before": before,
        "unit": row.unit,
        "responsible": row.responsible,
        "source": row.source,
    }
    record(session, actor, now, "target.set", "target", row.id, payload)
    return row.id


def target_findings(command: SetTarget) -> tuple[Finding, ...]:
    """What is wrong with a goal: its year, its value, the year it is collected from."""
    found = []
    if not FIRST_YEAR <= command.year <= LAST_YEAR:
        found.append(
            Finding.of("target_year_outside", field="year", first=FIRST_YEAR, last=LAST_YEAR)
        )
    value = decimal(command.value)
    if unit_of(command.indicator) == PERCENT:
        if not 0 <= value <= 100:
            found.append(Finding.of("target_share_outside", field="value"))
    elif value != value.to_integral_value() or not 0 <= value <= 999:
        found.append(Finding.of("target_count_outside", field="value"))
    since = command.since
    if since is not None and not FIRST_YEAR <= since <= command.year:
        found.append(Finding.of("target_since_after_year", field="since"))
    return tuple(found)


def _text(value: Fraction) -> str:
    """Catalogue percentages are decimals, so that their fractions end."""
    whole, rest = divmod(value, 1)
    return decimal_text(decimal(f"{whole}.{int(rest * 10000):04}"))
