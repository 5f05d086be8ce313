"""What an agreement judges: all projects of who signed it, in the year it was signed for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from acceptance.domain.periods import Period
from acceptance.domain.projects import Category, SizeClass
from acceptance.queries.ask import Ask
from acceptance.queries.cascade import CascadePage, cascade_page
from acceptance.queries.rates import TargetsPage, targets_page
from tests.builders.agreements import OTHER, signed
from tests.builders.lives import live_through, step
from tests.builders.registry import TOWNSHIPS, Registry, make_registry

TODAY = date(2015, 6, 15)
OF_THE_YEAR = Ask(Period.year(2015), "", TODAY, conditional_counts=False)


@pytest.fixture
def registry(session: Session) -> Registry:
    """A township and the other bureau have signed, and both have failures."""
    made = make_registry(session)
    live_through(made)
    unit = made.other_approver.organisation_id
    failed = made.project(Category.BUILDING, area=TOWNSHIPS[1])
    failed.responsible_id = unit
    step(made, failed, "fail", date(2015, 5, 4))
    signed(made, TODAY)
    signed(made, TODAY, area="621122", unit=unit)
    return made


def targets_of(registry: Registry, ask: Ask) -> TargetsPage:
    page = targets_page(registry.session, registry.leader, ask)
    assert page is not None
    return page


def cascade_of(registry: Registry, ask: Ask) -> CascadePage:
    page = cascade_page(registry.session, registry.leader, ask, OTHER.indicator)
    assert page is not None
    return page


def judged(registry: Registry, ask: Ask) -> tuple[bool, bool, bool]:
    """Whether a cell of the targets page, of the split by area and of that by unit is judged."""
    cells, split = targets_of(registry, ask).parts, cascade_of(registry, ask)
    return (
        any(met is not None for part in cells for met in part.met.values()),
        any(share.budget for share in split.by_area),
        any(share.budget for share in split.by_unit),
    )


def test_all_of_the_year_is_judged(registry: Registry) -> None:
    assert judged(registry, OF_THE_YEAR) == (True, True, True)


def test_some_projects_of_a_holder_are_not_judged_by_its_agreement(registry: Registry) -> None:
    for some in (
        replace(OF_THE_YEAR, category=Category.BUILDING),
        replace(OF_THE_YEAR, size=SizeClass.SMALL),
        replace(OF_THE_YEAR, only=True),
    ):
        assert judged(registry, some) == (False, False, False)


def test_a_unit_asked_for_is_judged_by_its_own_agreement_only(registry: Registry) -> None:
    unit = registry.other_approver.organisation_id
    assert judged(registry, replace(OF_THE_YEAR, unit=unit)) == (False, False, True)
    other = replace(OF_THE_YEAR, unit=registry.leader.organisation_id)
    assert judged(registry, other) == (False, False, False)
    assert unit not in {share.unit_id for share in cascade_of(registry, other).by_unit}


def test_a_township_is_not_judged_by_what_it_signed_for_another_year(registry: Registry) -> None:
    in_the_year = replace(OF_THE_YEAR, area_code=TOWNSHIPS[1])
    tiles = {tile.code: tile for tile in targets_of(registry, in_the_year).tiles}
    assert (tiles[OTHER.indicator].goal, tiles[OTHER.indicator].met) != (None, None)
    later = date(2016, 3, 1)
    project = registry.project(Category.BUILDING, area=TOWNSHIPS[1])
    step(registry, project, "fail", later)
    next_year = replace(in_the_year, period=Period.year(2016), today=later)
    tile = next(one for one in targets_of(registry, next_year).tiles if one.code is OTHER.indicator)
    assert tile.rate.decided > 0
    assert (tile.goal, tile.met, tile.budget) == (None, None, None)
