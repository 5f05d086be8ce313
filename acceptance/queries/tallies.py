"""The county in counts: how many projects of each kind count in a period, and how they ended.

Tiles, townships and the trend are added up from the same cells, so that they cannot disagree. The
whole months of a period come from the cells, its single days and what one unit answers for from
the conclusions themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from acceptance.domain.conclusions import Measure
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.spans import DAY, span_of
from acceptance.persistence.rates import FIRST_SUMS, LATEST_SUMS
from acceptance.queries import tally_cells as cells
from acceptance.queries import tally_rows as rows
from acceptance.queries.counts import Counts, Kind, Place
from acceptance.queries.places import part_of
from acceptance.queries.populations import Field

_ALL_SUMS = (*FIRST_SUMS, *LATEST_SUMS)


def counts_by_area(
    session: Session, period: Period, around: Field, measure: Measure = Measure.PROJECTS
) -> Counts:
    """The sums of the area, and of each of its `places`, over any period."""
    tally = _Tally(session, around)
    span, values = span_of(period), around.values() | {"measure": measure}
    dates = {"begin": period.first, "end": period.last}
    if not around.has_sums or (around.is_leaf and measure is not Measure.PROJECTS):
        asked, whose = values | dates, around.whose
        tally.rows(session.execute(rows.conclusions(measure, whose), asked), 1)
        tally.rows(session.execute(rows.overtaken(measure, whose), asked), -1)
        return tally.counts()
    nodes = {"nodes": [around.area, *around.places]}
    if span.has_months:
        for stretch in cells.stretches(span, whole_years=measure is Measure.PROJECTS):
            tally.cells(session.execute(cells.cells(), values | nodes | stretch), 1)
        months = {"first": span.first, "last": span.last}
        tally.cells(session.execute(cells.overtaken_cells(), values | nodes | months), -1)
    for edge in (span.head, span.tail):
        if edge is not None:
            _edge(session, tally, values | nodes, edge, measure)
    for statement, edges in rows.overtaken_at_edges(span, measure):
        tally.rows(session.execute(statement, values | dates | edges), -1)
    tally.rows(session.execute(rows.moved(measure), values | dates), -1)
    return tally.counts()


def _edge(
    session: Session, tally: _Tally, values: dict[str, Any], edge: Period, measure: Measure
) -> None:
    """The single days before or behind the whole months."""
    if tally.around.keeps_days and measure is Measure.PROJECTS:
        days = {"months": DAY, "from": edge.first.toordinal(), "to": edge.last.toordinal()}
        tally.cells(session.execute(cells.cells(), values | days), 1)
    else:
        days_of = {"begin": edge.first, "end": edge.last}
        tally.rows(session.execute(rows.conclusions(measure), values | days_of), 1)


def counts_by_point(session: Session, period: Period, around: Field, months: int) -> Counts:
    """The sums of each point of the trend, whole stretches of `months` months each.

    A point is named by its first month divided by `months`: a quarter by 3, a year by 12.
    """
    if not around.has_sums:
        return _points_of_rows(session, period, around, months)
    tally, span, values = _Tally(session, around), span_of(period), around.values()
    between = values | {"node": around.area, "first": span.first, "last": span.last}
    tally.points(session.execute(cells.cells_by_point(months), between), 1)
    tally.points(session.execute(cells.overtaken_by_point(months), between), -1)
    dates = {"begin": period.first, "end": period.last}
    tally.points(session.execute(rows.moved_by_point(months), values | dates), -1)
    return tally.counts()


def _points_of_rows(session: Session, period: Period, around: Field, months: int) -> Counts:
    tally, values, whose = _Tally(session, around), around.values(), around.whose
    dates = {"begin": period.first, "end": period.last}
    tally.points(session.execute(rows.conclusions_by_point(months, whose), values | dates), 1)
    tally.points(session.execute(rows.overtaken_rows_by_point(months, whose), values | dates), -1)
    return tally.counts()


class _Tally:
    """Adds rows up by place and kind; what is overtaken is taken out again."""

    def __init__(self, session: Session, around: Field) -> None:
        self.around = around
        self._session = session
        self._sums: dict[Place, dict[Kind, dict[str, int]]] = {}

    @cached_property
    def _part_of(self) -> Mapping[int, int]:
        """Looked up only where there are single rows: cells know whose they are."""
        return part_of(self._session, self.around.path) if self.around.places else {}

    def cells(self, found: Iterable[Sequence[Any]], sign: int) -> None:
        """Rows of whole areas: those above hold what is below."""
        for place, size, category, *sums in found:
            self._add(place, size, category, sums, sign)

    def rows(self, found: Iterable[Sequence[Any]], sign: int) -> None:
        """Rows of the very area a project lies in: each belongs to the asked area and to a place."""
        for area, size, category, *sums in found:
            for place in {self.around.area, self._part_of.get(area, self.around.area)}:
                self._add(place, size, category, sums, sign)

    def points(self, found: Iterable[Sequence[Any]], sign: int) -> None:
        """Rows of points in time."""
        self.cells(found, sign)

    def counts(self) -> Counts:
        return Counts(self._sums)

    def _add(
        self, place: int, size: SizeClass, category: Category, sums: Sequence[Any], sign: int
    ) -> None:
        if not self.around.takes(size, category):
            return
        # Rows of what is overtaken have no first attempts in front.
        names = LATEST_SUMS if len(sums) == len(LATEST_SUMS) else _ALL_SUMS
        kinds = self._sums.setdefault(place, {})
        found = kinds.setdefault((size, category), dict.fromkeys(_ALL_SUMS, 0))
        for name, value in zip(names, sums, strict=True):
            found[name] += sign * int(value or 0)
