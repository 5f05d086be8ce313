"""GB 50204-2015 appendix C: specimens cured beside the works (同条件养护试件)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCured(Edition):
    """When they are tested: not before so many degree days (℃·d) and so many days."""

    site_degree_days: Fraction
    site_least_age: int


SITE_CURED_2015 = SiteCured(
    name="GB 50204-2015",
    table="site",
    title="混凝土结构工程施工质量验收规范",
    clause="附录C",
    site_degree_days=exact(600),
    site_least_age=14,
    unverified=frozenset({"site_degree_days", "site_least_age"}),
)
