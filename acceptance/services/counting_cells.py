"""The sums over conclusions: what is added to the cells of an area and of every area above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import add
from typing import Any

from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.spans import DAY, begin_of, lengths, month_of
from acceptance.persistence.merging import Kept, Rows
from acceptance.persistence.rates import FIRST_SUMS, LATEST_SUMS, OvertakenCell, RateCell
from acceptance.services.areas_above import Above

Sums = dict[tuple[Any, ...], list[int]]
_KEY = ("area_id", "conditional_counts", "measure")
_KIND = ("size", "category")
_RATES = Kept(RateCell.__table__, (*_KEY, "months", "start", *_KIND), (*FIRST_SUMS, *LATEST_SUMS))
_OVERTAKEN = Kept(
    OvertakenCell.__table__, (*_KEY, "months", "month", "next_month", *_KIND), LATEST_SUMS
)
_QUANTITIES = tuple(measure for measure in Measure if measure is not Measure.PROJECTS)
_UNPASSED = (CountedOutcome.CONDITIONAL, CountedOutcome.ABANDONED, CountedOutcome.OVERTURNED)


class Cells:
    """Differences to the cells, collected and written at once. `above` names, for each area, the
    areas whose cells a project in it belongs to."""

    def __init__(self, above: Mapping[int, Above]) -> None:
        self._above = above
        self._rate: Sums = {}
        self._overtaken: Sums = {}

    def change(self, less: Iterable[Mapping[str, Any]], more: Iterable[Mapping[str, Any]]) -> None:
        """Take conclusions out of their cells and put others in."""
        # Most of what is taken out is put in again, and then nothing of it is carried upwards.
        by_day: Sums = {}
        by_months: Sums = {}
        for sign, rows in ((-1, less), (1, more)):
            for row in rows:
                _count(row, sign, by_day, by_months)
        self._raise_rates(by_day)
        self._raise_overtaken(by_months)

    def _raise_rates(self, by_day: Sums) -> None:
        for (place, reading, measure, day, *kind), sums in by_day.items():
            if any(sums):
                above = self._above[place]
                for area in above.keeping(measure):
                    for months, start in _stretches(day, measure, area in above.daily):
                        _raise(self._rate, (area, reading, measure, months, start, *kind), sums)

    def _raise_overtaken(self, by_months: Sums) -> None:
        for (place, reading, measure, month, following, *kind), sums in by_months.items():
            for area in self._above[place].keeping(measure) if any(sums) else ():
                for when in _pairs(month, following, measure):
                    _raise(self._overtaken, (area, reading, measure, *when, *kind), sums)

    def differences(self) -> tuple[tuple[Kept, Rows], ...]:
        """What is to be added to the tables; a cell that does not change is left alone."""
        return (_RATES, _changed(self._rate)), (_OVERTAKEN, _changed(self._overtaken))


def _count(row: Mapping[str, Any], sign: int, by_day: Sums, by_months: Sums) -> None:
    """Add one conclusion to the sums of its very area, or take it out."""
    day, following = row["decided_on"], row["overtaken_by"]
    kind = (row["size"], row["category"])
    # A conclusion that an earlier day overtakes is always looked at by itself.
    pair = following is not None and row["overtaken_before"] is None
    for measure, weight in _weights(row):
        for reading, by in _readings(row["conditional_counts"], sign):
            latest = _latest(row, by * weight, by)
            key = (row["area_id"], reading, measure)
            _raise(by_day, (*key, day, *kind), _first(row, by * weight, by) + latest)
            if pair:
                _raise(by_months, (*key, month_of(day), month_of(following), *kind), latest)


def _readings(conditional_counts: bool, sign: int) -> tuple[tuple[bool, int], ...]:  # noqa: FBT001
    """The reading in which 整改后合格 counts is kept by what it differs from the other: mostly by
    nothing, so that half of the cells need not be there."""
    return ((True, sign),) if conditional_counts else ((False, sign), (True, -sign))


def _stretches(day: date, measure: Measure, daily: bool) -> Iterator[tuple[int, int]]:  # noqa: FBT001
    """The stretches that a day lies in, each by its first month; where kept the day itself."""
    for months in lengths(measure):
        yield months, begin_of(month_of(day), months)
    if daily and measure is Measure.PROJECTS:
        yield DAY, day.toordinal()


def _pairs(month: int, following: int, measure: Measure) -> Iterator[tuple[int, int, int]]:
    """The pairs of stretches that two months lie in."""
    for months in lengths(measure):
        yield months, begin_of(month, months), begin_of(following, months)


def _weights(row: Mapping[str, Any]) -> Iterator[tuple[Measure, int]]:
    yield Measure.PROJECTS, 1
    for measure in _QUANTITIES:
        if row[measure]:
            yield measure, row[measure]


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


def _raise(sums: Sums, key: tuple[Any, ...], by: list[int]) -> None:
    found = sums.get(key)
    sums[key] = by if found is None else list(map(add, found, by))


def _changed(sums: Sums) -> Rows:
    # One order for everybody, so that two writers never wait for each other in a circle.
    return [(*key, *values) for key, values in sorted(sums.items()) if any(values)]
