"""What is still to come in a period that has not begun: what is due then, and meets then."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category
from acceptance.persistence.attempts import Attempt
from acceptance.queries.ask import Ask
from acceptance.queries.cascade import cascade_page
from acceptance.queries.explain import explain_page
from acceptance.queries.listing import Part
from acceptance.queries.rates import targets_page
from tests.builders.lives import step
from tests.builders.registry import Registry, make_registry

TODAY = date(2015, 6, 15)
CODE = IndicatorCode.FIRST_TIME_OTHER


@pytest.fixture
def registry(session: Session) -> Registry:
    """One project under way, and one that is due in the next year."""
    made = make_registry(session)
    step(made, made.project(Category.BUILDING), "open", TODAY)
    made.project(Category.BUILDING, due=date(2016, 3, 1))
    session.commit()
    return made


@pytest.mark.parametrize(
    ("period", "planned", "under_way"),
    [
        ("2015", 1, 1),
        ("2015-06", 1, 1),
        ("2015-06-15/2015-06-15", 1, 1),
        ("2015-06-01/2016-12-31", 2, 1),
        ("2016", 1, 0),
        ("2016-Q2", 0, 0),
        ("2100", 0, 0),
        ("2014", 0, 0),
    ],
)
def test_what_is_open_now_is_to_come_in_no_later_period(
    registry: Registry, period: str, planned: int, under_way: int
) -> None:
    ask = Ask(Period.parse(period), "", TODAY, conditional_counts=False)
    page = targets_page(registry.session, registry.leader, ask)
    assert page is not None
    tile = next(tile for tile in page.tiles if tile.code is CODE)
    assert (tile.planned, tile.under_way) == (planned, under_way)
    split = cascade_page(registry.session, registry.leader, ask, CODE)
    assert split is not None
    assert split.whole.planned == planned
    shown = explain_page(registry.session, registry.leader, ask, CODE, Part.UNDER_WAY)
    assert shown is not None
    assert (shown.planned, shown.counts[Part.UNDER_WAY]) == (planned, under_way)
    assert len(shown.lines) == under_way


def test_an_open_attempt_whose_meeting_is_next_year_is_to_come_then(registry: Registry) -> None:
    attempt = registry.session.scalars(select(Attempt)).one()
    attempt.meeting_on = date(2016, 1, 5)
    registry.session.flush()
    for period, under_way in (("2015", 1), ("2016-01", 1), ("2016-02", 0)):
        ask = Ask(Period.parse(period), "", TODAY, conditional_counts=False)
        page = targets_page(registry.session, registry.leader, ask)
        assert page is not None
        tile = next(tile for tile in page.tiles if tile.code is CODE)
        assert (period, tile.under_way, tile.planned) == (period, under_way, under_way)
