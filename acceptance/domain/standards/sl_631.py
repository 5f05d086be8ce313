"""水利水电工程单元工程施工质量验收评定标准: SL 631-2012 to SL 639-2013, by kind of works.

Shares are percentages of the points, steps or holes of one unit element. A unit element without
steps, and a step, is judged by its items; one with steps by its steps. The clauses have not been
seen, so that none is cited.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitElements(Edition):
    """How one kind of unit element is rated.

    `excellent_steps_share` holds beside the rule that every main step is excellent. `tolerance_cap`
    is how far a failing point of a general item may go beyond its tolerance, as a multiple, None
    where no such line is known. `review_hours` and `review_days` (working days) bound the
    supervisor's review of a step and of a unit element.
    """

    main_share: Fraction = exact(100)
    general_share: Fraction = exact(70)
    general_share_excellent: Fraction = exact(90)
    excellent_steps_share: Fraction = exact(50)
    tolerance_cap: Fraction | None = None
    review_hours: int = 4
    review_days: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MetalStructures(UnitElements):
    """SL 635: 优良 is counted by items, every main item being excellent."""

    excellent_items_share: Fraction = exact(70)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foundations(UnitElements):
    """SL 633: 优良 of grouting and piles is counted by single holes."""

    excellent_holes_share: Fraction = exact(70)


_REVIEW = frozenset({"review_hours", "review_days"})

SL_631_2012 = UnitElements(
    name="SL 631-2012",
    title="水利水电工程单元工程施工质量验收评定标准——土石方工程",
    clause="",
    unverified=_REVIEW,
)
SL_632_2012 = UnitElements(
    name="SL 632-2012",
    title="水利水电工程单元工程施工质量验收评定标准——混凝土工程",
    clause="",
    unverified=_REVIEW,
)
SL_633_2012 = Foundations(
    name="SL 633-2012",
    title="水利水电工程单元工程施工质量验收评定标准——地基处理与基础工程",
    clause="",
    unverified=_REVIEW | {"excellent_holes_share"},
)
SL_634_2012 = UnitElements(
    name="SL 634-2012",
    table="dikes",
    title="水利水电工程单元工程施工质量验收评定标准——堤防工程",
    clause="",
    unverified=_REVIEW,
)
SL_634_2012_DREDGING = UnitElements(
    name="SL 634-2012",
    table="dredging",
    title="水利水电工程单元工程施工质量验收评定标准——堤防工程（疏浚）",
    clause="",
    general_share=exact(90),
    general_share_excellent=exact(95),
    unverified=_REVIEW | {"general_share", "general_share_excellent"},
)
SL_635_2012 = MetalStructures(
    name="SL 635-2012",
    title="水利水电工程单元工程施工质量验收评定标准——水工金属结构安装工程",
    clause="",
    general_share=exact(90),
    tolerance_cap=exact("1.2"),
    unverified=_REVIEW
    | {"general_share", "general_share_excellent", "tolerance_cap", "excellent_items_share"},
)

# The remaining parts, for the choice of a standard; their own lines are not at hand.
OTHER_PARTS = {
    "SL 636-2012": "水轮发电机组安装工程",
    "SL 637-2012": "水力机械辅助设备系统安装工程",
    "SL 638-2013": "发电电气设备安装工程",
    "SL 639-2013": "升压变电电气设备安装工程",
}
