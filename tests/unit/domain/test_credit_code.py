"""The unified social credit code (GB 32100-2015)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.credit_code import (
    ALPHABET,
    check_character,
    completed,
    doubts,
    errors,
    is_well_formed,
    normalised,
    organisation_check_character,
)

STEMS = st.text("0123456789", min_size=6, max_size=6).flatmap(
    lambda area: st.text(ALPHABET, min_size=8, max_size=8).map(lambda body: f"91{area}{body}")
)


@pytest.mark.parametrize("code", ["91310110666007217T", "91310115591693856A", "9144030071526726XG"])
def test_real_codes_hold(code: str) -> None:
    assert errors(code) == ()
    assert doubts(code) == ()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("91310110666007217U", {"credit_code_check"}),
        # A real code of an early pilot area: the standard says 3.
        ("91350211M00013FA1N", {"credit_code_check"}),
        ("913101106660072180", {"credit_code_check", "credit_code_organisation_check"}),
    ],
)
def test_a_failed_check_is_a_doubt_and_no_error(code: str, found: set[str]) -> None:
    assert errors(code) == ()
    assert found <= {finding.code for finding in doubts(code)}


def test_the_pilot_code_should_end_in_3() -> None:
    assert check_character("91350211M00013FA1") == "3"


@pytest.mark.parametrize(
    "code",
    [
        "",
        "91310110666007217",
        "91310110666007217TT",
        "9131011A666007217T",
        "9I310110666007217T",
        "91310110666OO7217T",
        "91310110666007217S",
        "91310110666007217T\n",
        "91310110666００7217T",
    ],
)
def test_a_wrong_form_is_an_error_and_raises_no_doubt(code: str) -> None:
    assert [finding.code for finding in errors(code)] == ["credit_code_form"]
    assert doubts(code) == ()


@pytest.mark.parametrize(
    "typed",
    [" 91310110666007217t ", "９１３１０１１０６６６００７２１７Ｔ", "91310110666007217T\n"],
)
def test_what_people_type_is_normalised(typed: str) -> None:
    assert normalised(typed) == "91310110666007217T"


def test_the_outer_remainder_gives_zero() -> None:
    assert check_character("0" * 17) == "0"


@pytest.mark.parametrize(
    ("body", "check"), [("66600721", "7"), ("59169385", "6"), ("71526726", "X"), ("00000000", "0")]
)
def test_the_ninth_character_of_an_organisation_code(body: str, check: str) -> None:
    assert organisation_check_character(body) == check


@given(STEMS)
def test_a_completed_code_holds(stem: str) -> None:
    code = completed(stem)
    assert is_well_formed(code)
    assert doubts(code) == ()


@given(STEMS, st.integers(8, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(stem: str, place: int, char: str) -> None:
    code = completed(stem)
    wrong = code[:place] + char + code[place + 1 :]
    assert (wrong == code) == (doubts(wrong) == ())


@given(STEMS, st.integers(8, 16))
def test_a_swap_of_unequal_neighbours_is_always_found(stem: str, place: int) -> None:
    code = completed(stem)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (swapped == code) == (doubts(swapped) == ())


@pytest.mark.parametrize("first", ["", "9131011066600721", "91310110666007217T"])
def test_only_seventeen_characters_have_a_check(first: str) -> None:
    with pytest.raises(ValueError, match="seventeen"):
        check_character(first)
