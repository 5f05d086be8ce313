"""The sums over conclusions: what is added to the cells of an area and of every area above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from acceptance.domain.areas import AreaLevel, parent_path
from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.spans import DAY, MONTH, YEAR, month_of
from acceptance.persistence.areas import Area
from acceptance.persistence.raising import raise_sums
from acceptance.persistence.rates import FIRST_SUMS, LATEST_SUMS, OvertakenCell, RateCell

_RATE_KEY = ("area_id", "conditional_counts", "measure", "months", "start", "size", "category")
_OVERTAKEN_KEY = (
    "area_id", "conditional_counts", "measure", "month", "next_month", "size", "category",
)  # fmt: skip
_UNPASSED = {
    CountedOutcome.CONDITIONAL: "conditional",
    CountedOutcome.ABANDONED: "abandoned",
    CountedOutcome.OVERTURNED: "overturned",
}
BATCH = 1000
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
        own = session.execute(_areas()).all()
        by_path = {row.path: row for row in own}
    else:
        own = session.execute(_areas_by(Area.id), {"values": list(set(area_ids))}).all()
        paths = {path for row in own for path in _upwards(row.path)}
        above = session.execute(_areas_by(Area.path), {"values": list(paths)})
        by_path = {row.path: row for row in above}
    return {row.id: _above([by_path[path] for path in _upwards(row.path)]) for row in own}


@cache
def _areas() -> Select[*tuple[Any, ...]]:
    return select(Area.id, Area.path, Area.level)


@cache
def _areas_by(column: Any) -> Select[*tuple[Any, ...]]:
    return _areas().where(column.in_(bindparam("values", expanding=True)))


def _above(areas: list[Any]) -> Above:
    return Above(
        tuple(area.id for area in areas),
        tuple(area.id for area in areas if area.level != AreaLevel.TOWNSHIP),
        tuple(area.id for area in areas if area.level in DAILY),
    )


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = parent_path(path)


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

    def save(self, session: Session) -> None:
        """Write the differences; a cell that does not change is left alone."""
        _save(session, RateCell, _RATE_KEY, (*FIRST_SUMS, *LATEST_SUMS), self._rate)
        _save(session, OvertakenCell, _OVERTAKEN_KEY, LATEST_SUMS, self._overtaken)


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


def _save(
    session: Session,
    table: Any,
    keys: tuple[str, ...],
    sums: tuple[str, ...],
    cells: Mapping[tuple[Any, ...], list[int]],
) -> None:
    # One order for everybody, so that two writers never wait for each other in a circle.
    rows = [(*key, *values) for key, values in sorted(cells.items()) if any(values)]
    connection = session.connection()
    for start in range(0, len(rows), BATCH):
        raise_sums(connection, table, keys, sums, rows[start : start + BATCH])
