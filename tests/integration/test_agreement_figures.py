"""What comes of an agreement: progress, the yearly assessment, and who used the budget."""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.agreements import AgreedTarget, AgreementVerdict
from acceptance.domain.indicators import AwardKind, IndicatorCode
from acceptance.domain.periods import Period
from acceptance.domain.projects import Category
from acceptance.persistence.agreements import AgreementAssessment
from acceptance.persistence.ledger import LedgerRow
from acceptance.queries.agreement_pages import AgreementPage, agreement_list, agreement_page
from acceptance.queries.ask import Ask
from acceptance.queries.cascade import CascadePage, cascade_page
from acceptance.queries.explain import explain_page
from acceptance.queries.listing import Part
from acceptance.queries.populations import RATE_CODES
from acceptance.queries.rates import targets_page
from acceptance.services.agreements import SignAgreement, sign_agreement
from acceptance.services.assessments import assess
from acceptance.services.awards import RecordAward, record_award
from acceptance.services.errors import ForbiddenError, RefusedError
from acceptance.services.targets import SetTarget, set_target
from tests.builders.agreements import OTHER, drawn, signed
from tests.builders.lives import live_through, step
from tests.builders.registry import TOWNSHIPS, Registry, at, make_registry

TODAY = date(2015, 6, 15)
AFTER = date(2016, 1, 8)
FEITIAN = AgreedTarget(IndicatorCode.AWARD_FEITIAN, "1", 2011)


@pytest.fixture
def registry(session: Session) -> Registry:
    made = make_registry(session)
    goal = SetTarget(OTHER.indicator, 2015, "621122", "90")
    set_target(session, goal, made.administrator, at(date(2015, 1, 5)))
    live_through(made)
    of_unit(made, "pass", TOWNSHIPS[0])
    of_unit(made, "fail", TOWNSHIPS[1])
    of_unit(made, "", TOWNSHIPS[1])
    of_unit(made, "fail", "621122")
    session.commit()
    return made


def of_unit(registry: Registry, act: str, area: str) -> None:
    """A project that the other bureau answers for; without an act it is still due."""
    project = registry.project(Category.BUILDING, area=area, due=date(2015, 9, 1))
    project.responsible_id = registry.other_approver.organisation_id
    if act:
        step(registry, project, act, date(2015, 5, 4))


def page_of(registry: Registry, agreement: int, today: date = TODAY) -> AgreementPage:
    page = agreement_page(
        registry.session, registry.leader, agreement, today, conditional_counts=False
    )
    assert page is not None
    return page


def cascade_of(registry: Registry, code: IndicatorCode, area: str = "") -> CascadePage:
    ask = Ask(Period.parse("2015"), area, TODAY, False)
    page = cascade_page(registry.session, registry.leader, ask, code)
    assert page is not None
    return page


@pytest.mark.parametrize("code", RATE_CODES)
@pytest.mark.parametrize("area", ["", TOWNSHIPS[1]])
def test_the_parts_add_up_to_the_tile(registry: Registry, code: IndicatorCode, area: str) -> None:
    page = cascade_of(registry, code, area)
    ask = Ask(Period.parse("2015"), area, TODAY, False)
    targets = targets_page(registry.session, registry.leader, ask)
    assert targets is not None
    tile = next(tile for tile in targets.tiles if tile.code is code)
    assert (page.whole.rate, page.whole.planned) == (tile.rate, tile.planned)
    assert page.whole.budget == tile.budget
    for shares in (page.by_area, page.by_unit) if page.by_area else (page.by_unit,):
        assert sum(share.rate.decided for share in shares) == tile.rate.decided
        assert sum(share.rate.failed for share in shares) == tile.rate.failed
        assert sum(share.planned for share in shares) == tile.planned
    assert len(page.failures) == tile.rate.failed


def test_each_share_opens_its_list(registry: Registry) -> None:
    page = cascade_of(registry, OTHER.indicator)
    for share in (*page.by_area, *page.by_unit):
        # What lies in no township, and what no unit answers for, has no list of its own.
        if share.unit_id is None and share.place in {None, page.places.chosen}:
            continue
        ask = Ask(
            Period.parse("2015"),
            share.place.code if share.place else "",
            TODAY,
            False,
            unit=share.unit_id,
        )
        listed = explain_page(
            registry.session, registry.leader, ask, OTHER.indicator, Part.NOT_PASSED
        )
        assert listed is not None
        assert len(listed.lines) == share.rate.failed


def test_areas_stand_in_their_official_order(registry: Registry) -> None:
    page = cascade_of(registry, OTHER.indicator)
    codes = [share.place.code for share in page.by_area if share.place]
    assert codes == [*(place.code for place in page.places.parts), "621122"]


