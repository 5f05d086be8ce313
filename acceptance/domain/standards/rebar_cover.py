"""GB 50204-2015 appendix E: the cover of reinforcement found in the finished structure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class RebarCover(Edition):
    """Rates in percent, tolerances in mm; `cap` is a multiple of the tolerance."""

    pass_rate: Fraction
    resample_rate: Fraction
    cap: Fraction
    beam_tolerance: tuple[Fraction, Fraction]
    slab_tolerance: tuple[Fraction, Fraction]


REBAR_COVER_2015 = RebarCover(
    name="GB 50204-2015",
    table="cover",
    title="混凝土结构工程施工质量验收规范",
    clause="附录E",
    pass_rate=exact(90),
    resample_rate=exact(80),
    cap=exact("1.5"),
    beam_tolerance=(exact(-7), exact(10)),
    slab_tolerance=(exact(-5), exact(8)),
)
