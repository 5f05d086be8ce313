"""Random lives of projects, through real rows: the counts equal the recount from the ledger."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from acceptance.domain.indicators import AWARDS, IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.domain.quarters import quarters_of
from acceptance.domain.recount import recount
from acceptance.queries.behind import Question, codes_behind
from acceptance.queries.ledger import export_lines
from acceptance.queries.tallies import (
    QUARTER,
    RATE_CODES,
    YEAR,
    counts_by_area,
    counts_by_point,
)
from acceptance.services.counting import count_all
from acceptance.workflow.stages import Stage
from tests.builders.lives import step
from tests.builders.registry import COUNTY, TOWNSHIPS, Registry, make_registry

PERIODS = [Period.parse(text) for text in ("2011", "2012", "2012-Q1", "2012-Q4", "2011..2013")]
ACTS = st.sampled_from(
    ["pass", "pass", "fail", "conditional", "abandon", "void", "void", "revoke", "problem", "close",
     "change"]
)  # fmt: skip
LIVES = st.lists(
    st.tuples(
        st.sampled_from(list(SizeClass)),
        st.sampled_from([Category.BUILDING, Category.RURAL_ROAD, Category.WATER_SAVING]),
        st.sampled_from(TOWNSHIPS),
        st.booleans(),
        st.lists(st.tuples(ACTS, st.integers(0, 140)), max_size=7),
    ),
    max_size=4,
)


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    session.commit()
    return made


def live(registry: Registry, life: tuple[Any, ...]) -> None:
    """Let one project go through what was drawn; what is not possible is left out."""
    size, category, area, graded, acts = life
    rule_set = "GB 50300-2013" if graded else "SL/T 223-2025"
    project = registry.project(category, size, area, rule_set)
    day = date(2011, 2, 1)
    for act, days in acts:
        day += timedelta(days=days)
        step(registry, project, act, day)


def ids(registry: Registry, code: str) -> tuple[int, ...]:
    path = registry.areas[code].path
    return tuple(area.id for area in registry.areas.values() if area.path.startswith(path))


def compare(registry: Registry, period: Period, area: str, *, conditional: bool) -> None:
    session = registry.session
    first, last = quarters_of(period)
    places = ids(registry, area)
    counts = counts_by_area(session, first, last, places, conditional_counts=conditional)
    second = recount(
        list(export_lines(session)), period, registry.areas[area].path,
        conditional_counts=conditional,
    )  # fmt: skip
    for code in RATE_CODES:
        rate, other = counts.total(code), second[code.value]
        question = Question(code, first, last, places, conditional)
        assert codes_behind(session, question) == (other.numerator, other.denominator), code
        assert (rate.passed, rate.decided) == (len(other.numerator), len(other.denominator)), code


@given(lives=LIVES, period=st.sampled_from(PERIODS), area=st.sampled_from((COUNTY, *TOWNSHIPS)),
       conditional=st.booleans())  # fmt: skip
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_counts_equal_the_recount(
    registry: Registry, lives: list[tuple[Any, ...]], period: Period, area: str, conditional: bool
) -> None:
    with registry.session.begin_nested() as attempt:
        for life in lives:
            live(registry, life)
        compare(registry, period, area, conditional=conditional)
        registry.session.expire_all()
        attempt.rollback()


@given(lives=LIVES)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_kept_counts_equal_counts_made_anew(
    registry: Registry, lives: list[tuple[Any, ...]]
) -> None:
    session, places = registry.session, ids(registry, COUNTY)

    def seen() -> list[Any]:
        return [
            {key: rate for key, rate in counts.rates.items() if rate.decided}
            for conditional in (False, True)
            for counts in (
                counts_by_area(session, 8044, 8055, places, conditional_counts=conditional),
                counts_by_point(
                    session, 8044, 8055, places, QUARTER, conditional_counts=conditional
                ),
                counts_by_point(session, 8044, 8055, places, YEAR, conditional_counts=conditional),
            )
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
    session, places = registry.session, ids(registry, COUNTY)
    code = IndicatorCode.QUALITY_RURAL_ROAD
    years = counts_by_point(session, 8044, 8051, places, YEAR, conditional_counts=False)
    quarters = counts_by_point(session, 8044, 8051, places, QUARTER, conditional_counts=False)
    seen = [(r.passed, r.decided) for r in (years.rate(code, 2011), years.rate(code, 2012))]
    assert seen == [(0, 1), (1, 1)]
    assert [quarters.rate(code, q).decided for q in range(8044, 8052)] == [1, 0, 0, 0, 0, 1, 0, 1]
    assert not set(RATE_CODES) & set(AWARDS)
