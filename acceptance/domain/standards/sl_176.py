"""水利水电工程施工质量检验与评定规程 SL 176-2007: grades of part works, unit works and projects.

Shares are percentages of counts, appearance is a percentage of its score. Replaced by SL/T 223-2025
on 2025-06-14; works begun or contracted before go on under the edition of their contract.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.sl_176_appearance import HYDRAULIC_STRUCTURES, AppearanceScore


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterGrades(Edition):
    """From which share on a level is 合格 or 优良 (5.1, 5.2).

    `blocks_groups` is the number of specimen groups from which test blocks have a grade of their
    own; below it 合格 is enough for an excellent part works.
    """

    part_excellent_share: Fraction = exact(70)
    key_excellent_share: Fraction = exact(90)
    blocks_groups: Fraction = exact(30)
    unit_excellent_share: Fraction = exact(70)
    appearance_share: Fraction = exact(70)
    appearance_share_excellent: Fraction = exact(85)
    project_excellent_share: Fraction = exact(70)


@dataclass(frozen=True, slots=True)
class AppearanceGrade:
    """One grade of an appearance item: from which share of its points, and what it earns."""

    grade: int
    points_share: Fraction
    score_share: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance(Edition):
    """外观质量评定 (4.3.7, appendix A): grades of an item, its sampling, the team, and the items of
    hydraulic structures (A.2.1). The tables of other works are set by the bureau."""

    grades: tuple[AppearanceGrade, ...]
    items: tuple[AppearanceScore, ...] = ()
    sampled_share: Fraction = exact(25)
    points_least: int = 10
    team_least: int = 5
    team_least_large: int = 7

    def grade_of_points(self, passed: int, points: int) -> AppearanceGrade:
        """The grade of so many passing points; the last grade takes what no other reaches."""
        share = Fraction(100 * passed, points)
        return next(grade for grade in self.grades if share >= grade.points_share)

    def grade(self, number: int) -> AppearanceGrade:
        """The grade of this number, the first being the best."""
        return self.grades[number - 1]


@dataclass(frozen=True, slots=True)
class Treatment:
    """What became of a failed unit element: the best grade left, and whether it is filed."""

    best_grade: str
    defect_record: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReworkLimits(Edition):
    """处理后的评定 (5.1.2) and 质量缺陷备案 (4.4.3, 4.4.4)."""

    treatments: dict[str, Treatment]


SL_176_2007 = WaterGrades(
    name="SL 176-2007",
    table="grades",
    title="水利水电工程施工质量检验与评定规程",
    clause="第5章",
    clauses={
        "part": "5.1.3",
        "part_excellent_share": "5.2.3",
        "key_excellent_share": "5.2.3",
        "blocks_groups": "5.2.3",
        "unit": "5.1.4",
        "appearance_share": "5.1.4",
        "unit_excellent_share": "5.2.4",
        "appearance_share_excellent": "5.2.4",
        "project": "5.1.5",
        "project_excellent_share": "5.2.5",
    },
)

SL_176_2007_APPEARANCE = Appearance(
    name="SL 176-2007",
    table="appearance",
    title="水利水电工程外观质量评定办法",
    clause="附录A",
    clauses={"team_least": "4.3.7", "team_least_large": "4.3.7"},
    grades=(
        AppearanceGrade(1, exact(100), exact(100)),
        AppearanceGrade(2, exact(90), exact(90)),
        AppearanceGrade(3, exact(70), exact(70)),
        AppearanceGrade(4, exact(0), exact(0)),
    ),
    items=HYDRAULIC_STRUCTURES,
    unverified=frozenset({"items"}),
)

SL_176_2007_REWORK = ReworkLimits(
    name="SL 176-2007",
    table="rework",
    title="单元工程质量达不到合格标准时的处理",
    clause="5.1.2",
    clauses={"defect_record": "4.4.3"},
    treatments={
        "redone": Treatment("excellent", defect_record=False),
        "strengthened_design_met": Treatment("qualified", defect_record=False),
        "accepted_below_design": Treatment("qualified", defect_record=True),
        "shape_changed": Treatment("qualified", defect_record=True),
    },
)
