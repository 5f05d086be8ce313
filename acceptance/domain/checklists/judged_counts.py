"""The verdict of an item judged by a counted sample: accept and reject numbers, one or two samples."""

from __future__ import annotations

from dataclasses import replace

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.gaps import open_item
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Evaluation, EvaluationVerdict
from acceptance.domain.findings import Finding
from acceptance.domain.rates import Rate
from acceptance.domain.standards.editions import Editions

RULE = "counted-sampling"

# The fields of the sheet for those of the method.
_FIELDS = {"size": "checked", "defective": "failed", "second_defective": "second_failed"}


def judge_counted(item: Item, entry: Entry, editions: Editions) -> ItemVerdict:
    """The method's verdict. The second sample is asked for only where the first lies between its
    two numbers; what was typed of a second sample nobody asked for has no part in it."""
    document = {"plan": item.plan.value, "size": entry.checked, "defective": entry.failed}
    if entry.second_failed:
        document["second_defective"] = entry.second_failed
    try:
        evaluation = METHODS[RULE].of(document, editions)
    except InputError as error:
        return open_item(
            item, _at(item, error.finding, _FIELDS.get(error.finding.field, "checked"))
        )
    if evaluation.verdict is EvaluationVerdict.SECOND_SAMPLE:
        return open_item(item, *(_at(item, each, "second_failed") for each in evaluation.findings))
    return _judged(item, evaluation)


def _judged(item: Item, evaluation: Evaluation) -> ItemVerdict:
    size, defective = (int(str(evaluation.figures[name])) for name in ("n", "defective"))
    rate = Rate(size - defective, size)
    passed = evaluation.verdict is EvaluationVerdict.PASSED
    return ItemVerdict(
        item.code,
        ItemOutcome.PASSED if passed else ItemOutcome.FAILED,
        rate.decided,
        rate.passed,
        rate.percent_text(),
        findings=tuple(_at(item, each, "failed") for each in evaluation.findings),
        evaluation=evaluation,
    )


def _at(item: Item, finding: Finding, name: str) -> Finding:
    return replace(finding, clause=finding.clause or item.clause, field=f"{item.code}.{name}")
