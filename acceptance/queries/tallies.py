"""The county in counts: how many projects of each kind count in a period, and how they ended.

Tiles, townships and the trend are added up from the same cells, so that they cannot disagree. The
whole months of a period come from the cells, its single days and what one unit answers for from
the conclusions themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Result
from sqlalchemy.orm import Session

from acceptance.domain.conclusions import Measure
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.spans import Span, span_of
from acceptance.persistence.rates import FIRST_SUMS, LATEST_SUMS
from acceptance.queries import tally_cells as cells
from acceptance.queries import tally_rows as rows
from acceptance.queries.counts import RATE_SUMS, Counts, Kind, Place
from acceptance.queries.populations import Field

EVERY_SUM = (*FIRST_SUMS, *LATEST_SUMS)


def counts_by_area(
    session: Session,
    period: Period,
    around: Field,
    measure: Measure = Measure.PROJECTS,
    names: tuple[str, ...] = EVERY_SUM,
) -> Counts:
    """The sums of the area, and of each of its `places`, over any period; only those named, where
    not every one is wanted."""
    tally = _Tally(around, names)
    span, values = span_of(period), around.values() | {"measure": measure}
    values |= {"begin": period.first, "end": period.last}
    if not around.has_sums or (around.is_leaf and measure is not Measure.PROJECTS):
        whose = around.whose
        tally.rows(session.execute(rows.conclusions(measure, names, whose), values), 1)
        tally.rows(session.execute(rows.overtaken(measure, names, whose), values), -1)
        return tally.counts()
    _whole_areas(session, tally, span, measure, values)
    statement, edges = rows.overtaken_beside_cells(span, measure, names)
    tally.rows(session.execute(statement, values | edges), -1)
    return tally.counts()


def _whole_areas(
    session: Session, tally: _Tally, span: Span, measure: Measure, values: dict[str, Any]
) -> None:
    """What is kept in cells, and the single days of the edges where they are kept in none."""
    around, names = tally.around, tally.names
    nodes = {"nodes": [around.area, *around.places.values()]}
    wanted = [*cells.stretches(span, measure)]
    keeps_days = around.keeps_days and measure is Measure.PROJECTS
    if keeps_days:
        wanted += cells.single_days(span)
    if wanted:
        statement, asked = cells.cells(names, wanted)
        tally.cells(session.execute(statement, values | nodes | asked), 1)
    if again := [*cells.pairs(span, measure)]:
        statement, asked = cells.overtaken_cells(names, again)
        tally.cells(session.execute(statement, values | nodes | asked), -1)
    for edge in () if keeps_days else (span.head, span.tail):
        if edge is not None:
            days = {"begin": edge.days.first, "end": edge.days.last}
            found = session.execute(rows.conclusions(measure, names), values | days)
            tally.rows(found, edge.sign)


def counts_by_point(session: Session, period: Period, around: Field, months: int) -> Counts:
    """The sums that rates are read of for each point of the trend, whole stretches of `months`
    months each.

    A point is named by its first month divided by `months`: a quarter by 3, a year by 12.
    """
    if not around.has_sums:
        return _points_of_rows(session, period, around, months)
    tally, span, values = _Tally(around, RATE_SUMS), span_of(period), around.values()
    between = values | {"node": around.area, "first": span.first, "last": span.last}
    tally.cells(session.execute(cells.cells_by_point(months, RATE_SUMS), between), 1)
    tally.cells(session.execute(cells.overtaken_by_point(months, RATE_SUMS), between), -1)
    dates = {"begin": period.first, "end": period.last}
    tally.cells(session.execute(rows.moved_by_point(months, RATE_SUMS), values | dates), -1)
    return tally.counts()


def _points_of_rows(session: Session, period: Period, around: Field, months: int) -> Counts:
    tally, values, whose = _Tally(around, RATE_SUMS), around.values(), around.whose
    values |= {"begin": period.first, "end": period.last}
    counted = rows.conclusions_by_point(months, RATE_SUMS, whose)
    again = rows.overtaken_rows_by_point(months, RATE_SUMS, whose)
    tally.cells(session.execute(counted, values), 1)
    tally.cells(session.execute(again, values), -1)
    return tally.counts()


class _Tally:
    """Adds rows up by place and kind; what is overtaken is taken out again."""

    def __init__(self, around: Field, names: tuple[str, ...]) -> None:
        self.around = around
        self.names = names
        self._latest = cells.latest(names)
        self._sums: dict[Place, dict[Kind, dict[str, int]]] = {}

    def cells(self, found: Result[*tuple[Any, ...]], sign: int) -> None:
        """Rows of whole areas, which hold what is below them, or of points in time."""
        for place, size, category, *sums in found.all():
            self._add(place, size, category, sums, sign)

    def rows(self, found: Result[*tuple[Any, ...]], sign: int) -> None:
        """Rows by the path to where a project lies: each belongs to the area and to a place in it."""
        for path, size, category, *sums in found.all():
            self._add(self.around.area, size, category, sums, sign)
            if place := self.around.place_of(path):
                self._add(place, size, category, sums, sign)

    def counts(self) -> Counts:
        return Counts(self._sums)

    def _add(
        self, place: int, size: SizeClass, category: Category, sums: Sequence[int], sign: int
    ) -> None:
        if not self.around.takes(size, category):
            return
        # Rows of what is overtaken have no first attempts in front.
        names = self._latest if len(sums) == len(self._latest) else self.names
        kinds = self._sums.setdefault(place, {})
        found = kinds.get((size, category))
        if found is None:
            found = kinds[size, category] = dict.fromkeys(self.names, 0)
        for name, value in zip(names, sums, strict=True):
            found[name] += sign * value
