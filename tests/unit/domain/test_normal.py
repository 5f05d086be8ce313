"""The normal distribution against values of printed tables, and its symmetry."""

from fractions import Fraction

import pytest

from acceptance.domain.arithmetic import exact, rounded
from acceptance.domain.normal import cumulative


@pytest.mark.parametrize(
    ("z", "places", "phi"),
    [
        ("0", 20, "0.50000000000000000000"),
        ("1", 15, "0.841344746068543"),
        ("1.96", 12, "0.975002104852"),
        ("2", 15, "0.977249868051821"),
        ("1.6448536269514722", 14, "0.95000000000000"),
        ("1.2815515655446004", 14, "0.90000000000000"),
        ("-3", 12, "0.001349898032"),
        ("6", 15, "0.999999999013412"),
        ("40", 20, "1.00000000000000000000"),
        ("-40", 20, "0E-20"),
    ],
)
def test_printed_values(z: str, places: int, phi: str) -> None:
    assert rounded(cumulative(exact(z)), places) == rounded(exact(phi), places)


@pytest.mark.parametrize("z", ["0.1", "1.5", "4", "9", "14.9"])
def test_the_two_tails_make_one(z: str) -> None:
    assert cumulative(exact(z)) + cumulative(-exact(z)) == 1


def test_it_rises() -> None:
    found = [cumulative(Fraction(n, 10)) for n in range(-80, 81)]
    assert found == sorted(set(found))
