"""Sizes of works: 建市〔2007〕171号《注册建造师执业工程规模标准》（试行）, and the line by investment.

Each kind of works has an index or more; a limit belongs to the upper class, in the printed table
of cooling towers alone it does not. Amounts are in 万元, lengths of roads in km.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.projects import SizeClass
from acceptance.domain.standards.size_171_rows import ROWS, UNVERIFIED

RULE_171 = "建市〔2007〕171号"
INVESTMENT = "基本建设项目大中型划分标准"


@dataclass(frozen=True, slots=True)
class SizeLimits:
    """From which value on works are medium or large. `strict` leaves the large limit to the lower
    class; `falling` is an index whose small values are the large works (the class of a dike)."""

    medium: Fraction
    large: Fraction
    strict: bool = False
    falling: bool = False

    def judge(self, value: Fraction) -> SizeClass:
        """The class of one value."""
        at = -value if self.falling else value
        medium, large = (-limit if self.falling else limit for limit in (self.medium, self.large))
        if at > large or (at == large and not self.strict):
            return SizeClass.LARGE
        return SizeClass.MEDIUM if at >= medium else SizeClass.SMALL


def _limits(row: Mapping[str, tuple[str, str]], kind: str) -> dict[str, SizeLimits]:
    return {
        index: SizeLimits(
            exact(medium), exact(large), strict=kind == "cooling_tower", falling=index == "level"
        )
        for index, (medium, large) in row.items()
    }


SIZES_171: Mapping[str, Mapping[str, SizeLimits]] = {
    kind: _limits(row, kind) for kind, row in ROWS.items()
}
"""The limits by kind of works and index."""

# The line only parts the large and medium (大中型) from the small, in 万元.
LINE = exact(3000)
LINE_OF_PRODUCTION = exact(5000)
PRODUCTION = frozenset({"energy", "transport", "raw_materials", "highway", "hydropower"})
"""Energy, transport and raw materials, for which the higher line holds."""


def line_of(kind: str) -> Fraction:
    """The investment in 万元 from which on a project is large or medium."""
    return LINE_OF_PRODUCTION if kind in PRODUCTION else LINE


def is_verified(kind: str, index: str) -> bool:
    """Whether the limits of this row were seen in a copy of the text."""
    return not UNVERIFIED.get(kind, frozenset()) & {index, "*"}
