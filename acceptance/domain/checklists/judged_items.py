"""The verdict of one item by its kind: an answer, a count, or measured points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from acceptance.domain.checklists.doubts import doubts_of
from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.gaps import finding_of, gaps_of, open_item, too_few
from acceptance.domain.checklists.judged_counts import judge_counted
from acceptance.domain.checklists.judged_statistics import judge_statistical
from acceptance.domain.checklists.limits import Limits, limits_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.checklists.words import Answer, CountedPlan, ItemKind, ItemOutcome
from acceptance.domain.evaluation.points import off, reaches
from acceptance.domain.exact import decimal_text
from acceptance.domain.findings import Finding
from acceptance.domain.rates import Rate
from acceptance.domain.standards.editions import SHIPPED, Editions


def judge_item(item: Item, entry: Entry, editions: Editions = SHIPPED) -> ItemVerdict:
    """The verdict of `item`; what stands in its way is named field by field."""
    if entry.answer is Answer.NOT_APPLICABLE:
        return _not_applicable(item, entry)
    if item.kind is ItemKind.YES_NO:
        return _answered(item, entry)
    if item.kind is ItemKind.COUNT:
        return _counted(item, entry, editions)
    if item.kind is ItemKind.STATISTICAL:
        return judge_statistical(item, entry, editions)
    return _measured(item, entry)


def _not_applicable(item: Item, entry: Entry) -> ItemVerdict:
    if not item.not_applicable:
        return open_item(item, finding_of(item, "answer_must_apply", "answer"))
    if not entry.reason:
        return open_item(item, finding_of(item, "answer_reason_missing", "reason"))
    return ItemVerdict(item.code, ItemOutcome.NOT_APPLICABLE)


def _answered(item: Item, entry: Entry) -> ItemVerdict:
    if entry.answer is None:
        return open_item(item, finding_of(item, "item_not_inspected", "answer"))
    if entry.answer is Answer.YES:
        return ItemVerdict(item.code, ItemOutcome.PASSED, 1, 1, Rate(1, 1).percent_text())
    if not entry.reason:
        return open_item(item, finding_of(item, "item_problem_missing", "reason"))
    finding = finding_of(item, "item_answered_no", "answer")
    return ItemVerdict(
        item.code, ItemOutcome.FAILED, 1, 0, Rate(0, 1).percent_text(), findings=(finding,)
    )


def _counted(item: Item, entry: Entry, editions: Editions) -> ItemVerdict:
    blank = [name for name in ("checked", "failed") if not getattr(entry, name)]
    if blank:
        code = "item_not_inspected" if len(blank) == 2 else "item_count_missing"
        return open_item(item, finding_of(item, code, blank[0]))
    checked, failed = int(entry.checked), int(entry.failed)
    if checked < item.minimum_points:
        return open_item(item, too_few(item, checked, "checked"))
    if item.plan is not CountedPlan.RATE:
        return judge_counted(item, entry, editions)
    return _by_rate(item, Rate(checked - failed, checked), "failed")


def _measured(item: Item, entry: Entry) -> ItemVerdict:
    gaps = gaps_of(item, entry)
    if gaps:
        return open_item(item, *gaps)
    doubts = doubts_of(item, entry)
    if doubts:
        return open_item(item, *doubts)
    limits = limits_of(item, Decimal(entry.design) if item.needs_design else None)
    return _by_points(item, entry, limits)


def _by_points(item: Item, entry: Entry, limits: Limits) -> ItemVerdict:
    measured = [at for at, point in enumerate(entry.values) if point.value]
    values = [Decimal(entry.values[at].value) for at in measured]
    out = off(values, limits.tolerated)
    broken = _broken(item, entry, measured, values, limits)
    judged = _by_rate(item, Rate(len(values) - len(out), len(values)), "values")
    return replace(
        judged,
        verdict=ItemOutcome.FAILED if broken else judged.verdict,
        near=_near(item, measured, values, limits),
        out=tuple(measured[at] for at in out),
        findings=(*judged.findings, *broken),
    )


def _broken(
    item: Item, entry: Entry, measured: list[int], values: list[Decimal], limits: Limits
) -> list[Finding]:
    """A finding for each point beyond the extreme or the cap, in the order of the points."""
    forbidden = (("item_beyond_extreme", limits.extreme), ("item_beyond_cap", limits.capped))
    return [
        finding_of(item, code, f"values.{at}", value=entry.values[at].value)
        for at, value in zip(measured, values, strict=True)
        for code, range_ in forbidden
        if value not in range_
    ]


def _near(
    item: Item, measured: list[int], values: list[Decimal], limits: Limits
) -> tuple[int, ...]:
    """The good points that a reviewer looks at twice."""
    margin = item.near
    if margin is None:
        return ()
    return tuple(
        at
        for at, value in zip(measured, values, strict=True)
        if limits.tolerated.touches(value, margin)
    )


def _by_rate(item: Item, rate: Rate, field: str) -> ItemVerdict:
    """Exactly the least share passes."""
    enough = reaches(rate.passed, rate.decided, item.minimum_rate)
    text = rate.percent_text()
    finding = finding_of(
        item,
        "item_rate_below_minimum",
        field,
        rate=text or "",
        minimum=decimal_text(item.minimum_rate),
        qualified=rate.passed,
        checked=rate.decided,
    )
    return ItemVerdict(
        item.code,
        ItemOutcome.PASSED if enough else ItemOutcome.FAILED,
        rate.decided,
        rate.passed,
        text,
        findings=() if enough else (finding,),
    )
