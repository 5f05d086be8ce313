"""Random lives of projects, through real rows: the counts equal the recount from the ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.people import SYSTEM
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.recount import recount
from acceptance.domain.spans import QUARTER, YEAR
from acceptance.persistence.rates import OvertakenCell, ProjectConclusion, RateCell
from acceptance.queries.ask import Ask
from acceptance.queries.behind import Question, codes_behind
from acceptance.queries.ledger import export_lines
from acceptance.queries.places import places
from acceptance.queries.populations import NOBODY, RATE_CODES, Field
from acceptance.queries.tallies import counts_by_area, counts_by_point
from acceptance.services.counting import count_all
from acceptance.workflow.stages import Stage
from tests.builders.lives import step
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, make_registry

PROVINCE, CITY = "620000", "621100"
NAMED = [Period.parse(text) for text in ("2011", "2012", "2012-Q1", "2012-Q4", "2011..2013")]
DAYS = st.dates(date(2011, 1, 1), date(2013, 12, 31))
PERIODS = st.one_of(
    st.sampled_from(NAMED),
    st.tuples(DAYS, DAYS).map(lambda pair: Period(min(pair), max(pair))),
)
ACTS = st.sampled_from(
    ["pass", "pass", "fail", "conditional", "abandon", "void", "void", "revoke", "problem", "close",
     "change"]
)  # fmt: skip


def lives_in(*areas: str) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """What projects of these areas go through."""
    return st.lists(
        st.tuples(
            st.sampled_from(list(SizeClass)),
            st.sampled_from([Category.BUILDING, Category.RURAL_ROAD, Category.WATER_SAVING]),
            st.sampled_from(areas),
            st.booleans(),
            st.sampled_from([None, 0, 1]),
            st.lists(st.tuples(ACTS, st.integers(0, 140)), max_size=7),
        ),
        max_size=4,
    )


LIVES = lives_in(*TOWNSHIPS)


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    session.commit()
    return made


def bureaus(registry: Registry) -> tuple[int | None, int | None]:
    """The two organisations that can answer for a project."""
    return registry.inspector.organisation_id, registry.other_approver.organisation_id


def live(registry: Registry, life: tuple[Any, ...]) -> None:
    """Let one project go through what was drawn; what is not possible is left out."""
    size, category, area, graded, unit, acts = life
    rule_set = "GB 50300-2013" if graded else "SL/T 223-2025"
    project = registry.project(category, size, area, rule_set)
    project.responsible_id = None if unit is None else bureaus(registry)[unit]
    day = date(2011, 2, 1)
    for act, days in acts:
        day += timedelta(days=days)
        step(registry, project, act, day)


def field(registry: Registry, code: str, *, conditional: bool = False) -> Field:
    """The projects of an area and of each area directly below it, as the pages ask for them."""
    around = places(registry.session, SYSTEM, code)
    assert around is not None
    return Ask(Period.year(2012), code, date(2012, 6, 1), conditional).field(around, parts=True)


def compare(registry: Registry, period: Period, area: str, *, conditional: bool) -> None:
    compare_field(registry, period, area, field(registry, area, conditional=conditional))


def compare_field(registry: Registry, period: Period, area: str, around: Field) -> None:
    """Both counts of the projects of an area, or of only some of them."""
    session = registry.session
    asked = {"size_class": around.size, "category": around.category, "responsible": around.unit}
    only: dict[str, object] = {name: value for name, value in asked.items() if value is not None}
    if around.unit == NOBODY:
        only["responsible"] = None
    if around.only:
        only["area"] = around.path
    counts = counts_by_area(session, period, around)
    second = recount(
        list(export_lines(session)), period, registry.areas[area].path,
        conditional_counts=around.conditional_counts, only=only,
    )  # fmt: skip
    very_area = replace(around, only=True, is_leaf=True, places={})
    own = counts_by_area(session, period, very_area) if around.places else counts
    for code in RATE_CODES:
        rate, other = counts.rate(code, around.area), second[code.value]
        question = Question(code, period, around)
        assert codes_behind(session, question) == (other.numerator, other.denominator), code
        assert (rate.passed, rate.decided) == (len(other.numerator), len(other.denominator)), code
        assert sum(counts.outcomes(code, around.area).values()) == rate.failed, code
        parts = [counts.rate(code, place) for place in around.places.values()]
        assert not parts or sum(parts, own.rate(code, around.area)) == rate, code


def periods_around_acts(session: Session) -> st.SearchStrategy[Period]:
    """Periods that begin and end at a day of a decision or beside it, where an error would hide."""
    decided = session.scalars(select(ProjectConclusion.decided_on).distinct()).all()
    days = [day + timedelta(days=by) for day in decided for by in (-1, 0, 1)] or [date(2011, 2, 1)]
    end = st.sampled_from(days)
    return st.tuples(end, end).map(lambda pair: Period(min(pair), max(pair)))


@given(lives=LIVES, period=PERIODS, area=st.sampled_from((PROVINCE, CITY, COUNTY, *TOWNSHIPS)),
       conditional=st.booleans(), data=st.data())  # fmt: skip
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_counts_equal_the_recount(
    registry: Registry,
    lives: list[tuple[Any, ...]],
    period: Period,
    area: str,
    conditional: bool,
    data: st.DataObject,
) -> None:
    with registry.session.begin_nested() as attempt:
        for life in lives:
            live(registry, life)
        compare(registry, period, area, conditional=conditional)
        for _ in range(6):
            near = data.draw(periods_around_acts(registry.session))
            compare(registry, near, area, conditional=conditional)
        registry.session.expire_all()
        attempt.rollback()


@given(
    lives=lives_in(COUNTY, *TOWNSHIPS),
    period=PERIODS,
    area=st.sampled_from((PROVINCE, CITY, COUNTY, *TOWNSHIPS)),
    size=st.sampled_from([None, *SizeClass]),
    category=st.sampled_from([None, Category.BUILDING, Category.RURAL_ROAD]),
    unit=st.sampled_from(["anybody", "nobody", "first", "second"]),
    very_area=st.booleans(),
)
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_narrowed_counts_equal_the_recount(
    registry: Registry,
    lives: list[tuple[Any, ...]],
    period: Period,
    area: str,
    size: SizeClass | None,
    category: Category | None,
    unit: str,
    *,
    very_area: bool,
) -> None:
    with registry.session.begin_nested() as attempt:
        for life in lives:
            live(registry, life)
        first, second = bureaus(registry)
        asked = {"anybody": None, "nobody": NOBODY, "first": first, "second": second}
        around = replace(
            field(registry, area), size=size, category=category, unit=asked[unit], only=very_area,
            is_leaf=very_area, places={},
        )  # fmt: skip
        compare_field(registry, period, area, around)
        registry.session.expire_all()
        attempt.rollback()


@given(lives=LIVES)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_kept_counts_equal_counts_made_anew(
    registry: Registry, lives: list[tuple[Any, ...]]
) -> None:
    session = registry.session

    def seen() -> list[Any]:
        return [
            sorted(
                tuple(row)
                for row in session.execute(select(table.__table__))
                if any(value for value in row[-10:] if isinstance(value, int))
            )
            for table in (RateCell, OvertakenCell, ProjectConclusion)
        ]

    with session.begin_nested() as attempt:
        for life in lives:
            live(registry, life)
        kept = seen()
        count_all(session)
        assert seen() == kept
        session.expire_all()
        attempt.rollback()


def test_points_of_the_trend_count_their_own_latest(registry: Registry) -> None:
    project = registry.project(Category.RURAL_ROAD, stage=Stage.HANDOVER_ACCEPTANCE)
    step(registry, project, "fail", date(2011, 3, 1))
    step(registry, project, "fail", date(2012, 5, 1))
    step(registry, project, "pass", date(2012, 11, 1))
    session, around = registry.session, field(registry, COUNTY)
    code, both = IndicatorCode.QUALITY_RURAL_ROAD, Period.cumulative(2011, 2012)
    years = counts_by_point(session, both, around, YEAR)
    quarters = counts_by_point(session, both, around, QUARTER)
    seen = [(r.passed, r.decided) for r in (years.rate(code, 2011), years.rate(code, 2012))]
    assert seen == [(0, 1), (1, 1)]
    assert [quarters.rate(code, q).decided for q in range(8044, 8052)] == [1, 0, 0, 0, 0, 1, 0, 1]
    assert not set(RATE_CODES) & set(AWARDS)


def test_the_unit_at_the_first_attempt_is_the_one_that_counts(registry: Registry) -> None:
    for unit in bureaus(registry):
        project = registry.project()
        project.responsible_id = unit
        step(registry, project, "fail", date(2011, 3, 1))
        project.responsible_id = None
    period, whole = Period.year(2011), field(registry, COUNTY)
    for unit in bureaus(registry):
        around = replace(whole, unit=unit)
        counts = counts_by_area(registry.session, period, around)
        assert counts.rate(IndicatorCode.FIRST_TIME_OTHER, whole.area).decided == 1
        compare_field(registry, period, COUNTY, around)


@pytest.mark.parametrize("first", [date(2011, 3, 4), date(2011, 3, 25)])
@pytest.mark.parametrize("again", [date(2013, 8, 5), date(2013, 8, 25), date(2011, 4, 8)])
def test_every_period_around_two_decisions(registry: Registry, first: date, again: date) -> None:
    """The days beside whole months and years are added or taken out; none is counted twice."""
    project = registry.project(Category.RURAL_ROAD, stage=Stage.HANDOVER_ACCEPTANCE)
    step(registry, project, "fail", first)
    step(registry, project, "pass", again)
    near = [timedelta(days=by) for by in (-1, 0, 1)]
    for begin in (first + by for by in near):
        for end in (again + by for by in near):
            for area in (PROVINCE, COUNTY, TOWNSHIPS[0]):
                compare(registry, Period(begin, end), area, conditional=False)


def test_a_path_leads_into_the_area_below_wherever_it_is_cut_off() -> None:
    field = Field(1, "62/", places={"62/6211/": 2, "62/621122101/": 3})
    paths = ("62/", "62/6211/", "62/6211/62112", "62/621122101/", "62/6212/")
    assert [field.place_of(path) for path in paths] == [None, 2, 2, 3, None]
