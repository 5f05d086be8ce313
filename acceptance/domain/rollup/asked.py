"""What a rule set asks to be recorded of a part beside its checklists."""

from __future__ import annotations

from enum import StrEnum

from acceptance.domain.projects import RULE_SETS, Category, Level
from acceptance.domain.rollup.marks import SCORED
from acceptance.domain.rollup.rule_sets import DEMANDS, RULES
from acceptance.domain.standards.gb_50300_words import Demand


class Asked(StrEnum):
    """A thing to record."""

    DOCUMENTS = "documents"
    FUNCTIONS = "functions"
    APPEARANCE_POINTS = "appearance_points"
    APPEARANCE_ITEMS = "appearance_items"
    MATERIALS = "materials"
    MONITORING = "monitoring"
    ACCIDENTS = "accidents"
    DEFECT_FILING = "defect_filing"
    MARKS = "marks"
    INVESTMENT = "investment"


_BY_DEMAND = {
    Demand.CONTROL_DOCUMENTS: Asked.DOCUMENTS,
    Demand.FUNCTION_TESTS: Asked.FUNCTIONS,
    Demand.APPEARANCE: Asked.APPEARANCE_POINTS,
}
_OF_WATER = {
    Level.DIVISION: frozenset({Asked.MATERIALS}),
    Level.UNIT: frozenset({Asked.DOCUMENTS, Asked.APPEARANCE_ITEMS, Asked.MONITORING}),
}

_OF_SCORES = {
    Level.ITEM: frozenset({Asked.MARKS}),
    Level.UNIT: frozenset({Asked.INVESTMENT}),
}


def asked_of(rule_set: str, level: Level) -> frozenset[Asked]:
    """What is recorded at this level; the treatment of failed works is recorded at every one."""
    demands = DEMANDS.get(rule_set, {}).get(level, ())
    found = frozenset(_BY_DEMAND[demand] for demand in demands if demand in _BY_DEMAND)
    if RULES[rule_set].has_grades:
        found |= _OF_WATER.get(level, frozenset())
    if rule_set == SCORED:
        found |= _OF_SCORES.get(level, frozenset())
    # The classes of accidents and the filing of defects are those of water works.
    if Category.WATER_SAVING in RULE_SETS[rule_set].categories:
        found |= {Asked.ACCIDENTS, Asked.DEFECT_FILING}
    return found
