"""GB 50300-2013 5.0.1: what share of the points of an item must conform, by the class of the item.

主控项目 conform at every point. For 一般项目 the clause refers to the specialty codes; 80 % is what
those ask that name no share of their own (`specialty_codes`). 关键项目 are those of roads
(`jtg_f80_1`).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRates(Edition):
    """The least share of conforming points in percent."""

    dominant: Fraction
    general: Fraction


POINT_RATES_2013 = PointRates(
    name="GB 50300-2013",
    table="points",
    title="建筑工程施工质量验收统一标准",
    clause="5.0.1",
    in_force="2014-06-01",
    dominant=exact(100),
    general=exact(80),
)
