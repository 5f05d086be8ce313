"""Lives as no honest office writes them down: the counts equal the recount all the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.spans import QUARTER, YEAR
from acceptance.queries.populations import RATE_CODES
from acceptance.queries.tallies import counts_by_area, counts_by_point
from tests.builders.lives import step
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, make_registry
from tests.integration.test_rates import ACTS, CITY, PROVINCE, compare, field

EVERYWHERE = (PROVINCE, CITY, COUNTY, *TOWNSHIPS)
FIRST = date(2011, 2, 1)
# Days lie before one another as often as behind; most of them at a turn of a month or a year.
DAYS = st.one_of(
    st.sampled_from(
        [date(2011, 12, 31), date(2012, 1, 1), date(2012, 2, 29), date(2012, 3, 1),
         date(2012, 3, 31), date(2012, 4, 1), date(2012, 12, 31), date(2013, 1, 1)]
    ),
    st.integers(0, 1000).map(lambda by: FIRST + timedelta(days=by)),
)  # fmt: skip
LIVES = st.lists(
    st.tuples(
        st.sampled_from(list(SizeClass)),
        st.sampled_from(list(Category)),
        st.sampled_from(EVERYWHERE),
        st.booleans(),
        st.lists(st.tuples(ACTS, DAYS), max_size=8),
    ),
    min_size=1,
    max_size=3,
)


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    session.commit()
    return made


@given(lives=LIVES, ends=st.lists(st.tuples(DAYS, DAYS), min_size=3, max_size=3),
       conditional=st.booleans())  # fmt: skip
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_days_in_no_order_and_projects_at_every_level(
    registry: Registry,
    lives: list[tuple[SizeClass, Category, str, bool, list[tuple[str, date]]]],
    ends: list[tuple[date, date]],
    *,
    conditional: bool,
) -> None:
    with registry.session.begin_nested() as attempt:
        for size, category, area, graded, acts in lives:
            rule_set = "GB 50300-2013" if graded else "SL/T 223-2025"
            project = registry.project(category, size, area, rule_set)
            for act, day in acts:
                step(registry, project, act, day)
        for pair in ends:
            for area in EVERYWHERE:
                compare(registry, Period(min(pair), max(pair)), area, conditional=conditional)
        for months in (QUARTER, YEAR):
            compare_points(registry, months, conditional=conditional)
        registry.session.expire_all()
        attempt.rollback()


def compare_points(registry: Registry, months: int, *, conditional: bool) -> None:
    """Each point of the trend is the figure of its own period."""
    session = registry.session
    whole = Period.cumulative(2011, 2013)
    for area in EVERYWHERE:
        around = field(registry, area, conditional=conditional)
        points = counts_by_point(session, whole, around, months)
        for year in (2011, 2012, 2013):
            for month in range(1, 13, months):
                own = counts_by_area(session, Period.of_months(year, month, months), around)
                name = (year * 12 + month - 1) // months
                for code in RATE_CODES:
                    assert points.rate(code, name) == own.rate(code, around.area), code
