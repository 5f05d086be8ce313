"""The roll-up itself: from the lowest works to the project."""

from __future__ import annotations

from dataclasses import replace

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.rollup.leaves import leaf_standing
from acceptance.domain.rollup.parts import NOTHING_RECORDED, Part, PartRecord, Standing
from acceptance.domain.rollup.reasons import of_record
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.rollup.rules import Judged, Rules
from acceptance.domain.rollup.words import Stand, Treatment
from acceptance.domain.standards.editions import SHIPPED, Editions


def roll_up(
    rule_set: str,
    units: tuple[Part, ...],
    record: PartRecord = NOTHING_RECORDED,
    editions: Editions = SHIPPED,
) -> Standing:
    """How a project stands by these editions, with all that lies below it; `record` is what is
    recorded of itself."""
    rules = RULES[rule_set]
    below = tuple(_standing(unit, rules, None, editions) for unit in units)
    whole = _made(None, rules.judges[None](record, None, below, editions), below)
    return _in_doubt(whole) if rules.in_doubt(editions) else whole


def _in_doubt(standing: Standing) -> Standing:
    """The same, with every clause marked as not compared with the printed standard."""
    return replace(
        standing,
        findings=tuple(replace(f, unverified=bool(f.clause)) for f in standing.findings),
        below=tuple(map(_in_doubt, standing.below)),
    )


def _standing(part: Part, rules: Rules, above: Treatment | None, editions: Editions) -> Standing:
    if part.is_leaf:
        return leaf_standing(part, rules, above)
    treatment = part.record.treatment or above
    below = tuple(_standing(each, rules, treatment, editions) for each in part.parts)
    judged = rules.judges[part.level](part.record, part, below, editions)
    judged = replace(judged, reasons=judged.reasons + of_record(part, rules.forbidding))
    return _made(part, _limited(judged, rules, part.record.treatment), below)


def _limited(judged: Judged, rules: Rules, treatment: Treatment | None) -> Judged:
    """No grade better than a failure or a treatment leaves."""
    if judged.reasons.failed and rules.has_grades:
        return replace(judged, grade=QualityGrade.UNQUALIFIED)
    best = rules.best_grade(treatment)
    if judged.grade is QualityGrade.EXCELLENT and best is not QualityGrade.EXCELLENT:
        barred = Finding.of("treatment_bars_excellent", rules.forbidding)
        return replace(judged, grade=best, short=(barred,))
    return judged


def _made(part: Part | None, judged: Judged, below: tuple[Standing, ...]) -> Standing:
    stand = judged.reasons.stand
    return Standing(
        part,
        stand,
        None if stand is Stand.OPEN else judged.grade,
        judged.reasons.findings or judged.short,
        below,
        judged.basis,
    )
