"""公路工程质量检验评定标准 (JTG F80/1) appendix C: pavement concrete in bending, editions of 2017 and
2004. Strengths in MPa. The factor for few groups decides most small rural roads and is from memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition

_TITLE = "公路工程质量检验评定标准 第一册 土建工程"


@dataclass(frozen=True, slots=True)
class Relief:
    """One group from `least` to `most` groups may be lower than the ordinary limit, but not lower
    than `factor` of the design strength. `most` is None where there is no end."""

    least: int
    most: int | None
    factor: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class FlexuralStrength(Edition):
    """Pavement concrete in bending. `bands` are (from so many groups, K)."""

    bands: tuple[tuple[int, Fraction], ...]
    few_groups_mean_factor: Fraction
    minimum_factor: Fraction
    reliefs: tuple[Relief, ...]

    def factor(self, groups: int) -> Fraction | None:
        """K for so many groups; None where the few are judged without the deviation."""
        fitting = [factor for least, factor in self.bands if groups >= least]
        return fitting[-1] if fitting else None

    def relief(self, groups: int) -> Relief | None:
        """What one group of so many is allowed."""
        return next((e for e in self.reliefs if e.least <= groups <= (e.most or groups)), None)


_BANDS = ((11, exact("0.75")), (15, exact("0.70")), (20, exact("0.65")))
_OVER_TWENTY = Relief(21, None, exact("0.75"))

FLEXURAL_2017 = FlexuralStrength(
    name="JTG F80/1-2017",
    table="flexural",
    title=_TITLE,
    clause="附录C",
    bands=_BANDS,
    few_groups_mean_factor=exact("1.15"),
    minimum_factor=exact("0.85"),
    reliefs=(Relief(11, 19, exact("0.80")), _OVER_TWENTY),
    unverified=frozenset({"few_groups_mean_factor", "reliefs"}),
)

FLEXURAL_2004 = FlexuralStrength(
    name="JTG F80/1-2004",
    table="flexural",
    title=_TITLE,
    clause="附录C",
    bands=_BANDS,
    few_groups_mean_factor=exact("1.10"),
    minimum_factor=exact("0.85"),
    reliefs=(_OVER_TWENTY,),
    unverified=frozenset({"few_groups_mean_factor"}),
)
