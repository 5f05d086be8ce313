"""What the migrations make of sums that are kept already is what would be counted anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from acceptance.persistence.engine import make_engine, writing
from acceptance.persistence.migrate import downgrade, upgrade
from acceptance.persistence.rates import OvertakenCell, RateCell
from acceptance.services.counting import count_all
from tests.builders.lives import live_through
from tests.builders.registry import make_registry

# The revision that kept months and years of both readings in full, with no pairs of years.
BEFORE = "20261125_2237"


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    upgrade(empty_database_url)
    made = make_engine(empty_database_url)
    with writing(made).begin() as session:
        live_through(make_registry(session))
    yield made
    made.dispose()


def kept(session: Session) -> list[list[dict[str, Any]]]:
    """The cells that say anything, in one order."""
    return [
        sorted(
            (dict(row) for row in session.execute(select(of.__table__)).mappings()),
            key=lambda row: [str(value) for value in row.values()],
        )
        for of in (RateCell, OvertakenCell)
    ]


def test_sums_that_were_kept_before_are_carried_over(
    engine: Engine, empty_database_url: str
) -> None:
    with writing(engine).begin() as session:
        count_all(session)
        before = kept(session)
    assert all(before)
    engine.dispose()
    downgrade(empty_database_url, BEFORE)
    upgrade(empty_database_url)
    with writing(engine).begin() as session:
        assert kept(session) == before
