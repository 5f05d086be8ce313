"""What a report takes beside the tiles: signed agreements, and weights counted in two ways."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from acceptance.domain.agreements import AgreementVerdict
from acceptance.domain.conclusions import Measure
from acceptance.domain.periods import Period
from acceptance.domain.reports import ReportedAgreement
from acceptance.persistence.projects import Project
from acceptance.queries.ask import Ask
from acceptance.queries.places import places
from acceptance.queries.populations import RATE_CODES
from acceptance.queries.report_agreements import reported_agreements
from acceptance.queries.tallies import counts_by_area
from acceptance.queries.weighing import weights_of
from acceptance.services.counting import count_all
from tests.builders.agreements import OTHER, signed
from tests.builders.lives import live_through
from tests.builders.registry import TOWNSHIPS, Registry, make_registry

TODAY = date(2015, 6, 15)
DAYS = "2015-01-05/2015-06-12"


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    live_through(made)
    return made


def reported(registry: Registry, ask: Ask) -> tuple[ReportedAgreement, ...]:
    around = places(registry.session, registry.leader, ask.area_code)
    assert around is not None
    return reported_agreements(registry.session, registry.leader, ask, around)


def asked(period: str, area: str = "621122", *, only: bool = False) -> Ask:
    return Ask(Period.parse(period), area, TODAY, conditional_counts=False, only=only)


def test_the_yearly_report_names_what_was_signed_and_what_came_of_it(registry: Registry) -> None:
    signed(registry, date(2015, 1, 8), area=TOWNSHIPS[0])
    (found,) = reported(registry, asked("2015"))
    assert (found.year, found.version, found.assessed_on) == (2015, 1, None)
    line = next(each for each in found.lines if each.indicator is OTHER.indicator)
    verdicts = {True: AgreementVerdict.MET, False: AgreementVerdict.NOT_MET}
    met = line.passed * 100 >= int(OTHER.value) * line.decided
    assert line.verdict is (verdicts[met] if line.decided else AgreementVerdict.NOT_ASSESSED)
    assert len(reported(registry, asked("2011..2015"))) == 1
    assert len(reported(registry, asked("2015", TOWNSHIPS[0]))) == 1
    for other in (asked("2015-Q2"), asked("2014"), asked("2015", only=True)):
        assert reported(registry, other) == ()


def test_weights_by_single_days_are_the_same_from_cells_and_from_rows(registry: Registry) -> None:
    session = registry.session
    session.execute(update(Project).where(Project.id % 3 > 0).values(floor_area=800, investment=90))
    count_all(session)
    ask = asked(DAYS)
    around = places(session, registry.leader, ask.area_code)
    assert around is not None
    field = ask.field(around)
    by_rows = weights_of(session, ask.period, field, RATE_CODES)
    for measure in (Measure.FLOOR_AREA, Measure.INVESTMENT):
        by_cells = counts_by_area(session, ask.period, field, measure)
        for code in RATE_CODES:
            assert by_rows[code][measure] == by_cells.weight(code, field.area)
    assert any(of[Measure.FLOOR_AREA][2] for of in by_rows.values())
