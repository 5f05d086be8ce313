"""The sums over conclusions: what is added to the cells of an area and of every area above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaLevel
from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.spans import DAY, MONTH, YEAR, month_of
from acceptance.persistence.areas import Area
from acceptance.persistence.merging import Kept, Rows
from acceptance.persistence.rates import FIRST_SUMS, LATEST_SUMS, OvertakenCell, RateCell

_AREAS: Any = Area.__table__
_KEY = ("area_id", "conditional_counts", "measure")
_KIND = ("size", "category")
_RATES = Kept(RateCell.__table__, (*_KEY, "months", "start", *_KIND), (*FIRST_SUMS, *LATEST_SUMS))
_OVERTAKEN = Kept(OvertakenCell.__table__, (*_KEY, "month", "next_month", *_KIND), LATEST_SUMS)
_UNPASSED = {
    CountedOutcome.CONDITIONAL: "conditional",
    CountedOutcome.ABANDONED: "abandoned",
    CountedOutcome.OVERTURNED: "overturned",
}
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


class Cells:
    """Differences to the cells, collected and written at once. `above` names, for each area, the
    areas whose cells a project in it belongs to."""

    def __init__(self, above: Mapping[int, Above]) -> None:
        self._above = above
        self._rate: dict[tuple[Any, ...], list[int]] = {}
        self._overtaken: dict[tuple[Any, ...], list[int]] = {}

    def add(self, row: Mapping[str, Any], sign: int) -> None:
        """Add one conclusion to its cells, or take it out."""
        month = month_of(row["decided_on"])
        kind = (row["size"], row["category"])
        # A conclusion that an earlier day overtakes is always looked at by itself.
        pair = row["overtaken_by"] is not None and row["overtaken_before"] is None
        for measure, weight in _weights(row):
            first, latest = _first(row, sign * weight, sign), _latest(row, sign * weight, sign)
            above = self._above[row["area_id"]]
            for area in above.areas if measure is Measure.PROJECTS else above.weighed:
                key = (area, row["conditional_counts"], measure)
                for months, start in _stretches(row["decided_on"], measure, area in above.daily):
                    _raise(self._rate, (*key, months, start, *kind), [*first, *latest])
                if pair:
                    following = month_of(row["overtaken_by"])
                    _raise(self._overtaken, (*key, month, following, *kind), latest)

    def differences(self) -> tuple[tuple[Kept, Rows], ...]:
        """What is to be added to the tables; a cell that does not change is left alone."""
        return (_RATES, _changed(self._rate)), (_OVERTAKEN, _changed(self._overtaken))


def _stretches(day: date, measure: Measure, daily: bool) -> Iterator[tuple[int, int]]:  # noqa: FBT001
    """The month of a day; for the number of projects its year, and where kept the day itself."""
    month = month_of(day)
    yield MONTH, month
    if measure is Measure.PROJECTS:
        yield YEAR, month - month % YEAR
        if daily:
            yield DAY, day.toordinal()


def _weights(row: Mapping[str, Any]) -> Iterator[tuple[Measure, int]]:
    yield Measure.PROJECTS, 1
    for measure in Measure:
        if measure is not Measure.PROJECTS and row[measure.value]:
            yield measure, row[measure.value]


def _first(row: Mapping[str, Any], weight: int, one: int) -> list[int]:
    if not row["is_first"]:
        return [0] * len(FIRST_SUMS)
    return [weight, one, weight * row["passed"], *_by_outcome(row, weight)]


def _latest(row: Mapping[str, Any], weight: int, one: int) -> list[int]:
    graded = row["accepted_graded"]
    return [
        weight, one, weight * row["passed"], *_by_outcome(row, weight),
        weight * graded, one * graded, weight * row["excellent"], weight * row["sound"],
    ]  # fmt: skip


def _by_outcome(row: Mapping[str, Any], weight: int) -> list[int]:
    """The failures by what they were, except the plain ones, which are the rest."""
    unpassed = None if row["passed"] else row["outcome"]
    return [weight * (unpassed == outcome) for outcome in _UNPASSED]


def _raise(cells: dict[tuple[Any, ...], list[int]], key: tuple[Any, ...], by: list[int]) -> None:
    found = cells.get(key)
    if found is None:
        cells[key] = list(by)
        return
    for place, value in enumerate(by):
        found[place] += value


def _changed(cells: Mapping[tuple[Any, ...], list[int]]) -> Rows:
    # One order for everybody, so that two writers never wait for each other in a circle.
    return [(*key, *values) for key, values in sorted(cells.items()) if any(values)]
