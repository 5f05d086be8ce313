"""Every limit of a standard, and every coefficient that a result names, has a title."""

from acceptance.domain.standards.register import EDITIONS
from acceptance.i18n.evaluation_titles import FIGURE_TITLES, WORD_TITLES
from acceptance.i18n.standard_titles import LIMIT_TITLES
from acceptance.i18n.table_titles import TABLE_TITLES
from tests.support.worked_cases import answer, worked_cases


def limits() -> set[str]:
    return {name for each in EDITIONS for name in (*each.limits(), *each.unverified)}


def coefficients() -> set[str]:
    found = (answer(case["method"], case["input"]).get("basis", {}) for case in worked_cases())
    return {name for b in found for name in (*b.get("coefficients", ()), *b.get("unverified", ()))}


def test_every_limit_has_a_title() -> None:
    assert limits() - set(LIMIT_TITLES) == set()


def test_every_coefficient_has_a_title() -> None:
    assert coefficients() - {*LIMIT_TITLES, *FIGURE_TITLES, *WORD_TITLES} == set()


def test_no_title_is_left_over() -> None:
    assert set(LIMIT_TITLES) - limits() - coefficients() == set()


def test_every_table_of_a_standard_has_a_title() -> None:
    assert {each.table for each in EDITIONS if each.table} == set(TABLE_TITLES)
