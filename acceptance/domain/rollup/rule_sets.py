"""The rules of a roll-up by the rule set of a project."""

from __future__ import annotations

from acceptance.domain.projects import Level
from acceptance.domain.rollup import by_grades
from acceptance.domain.rollup.by_demands import judge_of
from acceptance.domain.rollup.rules import LevelJudge, Rules
from acceptance.domain.standards.gb_50300 import GB_50300_2001, GB_50300_2013, UnifiedStandard
from acceptance.domain.standards.gb_50300_words import Demand, Remedy
from acceptance.domain.standards.gb_50300_words import Level as BuildingLevel
from acceptance.domain.standards.jtg_levels import (
    JTG_F80_1_2004_LEVELS,
    JTG_F80_1_2017_LEVELS,
    RoadLevels,
)
from acceptance.domain.standards.sl_176 import SL_176_2007_REWORK

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
        level: judge_of(rules[key].demands, f"{edition.name} {rules[key].clause}", entity)
        for key, level in _LEVELS.items()
    }
    # A project of several unit works is accepted unit by unit; it passes when all of them have.
    whole = judge_of(
        (Demand.PARTS_PASSED,), f"{edition.name} {rules[BuildingLevel.UNIT].clause}", ""
    )
    return Rules(
        judges={**judges, None: whole},
        leaf_clause=f"{edition.name} {rules[BuildingLevel.LOT].clause}",
        forbidding=clauses[Remedy.STILL_UNSAFE],
    )


def _road(edition: RoadLevels) -> Rules:
    return Rules(
        judges={
            Level.DIVISION: judge_of(
                edition.demands, edition.cited("division"), edition.entity_rule
            ),
            Level.UNIT: judge_of(edition.demands, edition.cited("unit"), edition.entity_rule),
            None: judge_of((Demand.PARTS_PASSED,), edition.cited("project"), ""),
        },
        leaf_clause=edition.cited("item"),
        forbidding=edition.cited("rework"),
    )


_REWORK = f"{SL_176_2007_REWORK.name} {SL_176_2007_REWORK.clause}"
_WATER = Rules(
    judges={
        Level.DIVISION: by_grades.division, Level.UNIT: by_grades.unit, None: by_grades.project,
    },
    leaf_clause=_REWORK,
    forbidding=_REWORK,
    has_grades=True,
    defect_clause=f"{SL_176_2007_REWORK.name} {SL_176_2007_REWORK.clause_of('defect_record')}",
    treatments=SL_176_2007_REWORK.treatments,
)  # fmt: skip
# The text of 2025 is not at hand: a level passes when its parts have, without grade or clause.
_PASS_ONLY = judge_of((Demand.PARTS_PASSED,), "SL/T 223-2025", "")
_WATER_2025 = Rules(
    judges={Level.DIVISION: _PASS_ONLY, Level.UNIT: _PASS_ONLY, None: _PASS_ONLY},
    leaf_clause="SL/T 223-2025",
    forbidding="SL/T 223-2025",
)

RULES: dict[str, Rules] = {
    "GB 50300-2013": _building(GB_50300_2013),
    "GB 50300-2001": _building(GB_50300_2001),
    "JTG F80/1-2017": _road(JTG_F80_1_2017_LEVELS),
    "JTG F80/1-2004": _road(JTG_F80_1_2004_LEVELS),
    "SL 176-2007": _WATER,
    "SL 703-2015": _WATER,
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
