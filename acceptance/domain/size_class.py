"""The size class that the figures of a project lead to, by each of the two rules in use.

Nothing here decides: the class is chosen by a person and stored with its basis, and is never
recomputed silently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from acceptance.domain.evaluation.methods.size import Indices, Works, size_class
from acceptance.domain.projects import Category, SizeBasis, SizeClass

RULE_171 = "建市〔2007〕171号《注册建造师执业工程规模标准》（试行）"
INVESTMENT_LINE = "基本建设项目大中型划分标准（投资额）"

_ORDER = (SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of a project: investment in CNY, floor area in m², irrigated area in mu."""

    category: Category
    investment: Decimal | None = None
    floor_area: Decimal | None = None
    irrigated_mu: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A class with the rule that leads to it. `verified` is False where a limit is from memory."""

    size_class: SizeClass
    basis: SizeBasis
    source: str
    verified: bool = True


# The row of the table that a category is sized by when only its amount is known.
_BY_AMOUNT = {
    Category.BUILDING: "other_building",
    Category.OTHER: "other_building",
    Category.MUNICIPAL: "road_base",
    Category.RURAL_ROAD: "highway",
    Category.WATER_SAVING: "other_water",
}
_WAN = 10_000
"""万元 in yuan: the unit of the amounts in both rules."""


def suggestions(figures: Figures) -> tuple[Suggestion, ...]:
    """What each rule says of these figures; nothing where no figure is known."""
    return (*_by_rule_171(figures), *_by_investment(figures))


def contradiction(figures: Figures, size_class: SizeClass, basis: SizeBasis) -> Suggestion | None:
    """The suggestion that a class chosen on `basis` contradicts, or None.

    Under 171号 the highest class of any index counts and other indexes (storeys, height, span) are
    not known here, so a higher class is no contradiction. The investment line only parts the large
    and medium from the small.
    """
    for said in suggestions(figures):
        if said.basis is not basis:
            continue
        if basis is SizeBasis.RULE_171 and _ORDER.index(size_class) < _ORDER.index(said.size_class):
            return said
        small = SizeClass.SMALL
        if basis is SizeBasis.INVESTMENT and (size_class is small) != (said.size_class is small):
            return said
    return None


def _by_rule_171(figures: Figures) -> tuple[Suggestion, ...]:
    judged = [
        _evaluated(SizeBasis.RULE_171, kind, index, value)
        for kind, index, value in _indices(figures)
    ]
    if not judged:
        return ()
    highest, verified = max(judged, key=lambda pair: _ORDER.index(pair[0]))
    return (Suggestion(highest, SizeBasis.RULE_171, RULE_171, verified),)


def _evaluated(basis: SizeBasis, kind: str, index: str, value: Fraction) -> tuple[SizeClass, bool]:
    """The class by the evaluation `size-class`, and whether its limits were seen in print."""
    known: dict[str, Any] = {index: value}
    found = size_class(Works(basis=basis.value, kind=kind, indices=Indices(**known)))
    return SizeClass(str(found.figures["size_class"])), not found.basis.unverified


def _indices(figures: Figures) -> Iterator[tuple[str, str, Fraction]]:
    """The rows and indices of the table that these figures answer."""
    if figures.investment is not None:
        yield _BY_AMOUNT[figures.category], "contract_wan", Fraction(figures.investment) / _WAN
    if figures.category is Category.BUILDING and figures.floor_area is not None:
        yield "building", "area_m2", Fraction(figures.floor_area)
    if figures.category is Category.WATER_SAVING and figures.irrigated_mu is not None:
        yield "irrigation", "area_mu", Fraction(figures.irrigated_mu)


def _by_investment(figures: Figures) -> tuple[Suggestion, ...]:
    if figures.investment is None:
        return ()
    kind = "highway" if figures.category is Category.RURAL_ROAD else "other"
    wan = Fraction(figures.investment) / _WAN
    reached, verified = _evaluated(SizeBasis.INVESTMENT, kind, "investment_wan", wan)
    return (Suggestion(reached, SizeBasis.INVESTMENT, INVESTMENT_LINE, verified),)
