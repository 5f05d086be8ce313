"""Holding the rates against the second count from the ledger, project by project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.recount import Recount, recount
from acceptance.domain.spans import MONTH, first_day
from acceptance.persistence.areas import Area
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import RateCell
from acceptance.persistence.targets import Award
from acceptance.queries.behind import Question, codes_behind
from acceptance.queries.ledger import export_lines
from acceptance.queries.populations import RATE_CODES, Field
from acceptance.queries.tallies import counts_by_area

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A project or award on which the two counts disagree, or a figure that does not fit its list."""

    period: str
    indicator: IndicatorCode
    what: str
    code: str


def periods_with_counts(session: Session) -> tuple[Period, ...]:
    """Every year that has anything, its quarters, and all the years together."""
    first, last = session.execute(
        select(func.min(RateCell.start), func.max(RateCell.start)).where(RateCell.months == MONTH)
    ).one()
    awarded = session.scalars(select(Award.awarded_on)).all()
    years = {day.year for day in awarded}
    if first is not None:
        years |= {first_day(month).year for month in (first, last)}
    if not years:
        return ()
    span = range(min(years), max(years) + 1)
    found = [Period.year(year) for year in span]
    found += [quarter for year in found for quarter in year.quarters]
    if len(span) > 1:
        found.append(Period.cumulative(span[0], span[-1]))
    return tuple(found)


def differences(session: Session, *, conditional_counts: bool) -> Iterator[Difference]:
    """Every disagreement, period by period, over the whole tree of areas."""
    lines = list(export_lines(session))
    trees = _trees(session)
    for period in periods_with_counts(session):
        for path, area in trees.items():
            second = recount(lines, period, path, conditional_counts=conditional_counts)
            around = Field(area, path, conditional_counts)
            counts = counts_by_area(session, period, around)
            for code in RATE_CODES:
                good, counted = codes_behind(session, Question(code, period, around))
                rate = counts.rate(code, area)
                if (rate.passed, rate.decided) != (len(good), len(counted)):
                    yield Difference(period.code, code, "figure", f"{rate.passed}/{rate.decided}")
                yield from _compare(period, code, good, counted, second[code.value])
        second = recount(lines, period, conditional_counts=conditional_counts)
        yield from _compare_awards(session, period, second)


def _trees(session: Session) -> dict[str, int]:
    """Each root of the area tree by its path."""
    roots = select(Area.path, Area.id).where(Area.parent_id.is_(None))
    return {row.path: row.id for row in session.execute(roots)}


def _compare(
    period: Period, code: IndicatorCode, good: Codes, counted: Codes, second: Recount
) -> Iterator[Difference]:
    for what, ours, theirs in (
        ("numerator", good, second.numerator),
        ("denominator", counted, second.denominator),
    ):
        for project in sorted(set(ours) ^ set(theirs)):
            yield Difference(period.code, code, what, project)


def _compare_awards(
    session: Session, period: Period, second: Mapping[str, Recount]
) -> Iterator[Difference]:
    rows: Any = session.execute(
        select(Award.id, Award.kind, Project.code)
        .outerjoin(Project, Project.id == Award.project_id)
        .where(Award.awarded_on.between(period.first, period.last))
    ).all()
    for code, kind in AWARDS.items():
        ours = sorted(row.code or str(row.id) for row in rows if row.kind == kind.value)
        theirs = sorted(second[code.value].numerator)
        if ours != theirs:
            for won in sorted(set(ours) ^ set(theirs)) or [f"{len(ours)}/{len(theirs)}"]:
                yield Difference(period.code, code, "numerator", won)
