"""What kinds of project there are, how they are sized, and the statutory levels of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """Kind of works; decides hierarchy, checklists and the indicators a project counts in."""

    BUILDING = "building"  # 房屋建筑
    MUNICIPAL = "municipal"  # 市政
    RURAL_ROAD = "rural_road"  # 农村公路
    WATER_SAVING = "water_saving"  # 节水改造
    OTHER = "other"  # 其他


class SizeClass(StrEnum):
    """大型、中型、小型."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"


class SizeBasis(StrEnum):
    """Why a project has its size class; shown wherever the class is shown."""

    RULE_171 = "171-2007"  # 建市〔2007〕171号
    INVESTMENT = "investment"  # 投资额标准
    MANUAL = "manual"  # 人工认定，须说明理由


class Grade(StrEnum):
    """Final grade of a project, where its rule set has grades."""

    EXCELLENT = "excellent"  # 优良
    QUALIFIED = "qualified"  # 合格


class Level(StrEnum):
    """A level of the works tree below the project."""

    UNIT = "unit"  # 单位工程
    DIVISION = "division"  # 分部工程
    ITEM = "item"  # 分项工程
    LOT = "lot"  # 检验批
    ELEMENT = "element"  # 单元工程


BUILDING_LEVELS = (Level.UNIT, Level.DIVISION, Level.ITEM, Level.LOT)
ROAD_LEVELS = (Level.UNIT, Level.DIVISION, Level.ITEM)
WATER_LEVELS = (Level.UNIT, Level.DIVISION, Level.ELEMENT)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The standard and edition a project is accepted under.

    `grades` says whether the rule set knows 优良; without it a project is "not graded".
    `verified` is False while the text has not been compared with the printed standard.
    """

    key: str
    title: str
    categories: tuple[Category, ...]
    levels: tuple[Level, ...]
    grades: bool
    grade_basis: str = ""
    verified: bool = True


_BUILT = (Category.BUILDING, Category.MUNICIPAL, Category.OTHER)

RULE_SETS: dict[str, RuleSet] = {
    rule_set.key: rule_set
    for rule_set in (
        RuleSet(
            "GB 50300-2013",
            "建筑工程施工质量验收统一标准",
            _BUILT,
            BUILDING_LEVELS,
            grades=True,
            grade_basis="GB/T 50375-2016",
        ),
        RuleSet(
            "GB 50300-2001",
            "建筑工程施工质量验收统一标准",
            _BUILT,
            BUILDING_LEVELS,
            grades=True,
            grade_basis="GB/T 50375-2006",
        ),
        RuleSet(
            "JTG F80/1-2017",
            "公路工程质量检验评定标准 第一册 土建工程",
            (Category.RURAL_ROAD,),
            ROAD_LEVELS,
            grades=True,
            grade_basis="公路工程竣（交）工验收办法（交通部令2004年第3号）",
        ),
        RuleSet(
            "JTG F80/1-2004",
            "公路工程质量检验评定标准 第一册 土建工程",
            (Category.RURAL_ROAD,),
            ROAD_LEVELS,
            grades=True,
            grade_basis="公路工程竣（交）工验收办法（交通部令2004年第3号）",
        ),
        RuleSet(
            "SL 176-2007",
            "水利水电工程施工质量检验与评定规程",
            (Category.WATER_SAVING,),
            WATER_LEVELS,
            grades=True,
            grade_basis="SL 176-2007 5.2.5",
        ),
        RuleSet(
            "SL 703-2015",
            "灌溉与排水工程施工质量评定规程",
            (Category.WATER_SAVING,),
            WATER_LEVELS,
            grades=True,
            grade_basis="SL 703-2015",
            verified=False,
        ),
        RuleSet(
            "SL/T 223-2025",
            "水利水电建设工程验收规程",
            (Category.WATER_SAVING,),
            WATER_LEVELS,
            grades=False,
            verified=False,
        ),
    )
}


def rule_sets_for(category: Category) -> tuple[RuleSet, ...]:
    """The rule sets a project of this category may be accepted under, newest practice first."""
    return tuple(r for r in RULE_SETS.values() if category in r.categories)
