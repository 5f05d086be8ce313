"""公路工程质量检验评定标准 (JTG F80/1): strength of concrete in compression
(appendix D) and of mortar (appendix F), editions of 2017 and 2004. Strengths in MPa.

The factors of 2017 are from memory; the bureau confirms them from its printed copy.
"""

from __future__ import annotations

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.gb_50203 import MortarStrength
from acceptance.domain.standards.gb_t_50107 import Band, ConcreteStrength

_TITLE = "公路工程质量检验评定标准 第一册 土建工程"

JTG_CONCRETE_2017 = ConcreteStrength(
    name="JTG F80/1-2017", table="concrete",
    title=_TITLE,
    clause="附录D",
    bands=(
        Band(10, exact("1.15"), exact("0.90")),
        Band(15, exact("1.05"), exact("0.85")),
        Band(20, exact("0.95"), exact("0.85")),
    ),
    base=exact(1),
    deviation_floor=exact("2.5"),
    deviation_floor_share=exact(0),
    small_mean_factor=exact("1.15"),
    high_grade=exact(60),
    high_grade_mean_factor=exact("1.10"),
    small_minimum_factor=exact("0.95"),
    has_known_sigma=False,
    unverified=frozenset(
        {
            "bands", "deviation_floor", "small_mean_factor", "high_grade_mean_factor",
            "small_minimum_factor",
        }
    ),
)  # fmt: skip

JTG_CONCRETE_2004 = ConcreteStrength(
    name="JTG F80/1-2004",
    table="concrete",
    title=_TITLE,
    clause="附录D",
    bands=(
        Band(10, exact("1.70"), exact("0.90")),
        Band(15, exact("1.65"), exact("0.85")),
        Band(25, exact("1.60"), exact("0.85")),
    ),
    base=exact("0.9"),
    deviation_floor=exact(0),
    deviation_floor_share=exact("0.06"),
    small_mean_factor=exact("1.15"),
    high_grade=exact(60),
    high_grade_mean_factor=exact("1.15"),
    small_minimum_factor=exact("0.95"),
    has_known_sigma=False,
)

JTG_MORTAR_2017 = MortarStrength(
    name="JTG F80/1-2017",
    table="mortar",
    title=_TITLE,
    clause="附录F",
    mean_factor=exact("1.10"),
    minimum_factor=exact("0.85"),
    few_groups=0,
    few_groups_factor=exact("1.10"),
    unverified=frozenset({"mean_factor", "minimum_factor"}),
)
