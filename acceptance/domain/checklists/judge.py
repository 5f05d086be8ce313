"""The verdict of a checklist: from the frozen template and the answers alone, and exactly."""

from __future__ import annotations

from acceptance.domain.checklists.entries import Answers
from acceptance.domain.checklists.judged_items import judge_item
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.verdict import Basis, ChecklistVerdict, ItemVerdict
from acceptance.domain.checklists.words import ItemClass, ItemOutcome, Rating, Verdict
from acceptance.domain.exact import decimal_text
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Grade


def judge(template: Template, answers: Answers) -> ChecklistVerdict:
    """What the answers come to. Anything blank or in doubt makes it incomplete, never good."""
    items = tuple(judge_item(item, answers.of(item.code)) for item in template.items)
    findings = [finding for item in items for finding in item.findings]
    verdict = _verdict(items)
    if verdict is Verdict.INCOMPLETE and not findings:
        findings.append(Finding.of("checklist_nothing_inspected"))
    return ChecklistVerdict(
        verdict=verdict,
        grade=_grade(template, items) if verdict is Verdict.PASSED else None,
        items=items,
        findings=tuple(findings),
        basis=_basis(template),
    )


def _verdict(items: tuple[ItemVerdict, ...]) -> Verdict:
    outcomes = {item.verdict for item in items}
    if ItemOutcome.NOT_INSPECTED in outcomes or outcomes <= {ItemOutcome.NOT_APPLICABLE}:
        return Verdict.INCOMPLETE
    return Verdict.FAILED if ItemOutcome.FAILED in outcomes else Verdict.PASSED


def _grade(template: Template, items: tuple[ItemVerdict, ...]) -> Grade | None:
    """优良 when every general item reaches the excellent share (SL 631: 90 %)."""
    if template.rating is not Rating.WATER:
        return None
    pairs = zip(template.items, items, strict=True)
    excellent = all(_is_excellent(template, item, judged) for item, judged in pairs)
    return Grade.EXCELLENT if excellent else Grade.QUALIFIED


def _is_excellent(template: Template, item: Item, judged: ItemVerdict) -> bool:
    wanted = template.rates.excellent
    if wanted is None or item.item_class is not ItemClass.GENERAL or not judged.checked:
        return True
    return judged.qualified * 100 >= wanted * judged.checked


def _basis(template: Template) -> Basis:
    rates = template.rates
    named = (
        ("dominant", rates.dominant),
        ("key", rates.key),
        ("general", rates.general),
        ("excellent", rates.excellent),
    )
    return Basis(
        standard=template.standard,
        edition=template.edition,
        clause=template.clause,
        rating=template.rating.value,
        rates=tuple((name, decimal_text(rate)) for name, rate in named if rate is not None),
        template=f"{template.code} {template.version}",
        digest=template.digest,
    )
