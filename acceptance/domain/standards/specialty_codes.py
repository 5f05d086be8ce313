"""The 80 % rule of the specialty codes: how many points of a general item must conform, and how far
the others may be off. A dominant item (主控项目) conforms at every point in all of them.

`cap` is the largest deviation as a multiple of the tolerance, None where the code has no cap.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialtyCode(Edition):
    """The rule for general items (一般项目) of one code; the rate in percent."""

    general_rate: Fraction = exact(80)
    cap: Fraction | None = exact("1.5")


GB_50204_2015 = SpecialtyCode(
    name="GB 50204-2015",
    table="points",
    title="混凝土结构工程施工质量验收规范",
    clause="3.0.4",
    cap=None,
)
# 5.5.3: the cover of the upper bars of slabs and beams while they are being placed.
GB_50204_2015_BARS = SpecialtyCode(
    name="GB 50204-2015",
    table="bars",
    title="混凝土结构工程施工质量验收规范",
    clause="5.5.3",
    general_rate=exact(90),
)
GB_50203_2011 = SpecialtyCode(
    name="GB 50203-2011",
    table="points",
    title="砌体结构工程施工质量验收规范",
    clause="3.0.21",
    in_force="2012-05-01",
    unverified=frozenset({"in_force"}),
)
GB_50205_2020 = SpecialtyCode(
    name="GB 50205-2020",
    title="钢结构工程施工质量验收标准",
    clause="",
    cap=exact("1.2"),
    unverified=frozenset({"general_rate", "cap"}),
)
GB_50209_2010 = SpecialtyCode(
    name="GB 50209-2010", title="建筑地面工程施工质量验收规范", clause="3.0.22"
)
GB_50210_2018 = SpecialtyCode(
    name="GB 50210-2018",
    title="建筑装饰装修工程质量验收标准",
    clause="",
    unverified=frozenset({"general_rate", "cap"}),
)
JGJ_T_304_2013 = SpecialtyCode(
    name="JGJ/T 304-2013", title="住宅室内装饰装修工程质量验收规范", clause="3.0.8"
)
CJJ_1_2008 = SpecialtyCode(
    name="CJJ 1-2008",
    title="城镇道路工程施工与质量验收规范",
    clause="18.0.5",
    unverified=frozenset({"clause"}),
)
CJJ_2_2008 = SpecialtyCode(
    name="CJJ 2-2008",
    title="城市桥梁工程施工与质量验收规范",
    clause="23.0.5",
    unverified=frozenset({"clause"}),
)
GB_50268_2008 = SpecialtyCode(
    name="GB 50268-2008", title="给水排水管道工程施工及验收规范", clause="3.2.3"
)

SPECIALTY_CODES = (
    GB_50204_2015, GB_50204_2015_BARS, GB_50203_2011, GB_50205_2020, GB_50209_2010, GB_50210_2018,
    JGJ_T_304_2013, CJJ_1_2008, CJJ_2_2008, GB_50268_2008,
)  # fmt: skip
