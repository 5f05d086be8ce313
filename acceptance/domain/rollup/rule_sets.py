"""The rules of a roll-up by the rule set of a project."""

from __future__ import annotations

from acceptance.domain.projects import Level
from acceptance.domain.rollup.by_demands import Demands
from acceptance.domain.rollup.by_grades import WaterLevels
from acceptance.domain.rollup.rules import LevelJudge, Rules
from acceptance.domain.standards.gb_50300 import GB_50300_2001, GB_50300_2013, UnifiedStandard
from acceptance.domain.standards.gb_50300_words import Demand, Remedy
from acceptance.domain.standards.gb_50300_words import Level as BuildingLevel
from acceptance.domain.standards.jtg_levels import (
    JTG_F80_1_2004_LEVELS,
    JTG_F80_1_2017_LEVELS,
    RoadLevels,
)
from acceptance.domain.standards.sl_176 import (
    SL_176_2007,
    SL_176_2007_REWORK,
    ReworkLimits,
    WaterGrades,
)
from acceptance.domain.standards.sl_703 import SL_703_2015_REWORK, SL_703_2015_WORKS
from acceptance.domain.standards.sl_t_223_2025 import SL_T_223_2025

_LEVELS = {
    BuildingLevel.SUB_ITEM: Level.ITEM,
    BuildingLevel.DIVISION: Level.DIVISION,
    BuildingLevel.UNIT: Level.UNIT,
}


def _building(edition: UnifiedStandard) -> Rules:
    clauses = {rule.remedy: f"{edition.name} {rule.clause}" for rule in edition.remedies}
    entity = clauses.get(Remedy.ENTITY_TESTED, "")
    rules = {rule.level: rule for rule in edition.levels}
    judges: dict[Level | None, LevelJudge] = {
        level: Demands(edition, "levels", rules[key].clause, rules[key].demands, entity)
        for key, level in _LEVELS.items()
    }
    # A project of several unit works is accepted unit by unit; it passes when all of them have.
    whole = Demands(edition, "levels", rules[BuildingLevel.UNIT].clause)
    return Rules(
        judges={**judges, None: whole},
        leaf_clause=f"{edition.name} {rules[BuildingLevel.LOT].clause}",
        forbidding=clauses[Remedy.STILL_UNSAFE],
        tables=(edition,),
    )


def _road(edition: RoadLevels) -> Rules:
    division, unit = (
        Demands(edition, "demands", edition.clause_of(level), edition.demands, edition.entity_rule)
        for level in ("division", "unit")
    )
    return Rules(
        judges={
            Level.DIVISION: division,
            Level.UNIT: unit,
            None: Demands(edition, "demands", edition.clause_of("project")),
        },
        leaf_clause=edition.cited("item"),
        forbidding=edition.cited("rework"),
        tables=(edition,),
    )


def _water(table: WaterGrades, rework: ReworkLimits) -> Rules:
    levels = WaterLevels(table)
    return Rules(
        judges={Level.DIVISION: levels.division, Level.UNIT: levels.unit, None: levels.project},
        leaf_clause=rework.cited("treatments"),
        forbidding=rework.cited("treatments"),
        has_grades=True,
        defect_clause=rework.cited("defect_record"),
        rework=rework,
        tables=(table, rework),
    )


# The text of 2025 is not at hand: a level passes when its parts have, without grade or clause.
_PASS_ONLY = Demands(SL_T_223_2025, "levels", "")
_WATER_2025 = Rules(
    judges={Level.DIVISION: _PASS_ONLY, Level.UNIT: _PASS_ONLY, None: _PASS_ONLY},
    leaf_clause=SL_T_223_2025.name,
    forbidding=SL_T_223_2025.name,
    tables=(SL_T_223_2025,),
)

RULES: dict[str, Rules] = {
    "GB 50300-2013": _building(GB_50300_2013),
    "GB 50300-2001": _building(GB_50300_2001),
    "JTG F80/1-2017": _road(JTG_F80_1_2017_LEVELS),
    "JTG F80/1-2004": _road(JTG_F80_1_2004_LEVELS),
    "SL 176-2007": _water(SL_176_2007, SL_176_2007_REWORK),
    "SL 703-2015": _water(SL_703_2015_WORKS, SL_703_2015_REWORK),
    "SL/T 223-2025": _WATER_2025,
}

_BY_EDITION = {
    edition.name: {
        level: rule.demands
        for rule in edition.levels
        if (level := _LEVELS.get(rule.level)) is not None
    }
    for edition in (GB_50300_2013, GB_50300_2001)
}
_OF_ROADS = {
    edition.name: {Level.DIVISION: edition.demands, Level.UNIT: edition.demands}
    for edition in (JTG_F80_1_2017_LEVELS, JTG_F80_1_2004_LEVELS)
}
DEMANDS: dict[str, dict[Level, tuple[Demand, ...]]] = {**_BY_EDITION, **_OF_ROADS}
"""The demands of each level, of the rule sets that judge by demands."""
