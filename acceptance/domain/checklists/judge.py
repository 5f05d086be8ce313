"""The verdict of a checklist: from the frozen template and the answers alone, and exactly."""

from __future__ import annotations

from acceptance.domain.checklists.basis import basis_of
from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.grading import grade_of
from acceptance.domain.checklists.judged_items import judge_item
from acceptance.domain.checklists.shares import in_force
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ChecklistVerdict, ItemVerdict
from acceptance.domain.checklists.words import ItemOutcome, Verdict
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions


def judge(template: Template, answers: Answers, editions: Editions = SHIPPED) -> ChecklistVerdict:
    """What the answers come to. Anything blank or in doubt makes it incomplete, never good.

    The same template, answers and editions give the same verdict for ever.
    """
    template = in_force(template, editions)
    items = tuple(judge_item(item, answers.of(item.code), editions) for item in template.items)
    findings = [finding for item in items for finding in item.findings]
    verdict = _verdict(items)
    if verdict is Verdict.INCOMPLETE and not findings:
        findings.append(Finding.of("checklist_nothing_inspected"))
    return ChecklistVerdict(
        verdict=verdict,
        grade=grade_of(template, items) if verdict is Verdict.PASSED else None,
        items=items,
        findings=tuple(findings),
        basis=basis_of(template, editions),
    )


def _verdict(items: tuple[ItemVerdict, ...]) -> Verdict:
    outcomes = {item.verdict for item in items}
    if ItemOutcome.NOT_INSPECTED in outcomes or outcomes <= {ItemOutcome.NOT_APPLICABLE}:
        return Verdict.INCOMPLETE
    return Verdict.FAILED if ItemOutcome.FAILED in outcomes else Verdict.PASSED
