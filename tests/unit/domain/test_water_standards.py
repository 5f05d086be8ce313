"""Time limits, chairs, groups and confirmations of water works as the procedure sets them."""

from __future__ import annotations

from typing import Any

import pytest

from acceptance.domain.parties import PartyRole
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.gb_t_50363 import GB_T_50363_2006, GB_T_50363_2018
from acceptance.domain.standards.gb_t_50769 import GB_T_50769_2012
from acceptance.domain.standards.sl_176_confirmation import SL_176_2007_CONFIRMATION
from acceptance.domain.standards.sl_223 import BUILDERS, CHAIRING, OWNER, SL_223_2008
from acceptance.domain.standards.sl_631 import SL_631_2012, SL_635_2012
from acceptance.domain.standards.sl_703 import SL_703_2015
from acceptance.domain.standards.sl_t_223_2025 import SL_T_223_2025
from tests.support.worked_cases import ask

# Answer, notice, report, filing, certificate in working days, people of a unit, supervision body.
LIMITS: dict[str, tuple[Any, ...]] = {
    "part_works": (10, None, 10, 20, 30, 2, "核备"),
    "unit_works": (10, 10, 10, 20, 30, 3, "核定"),
    "contract_completion": (20, None, None, None, 30, None, ""),
    "owner_self_check": (None, 10, 10, None, 30, None, ""),
    "stage": (20, None, None, None, 30, None, ""),
    "technical_pre_acceptance": (None, None, None, None, None, None, ""),
    "completion": (20, None, None, None, 30, None, ""),
}


@pytest.mark.parametrize("kind", LIMITS)
def test_the_time_limits_of_an_acceptance(kind: str) -> None:
    rule = SL_223_2008.rule(kind)
    found = (
        rule.answer_days, rule.notice_days, rule.report_days, rule.filing_days,
        rule.certificate_days, rule.per_party, rule.by_supervision,
    )  # fmt: skip
    assert found == LIMITS[kind]


def test_every_acceptance_has_its_chair() -> None:
    by_chair = {OWNER: 4, CHAIRING: 3}
    chairs = [rule.chairs[0] for rule in SL_223_2008.acceptances]
    assert {chair: chairs.count(chair) for chair in chairs} == by_chair
    assert set(LIMITS) == {rule.kind for rule in SL_223_2008.acceptances}
    assert SL_223_2008.rule("part_works").chairs == (OWNER, PartyRole.SUPERVISOR)
    assert set(SL_223_2008.rule("unit_works").group) - set(BUILDERS) == {PartyRole.OPERATOR}


def test_limits_of_the_procedure_as_a_whole() -> None:
    rules = SL_223_2008
    assert (rules.plan_days, rules.completion_months, rules.extension_months) == (60, 12, 6)
    assert (rules.completion_apply_days, rules.handover_days, rules.transfer_days) == (30, 30, 60)
    assert rules.clause_of("transfer_days") == "第9章"
    with pytest.raises(KeyError):
        rules.rule("lunch")


def test_nobody_concludes_nothing() -> None:
    assert not SL_223_2008.carries(0, 0)
    assert SL_223_2008.carries(2, 3)


CONFIRMED = {
    "step": ("contractor", "supervisor", 1, ""),
    "unit_element": ("contractor", "supervisor", 1, ""),
    "key_unit_element": ("contractor", "supervisor", 5, "核备"),
    "part_works": ("contractor", "supervisor", 1, "核备"),
    "main_part_works": ("contractor", "supervisor", 1, "核定"),
    "appearance": (None, None, 1, "核定"),
    "unit_works": ("contractor", "supervisor", 1, "核定"),
    "project": ("supervisor", None, 1, "核定"),
}


@pytest.mark.parametrize("rated", CONFIRMED)
def test_who_rates_and_who_confirms(rated: str) -> None:
    way = SL_176_2007_CONFIRMATION.way(rated)
    assert (way.rates, way.checks, len(way.decides), way.supervision) == CONFIRMED[rated]


def test_the_contractor_never_decides_alone() -> None:
    for way in SL_176_2007_CONFIRMATION.ways:
        assert way.decides != (PartyRole.CONTRACTOR,)
    assert {way.rated for way in SL_176_2007_CONFIRMATION.ways} == set(CONFIRMED)


def test_the_standard_of_2025_does_not_grade_and_says_that_this_is_unsure() -> None:
    assert not SL_T_223_2025.has_excellent
    assert SL_T_223_2025.doubtful("grades", "replaces") == ("grades",)
    assert SL_T_223_2025.in_force == "2025-06-14"


@pytest.mark.parametrize("edition", [SL_631_2012, SL_635_2012, SL_703_2015, GB_T_50769_2012])
def test_no_clause_is_cited_that_nobody_has_seen(edition: Edition) -> None:
    assert (edition.clause, edition.clauses) == ("", {})
    short = ask("unit-element", main_rate=99, general_rates=[90])
    assert short["findings"][0]["clause"] == "SL 631-2012"


def test_what_has_not_been_seen_is_marked_whole() -> None:
    for edition in (GB_T_50769_2012, GB_T_50363_2018):
        assert set(edition.limits()) <= edition.unverified
    assert not GB_T_50363_2006.unverified
