"""The verdict of an item judged by representative value or statistics: by its evaluation method."""

from __future__ import annotations

from dataclasses import replace

from acceptance.domain.checklists.doubts import doubts_of
from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.gaps import finding_of, gaps_of, open_item
from acceptance.domain.checklists.group_gaps import group_gaps
from acceptance.domain.checklists.rules import design_input, method_input, points_input
from acceptance.domain.checklists.strength_groups import valued_entry
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Evaluation, EvaluationVerdict
from acceptance.domain.findings import Finding
from acceptance.domain.rates import Rate
from acceptance.domain.standards.editions import Editions

_OUTCOMES = {
    EvaluationVerdict.PASSED: ItemOutcome.PASSED,
    EvaluationVerdict.FAILED: ItemOutcome.FAILED,
}


def judge_statistical(item: Item, entry: Entry, editions: Editions) -> ItemVerdict:
    """The method's own verdict by these editions; what it cannot take is a gap at the field, never a failure."""
    missing = group_gaps(item, entry)
    entry = valued_entry(item, entry, editions)
    gaps = missing or gaps_of(item, entry) or doubts_of(item, entry)
    if gaps:
        return open_item(item, *gaps)
    measured = tuple(index for index, point in enumerate(entry.values) if point.value)
    try:
        evaluation = METHODS[item.rule].of(method_input(item, entry), editions)
    except InputError as error:
        field = _field(item, error.finding.field, measured)
        return open_item(item, replace(error.finding, clause=item.clause, field=field))
    outcome = _OUTCOMES.get(evaluation.verdict) if evaluation.verdict else None
    if outcome is None:
        return open_item(item, finding_of(item, "item_not_judged", "values"))
    return _judged(item, evaluation, outcome, measured)


def _judged(
    item: Item, evaluation: Evaluation, outcome: ItemOutcome, measured: tuple[int, ...]
) -> ItemVerdict:
    findings = tuple(
        replace(found, field=_field(item, found.field, measured)) for found in evaluation.findings
    )
    rate = Rate(_qualified(evaluation, outcome, len(measured)), len(measured))
    return ItemVerdict(
        item.code,
        outcome,
        rate.decided,
        rate.passed,
        rate.percent_text(),
        out=_out(item, findings, measured),
        findings=findings,
        evaluation=evaluation,
    )


def _qualified(evaluation: Evaluation, outcome: ItemOutcome, checked: int) -> int:
    """The method's count of good points; a lot that is judged as one is good or bad as one."""
    counted = evaluation.figures.get("qualified")
    if isinstance(counted, int):
        return counted
    return checked if outcome is ItemOutcome.PASSED else 0


def _field(item: Item, field: str, measured: tuple[int, ...]) -> str:
    """The field of the form for a field of the method. Blank rows are not among its points."""
    name, _dot, index = field.partition(".")
    if name == points_input(item.rule) and index.isdecimal() and int(index) < len(measured):
        return f"{item.code}.values.{measured[int(index)]}"
    if name in item.factors:
        return f"{item.code}.{name}"
    if item.needs_design and name == design_input(item.rule):
        return f"{item.code}.design"
    return f"{item.code}.values"


def _out(item: Item, findings: tuple[Finding, ...], measured: tuple[int, ...]) -> tuple[int, ...]:
    """The points that a finding names."""
    named = {finding.field for finding in findings}
    return tuple(index for index in measured if f"{item.code}.values.{index}" in named)
