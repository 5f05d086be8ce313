"""The size class that the figures of a project lead to, by each of the two rules in use.

Nothing here decides: the class is chosen by a person and stored with its basis, and is never
recomputed silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

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


@dataclass(frozen=True, slots=True)
class _Limits:
    """From which figure on a project is medium or large; the limit belongs to the upper class."""

    medium: Decimal
    large: Decimal
    verified: bool = True

    def judge(self, figure: Decimal) -> SizeClass:
        if figure >= self.large:
            return SizeClass.LARGE
        return SizeClass.MEDIUM if figure >= self.medium else SizeClass.SMALL


def _limits(medium: str, large: str, *, verified: bool = True) -> _Limits:
    return _Limits(Decimal(medium), Decimal(large), verified)


_BY_AMOUNT = {
    Category.BUILDING: _limits("3000000", "30000000"),
    Category.OTHER: _limits("3000000", "30000000"),
    Category.MUNICIPAL: _limits("10000000", "30000000"),
    Category.RURAL_ROAD: _limits("5000000", "30000000", verified=False),
    Category.WATER_SAVING: _limits("2000000", "30000000", verified=False),
}
_BY_FLOOR_AREA = _limits("3000", "30000")
_BY_IRRIGATED_MU = _limits("5000", "500000", verified=False)

# Energy, transport and raw materials count from 50 million, everything else from 30 million.
_LINE = Decimal(30_000_000)
_LINE_OF_TRANSPORT = Decimal(50_000_000)


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
    judged: list[tuple[SizeClass, bool]] = []
    if figures.investment is not None:
        limits = _BY_AMOUNT[figures.category]
        judged.append((limits.judge(figures.investment), limits.verified))
    if figures.category is Category.BUILDING and figures.floor_area is not None:
        judged.append((_BY_FLOOR_AREA.judge(figures.floor_area), _BY_FLOOR_AREA.verified))
    if figures.category is Category.WATER_SAVING and figures.irrigated_mu is not None:
        judged.append((_BY_IRRIGATED_MU.judge(figures.irrigated_mu), _BY_IRRIGATED_MU.verified))
    if not judged:
        return ()
    highest, verified = max(judged, key=lambda pair: _ORDER.index(pair[0]))
    return (Suggestion(highest, SizeBasis.RULE_171, RULE_171, verified),)


def _by_investment(figures: Figures) -> tuple[Suggestion, ...]:
    if figures.investment is None:
        return ()
    road = figures.category is Category.RURAL_ROAD
    line = _LINE_OF_TRANSPORT if road else _LINE
    reached = SizeClass.MEDIUM if figures.investment >= line else SizeClass.SMALL
    return (Suggestion(reached, SizeBasis.INVESTMENT, INVESTMENT_LINE),)
