"""公路工程质量检验评定标准 第一册 土建工程 (JTG F80/1), editions of 2017 and 2004.

What a share of good points must reach by the class of the item, how subgrade, layers and
deflection are judged by representative value, and the compaction that a subgrade needs.
Percentages throughout.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition

TITLE = "公路工程质量检验评定标准 第一册 土建工程"


@dataclass(frozen=True, slots=True)
class SubgradeCompaction:
    """Required degree of compaction of an earth subgrade (table 4.2.2) by the depth below its top."""

    upper_bed: Fraction  # 上路床 0 to 0.30 m
    lower_bed: Fraction  # 下路床 0.30 to 0.80 m
    upper_fill: Fraction  # 上路堤 0.80 to 1.50 m
    lower_fill: Fraction  # 下路堤 below 1.50 m


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadRules(Edition):
    """The limits of one edition.

    `margin` percentage points below the required compaction a point still counts as good,
    `surface_margin` for asphalt; `subgrade_extreme` points below it a single one fails the item.
    `confidence` is that of the representative value by class of road and layer, `deflection` the
    coefficient of the deviation by class of road, `subgrade_deflection` that of a subgrade where
    the edition has its own. A class that is not named has no known coefficient.
    """

    key: Fraction
    general: Fraction
    essential: Fraction
    mechatronic: Fraction
    margin: Fraction
    surface_margin: Fraction
    subgrade_extreme: Fraction
    subgrade: Mapping[str, SubgradeCompaction]
    confidence: Mapping[tuple[str, str], Fraction]
    deflection: Mapping[str, Fraction]
    subgrade_deflection: Mapping[str, Fraction] = field(default_factory=dict)

    def least_rate(self, item_class: str) -> Fraction:
        """The least share of good points of an item of this class."""
        return {
            "key": self.key,
            "general": self.general,
            "essential": self.essential,
            "mechatronic": self.mechatronic,
        }[item_class]


def _compaction(*percent: int) -> SubgradeCompaction:
    return SubgradeCompaction(*map(exact, percent))


# Class 3 and 4 with asphalt or concrete surfacing are built to the values of class 2 (from memory).
_SUBGRADE = {
    "expressway_first": _compaction(96, 96, 94, 93),
    "second": _compaction(95, 95, 94, 92),
    "third_fourth": _compaction(94, 94, 93, 90),
}
_CONFIDENCE = {
    ("expressway_first", "base"): exact("0.99"),
    ("expressway_first", "subgrade_surface"): exact("0.95"),
    ("other", "base"): exact("0.95"),
    ("other", "subgrade_surface"): exact("0.90"),
}
_FROM_MEMORY = frozenset({"confidence", "deflection", "essential", "subgrade_deflection"})

JTG_F80_1_2017 = RoadRules(
    name="JTG F80/1-2017", table="rates",
    title=TITLE,
    clause="3.2.5",
    in_force="2018-05-01",
    clauses={
        "margin": "附录B", "surface_margin": "附录B", "subgrade_extreme": "4.2.2",
        "subgrade": "4.2.2", "confidence": "附录B", "deflection": "附录J",
    },
    unverified=_FROM_MEMORY,
    key=exact(95),
    general=exact(80),
    essential=exact(100),
    mechatronic=exact(100),
    margin=exact(2),
    surface_margin=exact(1),
    subgrade_extreme=exact(5),
    subgrade=_SUBGRADE,
    confidence=_CONFIDENCE,
    deflection={
        "expressway": exact("1.65"), "first": exact("1.28"), "second": exact("1.04"),
        "third": exact("0.84"), "fourth": exact("0.52"),
    },
)  # fmt: skip

JTG_F80_1_2004 = RoadRules(
    name="JTG F80/1-2004", table="rates",
    title=TITLE,
    clause="3.2.5",
    clauses={
        **JTG_F80_1_2017.clauses, "deflection": "附录I", "subgrade_deflection": "附录I",
    },
    unverified=_FROM_MEMORY | {"key"},
    key=exact(90),
    general=exact(80),
    essential=exact(100),
    mechatronic=exact(100),
    margin=exact(2),
    surface_margin=exact(1),
    subgrade_extreme=exact(5),
    subgrade=_SUBGRADE,
    confidence=_CONFIDENCE,
    deflection={
        "expressway": exact("1.645"), "first": exact("1.645"),
        "second": exact("1.5"), "third": exact("1.5"),
    },
    subgrade_deflection={
        "expressway": exact("2.0"), "first": exact("2.0"),
        "second": exact("1.645"), "third": exact("1.645"),
    },
)  # fmt: skip
