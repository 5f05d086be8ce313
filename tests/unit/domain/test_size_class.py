"""The limits of the size classes, at each and just under it."""

from decimal import Decimal

import pytest

from acceptance.domain.projects import Category, SizeBasis, SizeClass
from acceptance.domain.size_class import Figures, contradiction, suggestions

L, M, S = SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL
YUAN = Decimal("0.01")
# Each limit of 建市〔2007〕171号 and of the investment line, at it and a fen under it.
TABLE = [
    (Category.BUILDING, "30000000", L, M),
    (Category.BUILDING, "3000000", M, S),
    (Category.OTHER, "3000000", M, S),
    (Category.MUNICIPAL, "30000000", L, M),
    (Category.MUNICIPAL, "10000000", M, S),
    (Category.RURAL_ROAD, "30000000", L, M),
    (Category.RURAL_ROAD, "5000000", M, S),
    (Category.WATER_SAVING, "30000000", L, M),
    (Category.WATER_SAVING, "2000000", M, S),
]


def by(basis: SizeBasis, figures: Figures) -> SizeClass | None:
    return next((s.size_class for s in suggestions(figures) if s.basis is basis), None)


@pytest.mark.parametrize(("category", "limit", "at", "under"), TABLE)
def test_amounts_of_171(category: Category, limit: str, at: SizeClass, under: SizeClass) -> None:
    amount = Decimal(limit)
    assert by(SizeBasis.RULE_171, Figures(category, amount)) is at
    assert by(SizeBasis.RULE_171, Figures(category, amount - YUAN)) is under


@pytest.mark.parametrize(
    ("category", "line"),
    [(c, "50000000" if c is Category.RURAL_ROAD else "30000000") for c in Category],
)
def test_the_investment_line(category: Category, line: str) -> None:
    assert by(SizeBasis.INVESTMENT, Figures(category, Decimal(line))) is M
    assert by(SizeBasis.INVESTMENT, Figures(category, Decimal(line) - YUAN)) is S


@pytest.mark.parametrize(
    ("area", "expected"), [("2999.99", S), ("3000", M), ("29999.99", M), ("30000", L)]
)
def test_the_highest_index_counts(area: str, expected: SizeClass) -> None:
    figures = Figures(Category.BUILDING, Decimal(1), floor_area=Decimal(area))
    assert by(SizeBasis.RULE_171, figures) is expected


def test_no_figure_no_suggestion() -> None:
    assert suggestions(Figures(Category.BUILDING)) == ()


@pytest.mark.parametrize(
    ("size_class", "basis", "contradicts"),
    [
        (S, SizeBasis.RULE_171, True),
        (M, SizeBasis.RULE_171, False),
        (L, SizeBasis.RULE_171, False),
        (S, SizeBasis.INVESTMENT, False),
        (M, SizeBasis.INVESTMENT, True),
        (L, SizeBasis.INVESTMENT, True),
        (L, SizeBasis.MANUAL, False),
    ],
)
def test_contradictions(size_class: SizeClass, basis: SizeBasis, contradicts: bool) -> None:
    figures = Figures(Category.BUILDING, Decimal(20_000_000))
    assert (contradiction(figures, size_class, basis) is not None) is contradicts
