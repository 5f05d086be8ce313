"""Which passwords are refused, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.passwords import LONGEST, SHORTEST, weaknesses


@pytest.mark.parametrize(
    ("password", "codes"),
    [
        ("four plain words", []),
        ("水渠闸门衬砌渗漏试验", []),
        ("a b c d e f", []),
        ("ninechars", ["password_too_short"]),
        ("x y z w " * 17, ["password_too_long"]),
        ("1234567890", ["password_common"]),
        ("Password123", ["password_common"]),
        ("１２３４５６７８９０", ["password_common"]),
        ("ababababab", ["password_common"]),
        ("longxi2011!", ["password_common"]),
        ("陇西县1234567", ["password_common"]),
        ("123longxi456", ["password_common"]),
        ("my insp.a password", ["password_contains_login"]),
        ("MY INSP.A PASSWORD", ["password_contains_login"]),
        ("insp.a", ["password_too_short", "password_contains_login"]),
        ("", ["password_too_short", "password_common"]),
    ],
)
def test_reasons(password: str, codes: list[str]) -> None:
    assert [finding.code for finding in weaknesses(password, "insp.a")] == codes


@given(st.text())
def test_length_alone_decides_about_length(password: str) -> None:
    codes = {finding.code for finding in weaknesses(password, "nobody")}
    assert ("password_too_short" in codes) == (len(password) < SHORTEST)
    assert ("password_too_long" in codes) == (len(password) > LONGEST)


def test_a_login_not_typed_yet_is_in_no_password() -> None:
    assert weaknesses("four plain words", "") == ()
