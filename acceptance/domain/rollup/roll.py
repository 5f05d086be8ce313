"""The roll-up itself: from the lowest works to the project."""

from __future__ import annotations

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.rollup.leaves import leaf_standing
from acceptance.domain.rollup.parts import NOTHING_RECORDED, Part, PartRecord, Standing
from acceptance.domain.rollup.reasons import of_record
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.rollup.rules import Judged, Rules
from acceptance.domain.rollup.words import Stand, Treatment


def roll_up(
    rule_set: str, units: tuple[Part, ...], record: PartRecord = NOTHING_RECORDED
) -> Standing:
    """How a project stands, with all that lies below it; `record` is what is recorded of itself."""
    rules = RULES[rule_set]
    below = tuple(_standing(unit, rules, None) for unit in units)
    return _made(None, rules.judges[None](record, None, below), below)


def _standing(part: Part, rules: Rules, above: Treatment | None) -> Standing:
    if part.is_leaf:
        return leaf_standing(part, rules, above)
    treatment = part.record.treatment or above
    below = tuple(_standing(each, rules, treatment) for each in part.parts)
    reasons, grade, short = rules.judges[part.level](part.record, part, below)
    reasons += of_record(part, rules.forbidding)
    limited = rules.best_grade(part.record.treatment)
    if grade is QualityGrade.EXCELLENT and limited is not QualityGrade.EXCELLENT:
        grade, short = limited, (Finding.of("treatment_bars_excellent", rules.forbidding),)
    if reasons.failed and rules.has_grades:
        grade = QualityGrade.UNQUALIFIED
    return _made(part, (reasons, grade, short), below)


def _made(part: Part | None, judged: Judged, below: tuple[Standing, ...]) -> Standing:
    reasons, grade, short = judged
    is_open = reasons.stand is Stand.OPEN
    return Standing(
        part, reasons.stand, None if is_open else grade, reasons.findings or short, below
    )