def test_only_who_signed_has_a_budget_of_its_own(registry: Registry) -> None:
    unit = registry.other_approver.organisation_id
    drawn(registry, TODAY, area="621122", unit=registry.leader.organisation_id)
    assert all(s.budget is None for s in cascade_of(registry, OTHER.indicator).by_unit)
    made = drawn(registry, TODAY, area="621122", unit=unit)
    from_unit = registry.other_approver
    sign(registry, made)
    page = cascade_of(registry, OTHER.indicator)
    own = {share.unit_id: share for share in page.by_unit}[from_unit.organisation_id]
    assert (own.rate.passed, own.rate.decided, own.planned, own.met) == (1, 3, 1, False)
    assert own.budget is not None
    assert (own.budget.allowed, own.budget.left, own.agreement) == (0, -2, made)
    assert [share.met for share in page.by_area] == [None] * len(page.by_area)


def sign(registry: Registry, agreement: int) -> None:
    command = SignAgreement(agreement, TODAY, "示例县建设局")
    sign_agreement(registry.session, command, registry.other_approver, at(TODAY))


def test_an_agreement_counts_its_own_projects_only(registry: Registry) -> None:
    unit = registry.other_approver.organisation_id
    of_town = page_of(registry, signed(registry, TODAY)).figures[0]
    made = signed(registry, TODAY, OTHER, FEITIAN, area="621122", unit=unit)
    of_bureau = page_of(registry, made).figures
    assert (of_bureau[0].rate.passed, of_bureau[0].rate.decided) == (1, 3)
    assert of_bureau[0].planned == 1
    assert of_town.rate.failed > 0
    ask = Ask(Period.parse("2015"), TOWNSHIPS[1], TODAY, False)
    tile = next(
        tile
        for tile in getattr(targets_page(registry.session, registry.leader, ask), "tiles", ())
        if tile.code is OTHER.indicator
    )
    assert (of_town.rate, of_town.planned, of_town.budget) == (tile.rate, tile.planned, tile.budget)
    assert of_bureau[1].now.verdict is AgreementVerdict.NOT_MET


def test_awards_are_counted_from_their_first_year(registry: Registry) -> None:
    made = signed(registry, TODAY, FEITIAN, area="621122")
    for day, expected in ((date(2010, 12, 31), 0), (date(2011, 1, 1), 1), (date(2015, 6, 1), 2)):
        award = RecordAward(AwardKind.FEITIAN, day, "621122", "示例工程")
        record_award(registry.session, award, registry.administrator, at(TODAY))
        assert page_of(registry, made).figures[0].now.passed == expected


def test_the_year_is_assessed_once_it_is_over_by_somebody_else(registry: Registry) -> None:
    made = signed(registry, TODAY, OTHER, AgreedTarget(IndicatorCode.QUALITY_WATER_SAVING, "100"))
    session = registry.session

    def refused(actor: object, day: date) -> list[str]:
        with pytest.raises(RefusedError) as error:
            assess(session, made, actor, at(day), conditional_counts=False)  # type: ignore[arg-type]
        return [finding.code for finding in error.value.findings]

    assert refused(registry.leader, date(2015, 12, 31)) == ["agreement_year_not_over"]
    own = registry.actor_in(registry.leader, TOWNSHIPS[1])
    assert refused(own, AFTER) == ["agreement_assesses_itself"]
    with pytest.raises(ForbiddenError):
        assess(session, made, registry.inspector, at(AFTER), conditional_counts=False)
    assess(session, made, registry.leader, at(AFTER), conditional_counts=False)
    assert refused(registry.leader, AFTER) == ["agreement_already_assessed"]
    lines = page_of(registry, made, AFTER).assessments[0].assessed.lines
    assert [line.verdict for line in lines] == ["not_met", "not_assessed"]
    act = session.scalars(select(LedgerRow).order_by(LedgerRow.seq.desc())).first()
    assert act is not None
    assert act.action == "agreement.assessed"
    row = session.scalars(select(AgreementAssessment)).one()
    assert json.loads(row.document)["ledger_position"] == act.seq - 1


def test_what_is_not_in_force_is_not_assessed(registry: Registry) -> None:
    old = signed(registry, TODAY)
    new = drawn(registry, TODAY)
    for version in (new, old):
        if version == old:
            sign(registry, new)
        with pytest.raises(RefusedError) as error:
            assess(registry.session, version, registry.leader, at(AFTER), conditional_counts=False)
        assert [finding.code for finding in error.value.findings] == ["agreement_not_in_force"]


def test_the_list_shows_what_is_in_force_and_what_waits(registry: Registry) -> None:
    first = signed(registry, TODAY)
    second = signed(registry, TODAY)
    third = drawn(registry, TODAY)
    lines = agreement_list(registry.session, registry.leader)
    assert [(line.id, line.in_force) for line in lines] == [(third, False), (second, True)]
    foreign = registry.actor_in(registry.leader, TOWNSHIPS[0])
    assert agreement_list(registry.session, foreign) == ()
    page = page_of(registry, first)
    assert [line.id for line in page.versions] == [third, second, first]
    assert (page.in_force, page.is_newest) == (False, False)
    assert agreement_page(registry.session, foreign, first, TODAY, conditional_counts=False) is None
