"""The statements that add single conclusions up, in the form of cells.

Values are bound by name: `conditional`, `under`, `reach`, `unit`, `begin` and `end` (dates).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    extract,
    func,
    literal,
    literal_column,
    or_,
    select,
)

from acceptance.domain.conclusions import CountedOutcome, Measure
from acceptance.domain.spans import Span, last_day
from acceptance.persistence.areas import Area
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.populations import Whose, in_area
from acceptance.queries.tally_cells import Asked, Statement, added_up, latest, point, signed

_UNPASSED = (CountedOutcome.CONDITIONAL, CountedOutcome.ABANDONED, CountedOutcome.OVERTURNED)
Row = ProjectConclusion


@cache
def conclusions(
    measure: Measure, names: tuple[str, ...], whose: Whose = Whose.ANYBODY
) -> Statement:
    """The conclusions from `begin` to `end`."""
    return added_up([_by_place(measure, names, _asked(whose), _decided())])


@cache
def overtaken(measure: Measure, names: tuple[str, ...], whose: Whose = Whose.ANYBODY) -> Statement:
    """Of these, what a later conclusion of the same days overtakes."""
    again = _by_place(measure, latest(names), _asked(whose), _decided(), is_overtaken())
    return added_up([again])


def overtaken_beside_cells(span: Span, measure: Measure, names: tuple[str, ...]) -> Asked:
    """What is overtaken inside the period and kept in no cell of pairs of its whole months: from
    the days before and into the days behind these months (which are taken out again where they
    belong to the months and not to the period), and what an earlier day overtakes, too."""
    values: dict[str, Any] = {"months_end": last_day(span.last)}
    edges = {name: edge for name in ("head", "tail") if (edge := getattr(span, name)) is not None}
    for name, edge in edges.items():
        values |= {name: edge.days.first, f"{name}_end": edge.days.last, f"{name}_sign": edge.sign}
    return _beside_cells(measure, latest(names), tuple(edges)), values


@cache
def _beside_cells(measure: Measure, names: tuple[str, ...], edges: tuple[str, ...]) -> Statement:
    few = _asked_among_few()
    in_order = (few, Row.overtaken_before.is_(None), Row.overtaken_by.is_not(None))
    which = {
        "head": (_on(Row.decided_on, "head"), Row.overtaken_by <= bindparam("months_end")),
        "tail": (_on(Row.overtaken_by, "tail"), Row.decided_on >= bindparam("begin")),
    }
    moved = (few, Row.overtaken_before.is_not(None), _decided(), is_overtaken())
    return added_up(
        [
            _by_place(measure, names, *moved),
            *(_by_place(measure, names, *in_order, *which[e], sign=f"{e}_sign") for e in edges),
        ]
    )


def _on(day: Any, edge: str) -> ColumnElement[bool]:
    found: ColumnElement[bool] = day.between(bindparam(edge), bindparam(f"{edge}_end"))
    return found


@cache
def moved_by_point(months: int, names: tuple[str, ...]) -> Statement:
    """What is overtaken inside the same stretch although an earlier day overtakes it, too."""
    stretch = point(_month(Row.decided_on), months)
    moved = (Row.overtaken_before.is_not(None), _in_same_stretch(stretch, months))
    return added_up([_by_stretch(stretch, latest(names), _asked_among_few(), *moved)])


@cache
def conclusions_by_point(months: int, names: tuple[str, ...], whose: Whose) -> Statement:
    """The conclusions of the very rows, by stretches of months."""
    stretch = point(_month(Row.decided_on), months)
    return added_up([_by_stretch(stretch, names, _asked(whose))])


@cache
def overtaken_rows_by_point(months: int, names: tuple[str, ...], whose: Whose) -> Statement:
    """Of these, what is overtaken inside the same stretch."""
    stretch = point(_month(Row.decided_on), months)
    same = _in_same_stretch(stretch, months)
    return added_up([_by_stretch(stretch, latest(names), _asked(whose), same)])


def is_overtaken() -> ColumnElement[bool]:
    """Whether the days from `begin` to `end` hold a later conclusion as well."""
    return or_(Row.overtaken_by <= bindparam("end"), Row.overtaken_before >= bindparam("begin"))


def _in_same_stretch(stretch: Any, months: int) -> ColumnElement[bool]:
    others = (Row.overtaken_by, Row.overtaken_before)
    return or_(*(point(_month(other), months) == stretch for other in others))


def _asked(whose: Whose = Whose.ANYBODY) -> ColumnElement[bool]:
    return and_(
        Row.conditional_counts == bindparam("conditional"),
        in_area(Row.area_id),
        whose.holds(Row.unit_id, bindparam("unit")),
    )


def _asked_among_few() -> ColumnElement[bool]:
    """The same where another condition leaves next to nothing: adding nothing to the area keeps a
    database from looking the many areas up one by one."""
    return and_(
        Row.conditional_counts == bindparam("conditional"),
        in_area(Row.area_id + 0),
    )


def _decided() -> ColumnElement[bool]:
    return Row.decided_on.between(bindparam("begin"), bindparam("end"))


def _month(day: Any) -> Any:
    # PostgreSQL extracts numbers with places, and would divide a month into a part of its stretch.
    year, month = (cast(extract(part, day), Integer) for part in ("year", "month"))
    return year * literal_column("12", Integer) + month - 1


def _by_place(measure: Measure, names: tuple[str, ...], *where: Any, sign: str = "") -> Statement:
    """Conclusions with the beginning of the path to where they lie, `reach` signs of it, so that the
    very many areas below a place are added up as one. Adding nothing to the id keeps a database
    from beginning with the areas."""
    place = func.substr(Area.path, 1, bindparam("reach"))
    return _counted(place, measure, names, Area.id == Row.area_id + 0, *where, sign=sign)


def _by_stretch(stretch: Any, names: tuple[str, ...], *where: Any) -> Statement:
    return _counted(stretch, Measure.PROJECTS, names, _decided(), *where)


def _counted(
    place: Any, measure: Measure, names: tuple[str, ...], *where: Any, sign: str = ""
) -> Statement:
    """Conclusions in the form of cells."""
    values = (signed(_value(name, measure), sign).label(name) for name in names)
    return select(place.label("place"), Row.size, Row.category, *values).where(*where)


def _value(name: str, measure: Measure) -> Any:
    """What one conclusion adds to a sum of cells."""
    weight = literal(1) if measure is Measure.PROJECTS else getattr(Row, measure.value)
    if name.endswith("_projects"):
        weight = cast(weight > 0, Integer)
    head, _, tail = name.partition("_")
    conditions: list[Any] = [Row.is_first] if head == "first" else []
    if name in {"accepted_graded", "graded_projects"}:
        conditions.append(Row.accepted_graded)
    elif name in {"excellent", "sound"} or tail == "passed":
        conditions.append(getattr(Row, tail or name))
    elif tail in {outcome.value for outcome in _UNPASSED}:
        conditions += [~Row.passed, Row.outcome == CountedOutcome(tail)]
    return case((and_(*conditions), weight), else_=0) if conditions else weight
