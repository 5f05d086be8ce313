"""The areas above an area, and what is kept of the projects in it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaLevel
from acceptance.domain.conclusions import Measure
from acceptance.persistence.areas import Area

_AREAS: Any = Area.__table__
DAILY = frozenset({AreaLevel.PROVINCE, AreaLevel.CITY})


@dataclass(frozen=True, slots=True)
class Above:
    """An area with all areas above it, those of them whose quantities are kept in cells, and those
    that keep single days.

    A township has few projects: what weighs them is read from the conclusions themselves. So are
    the single days of a township and a county.
    """

    areas: tuple[int, ...]
    weighed: tuple[int, ...]
    daily: tuple[int, ...]

    def keeping(self, measure: Measure) -> tuple[int, ...]:
        """Those whose cells hold a measure."""
        return self.areas if measure is Measure.PROJECTS else self.weighed


def ancestors(session: Session, area_ids: Iterable[int] | None = None) -> dict[int, Above]:
    """What lies above each area, or above each of these."""
    if area_ids is None:
        rows = session.execute(_upwards())
    else:
        rows = session.execute(_upwards_from(), {"areas": list(area_ids)})
    return {row[0]: _above(list(zip(row[::2], row[1::2], strict=True))) for row in rows}


@cache
def _upwards() -> Select[*tuple[Any, ...]]:
    """Each area and those above it in one row, from below, each by its id and its level. The tree
    is as high as there are levels; what lies above its top is empty."""
    steps = [_AREAS.alias(f"step_{place}") for place in range(len(AreaLevel))]
    way: Any = steps[0]
    for below, above in pairwise(steps):
        way = way.outerjoin(above, above.c.id == below.c.parent_id)
    return select(*(column for step in steps for column in (step.c.id, step.c.level))).select_from(
        way
    )


@cache
def _upwards_from() -> Select[*tuple[Any, ...]]:
    lowest = _upwards().selected_columns[0]
    return _upwards().where(lowest.in_(bindparam("areas", expanding=True)))


def _above(steps: list[tuple[Any, Any]]) -> Above:
    areas = [(area, level) for area, level in steps if area is not None]
    return Above(
        tuple(area for area, _ in areas),
        tuple(area for area, level in areas if level != AreaLevel.TOWNSHIP),
        tuple(area for area, level in areas if level in DAILY),
    )
