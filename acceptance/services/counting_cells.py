"""The sums over conclusions: what is added to the cells of an area and of every area above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.areas import parent_path
from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.spans import MONTH, YEAR, month_of
from acceptance.persistence.areas import Area
from acceptance.persistence.rates import OvertakenCell, RateCell
from acceptance.persistence.upsert import upsert

FIRST_SUMS = (
    "first", "first_projects", "first_passed", "first_conditional", "first_abandoned",
    "first_overturned",
)  # fmt: skip
LATEST_SUMS = (
    "latest", "latest_projects", "latest_passed", "latest_conditional", "latest_abandoned",
    "latest_overturned", "accepted_graded", "graded_projects", "excellent", "sound",
)  # fmt: skip
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


def ancestors(
    session: Session, area_ids: Iterable[int] | None = None
) -> dict[int, tuple[int, ...]]:
    """Each area (or each of these) with its own id and those of all areas above it."""
    by_path = {row.path: row.id for row in session.execute(select(Area.id, Area.path))}
    wanted = set(by_path.values()) if area_ids is None else set(area_ids)
    return {
        own: tuple(by_path[each] for each in _upwards(path))
        for path, own in by_path.items()
        if own in wanted
    }


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = parent_path(path)


class Cells:
    """Differences to the cells, collected and written at once. `above` names, for each area, the
    areas whose cells a project in it belongs to."""

    def __init__(self, above: Mapping[int, tuple[int, ...]]) -> None:
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
            for area in self._above[row["area_id"]]:
                key = (area, row["conditional_counts"], measure)
                _raise(self._rate, (*key, MONTH, month, *kind), [*first, *latest])
                if measure is Measure.PROJECTS:
                    _raise(self._rate, (*key, YEAR, month - month % YEAR, *kind), [*first, *latest])
                if pair:
                    following = month_of(row["overtaken_by"])
                    _raise(self._overtaken, (*key, month, following, *kind), latest)

    def save(self, session: Session) -> None:
        """Write the differences; a cell that does not change is left alone."""
        _save(session, RateCell, _RATE_KEY, (*FIRST_SUMS, *LATEST_SUMS), self._rate)
        _save(session, OvertakenCell, _OVERTAKEN_KEY, LATEST_SUMS, self._overtaken)


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
    rows = [
        dict(zip((*keys, *sums), (*key, *values), strict=True))
        # One order for everybody, so that two writers never wait for each other in a circle.
        for key, values in sorted(cells.items())
        if any(values)
    ]
    adding = upsert(session, table)
    raised = adding.on_conflict_do_update(
        index_elements=[getattr(table, name) for name in keys],
        set_={name: getattr(table, name) + adding.excluded[name] for name in sums},
    )
    for start in range(0, len(rows), BATCH):
        session.execute(raised, rows[start : start + BATCH])
