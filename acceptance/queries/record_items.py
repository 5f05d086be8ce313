"""The items of an inspection as its record prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from acceptance.domain.arithmetic import short_text
from acceptance.domain.certificates import Particular
from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.entries import Answers, Entry
from acceptance.domain.checklists.group_lines import GroupLine, group_lines
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.verdict import ChecklistVerdict, ItemVerdict
from acceptance.domain.checklists.words import Answer
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.record_facts import RecordItem, RecordPoint, RecordReport
from acceptance.domain.standards.editions import Editions
from acceptance.i18n import DEFAULT_LOCALE
from acceptance.i18n.evaluation_titles import (
    FIGURE_TITLES,
    INPUT_TITLES,
    METHOD_TITLES,
    WORD_TITLES,
)
from acceptance.i18n.places import said_place
from acceptance.i18n.standard_titles import LIMIT_TITLES

# A coefficient is a figure, an input that was left to its usual value, or a limit.
_TITLES = {**LIMIT_TITLES, **INPUT_TITLES, **FIGURE_TITLES}


def readable_answers(template: Template, draft: Mapping[str, Any]) -> Answers:
    """What can be read of a draft; an entry that was typed wrongly counts as not inspected."""
    entries: dict[str, Entry] = {}
    for item in template.items:
        if item.code in draft:
            read = parse_answers(template, {item.code: draft[item.code]})
            if not isinstance(read, list):
                entries |= read.entries
    return Answers(entries)


def record_items(
    template: Template, answers: Answers, verdict: ChecklistVerdict, editions: Editions
) -> tuple[RecordItem, ...]:
    """Each item with what was found by the editions of its verdict, in the order of the template."""
    return tuple(
        _item(item, answers.of(item.code), judged, editions)
        for item, judged in zip(template.items, verdict.items, strict=True)
    )


def _item(item: Item, entry: Entry, judged: ItemVerdict, editions: Editions) -> RecordItem:
    groups = group_lines(item, entry, editions)
    unverified = judged.evaluation is not None and bool(judged.evaluation.basis.unverified)
    return RecordItem(
        item_class=item.item_class,
        title=item.title,
        requirement=item.requirement,
        minimum=item.minimum_points,
        outcome=judged.verdict,
        clause=item.clause,
        unit=item.unit,
        checked=judged.checked,
        qualified=judged.qualified,
        rate=judged.rate or "",
        design=entry.design,
        answered=entry.answer in {Answer.YES, Answer.NO},
        note="；".join(text for text in (entry.reason, entry.note) if text),
        verified=item.verified and not unverified,
        points=tuple(_points(entry, judged, groups)),
        reports=tuple(_report(line) for line in groups if line.group.report),
        figures=tuple(_figures(judged.evaluation)) if judged.evaluation else (),
    )


def _points(
    entry: Entry, judged: ItemVerdict, groups: tuple[GroupLine, ...]
) -> Iterator[RecordPoint]:
    """The points as typed; of a strength lot each group with the number of its report."""
    if groups:
        for line in groups:
            place = " ".join(
                text for text in (line.group.report, said_place(line.place, DEFAULT_LOCALE)) if text
            )
            yield RecordPoint(place, line.value, line.number - 1 in judged.out)
        return
    for number, point in enumerate(entry.values):
        if not point.is_blank:
            yield RecordPoint(
                said_place(point.place, DEFAULT_LOCALE), point.value, number in judged.out
            )


def _report(line: GroupLine) -> RecordReport:
    group = line.group
    return RecordReport(
        number=line.number,
        report=group.report,
        laboratory=group.laboratory,
        cast=group.cast,
        tested=group.tested,
        age="" if group.age is None else str(group.age),
        specimens=group.specimens,
        value=line.value,
        place=line.place,
    )


def _figures(evaluation: Evaluation) -> Iterator[Particular]:
    """The method with its clause, its single figures, and the coefficients it took."""
    basis = evaluation.basis
    named = METHOD_TITLES.get(basis.method, basis.method)
    yield Particular("方法", f"{named}（{basis.cited}）")
    told = {**basis.coefficients, **evaluation.figures}
    for name in dict.fromkeys((*evaluation.figures, *basis.coefficients)):
        figure = told[name]
        if isinstance(figure, Fraction):
            yield Particular(_TITLES.get(name, name), short_text(figure))
        elif isinstance(figure, int | str) and not isinstance(figure, bool):
            said = WORD_TITLES.get(str(figure), str(figure))
            yield Particular(_TITLES.get(name, name), said)
