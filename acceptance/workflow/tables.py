"""The tables of standards whose limits decide the steps of a project."""

from __future__ import annotations

from acceptance.domain.evaluation.methods.water_procedure import QUORUM
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.highway_acceptance import HIGHWAY_ACCEPTANCE_2004
from acceptance.workflow import guards, quality_guards
from acceptance.workflow.table import Guard, Process

_OF_GUARDS: dict[Guard, tuple[Edition, ...]] = {
    guards.two_thirds_agree: QUORUM.tables,
    quality_guards.excellent_by_score: (HIGHWAY_ACCEPTANCE_2004,),
}


def tables_of(process: Process, rule_set: str) -> tuple[Edition, ...]:
    """Those of the roll-up by this rule set and of the guards of this process, each once."""
    asked = {guard: None for row in process.transitions for guard in row.guards}
    found = [*RULES[rule_set].tables, *(t for g in asked for t in _OF_GUARDS.get(g, ()))]
    return tuple({table.code: table for table in found}.values())
