"""How a lowest part stands: by its newest checklists, and by what became of it when it failed."""

from __future__ import annotations

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.rollup.parts import Part, Standing
from acceptance.domain.rollup.reasons import Reasons, of_record
from acceptance.domain.rollup.rules import Rules
from acceptance.domain.rollup.words import CONCESSIONS, Stand, Treatment


def leaf_standing(part: Part, rules: Rules, above: Treatment | None) -> Standing:
    """`above` is a treatment of a part that this one belongs to; it covers the leaf as well."""
    treatment = part.record.treatment or above
    reasons = _reasons(part, rules, treatment) + of_record(part, rules.forbidding)
    if not rules.has_grades or reasons.stand is Stand.OPEN:
        return Standing(part, reasons.stand, None, reasons.findings)
    if reasons.stand is Stand.FAILED:
        return Standing(part, reasons.stand, QualityGrade.UNQUALIFIED, reasons.findings)
    return Standing(part, reasons.stand, *_graded(part, rules, treatment))


def _reasons(part: Part, rules: Rules, treatment: Treatment | None) -> Reasons:
    clause = rules.leaf_clause
    if part.passed is None:
        return Reasons(open=(Finding.of("part_not_inspected", clause, PartyRole.CONTRACTOR),))
    if part.passed:
        return Reasons()
    if treatment not in CONCESSIONS:
        return Reasons((Finding.of("part_not_passed", clause, PartyRole.CONTRACTOR),))
    if rules.files_defect(treatment) and not part.record.defect_filed:
        filing = Finding.of("defect_not_filed", rules.defect_clause, PartyRole.SUPERVISOR)
        return Reasons(open=(filing,))
    return Reasons()


def _graded(
    part: Part, rules: Rules, treatment: Treatment | None
) -> tuple[QualityGrade, tuple[Finding, ...]]:
    """A pass without a grade of its own is 合格; a concession or a treatment may bar 优良."""
    if not part.passed or part.grade is not QualityGrade.EXCELLENT:
        return QualityGrade.QUALIFIED, ()
    best = rules.best_grade(treatment)
    if best is QualityGrade.EXCELLENT:
        return best, ()
    return best, (Finding.of("treatment_bars_excellent", rules.leaf_clause),)
