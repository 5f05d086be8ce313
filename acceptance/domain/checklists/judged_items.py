"""The verdict of one item by its kind: an answer, a count, or measured points."""

from __future__ import annotations

from decimal import Decimal

from acceptance.domain.checklists.doubts import doubts_of
from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.limits import Limits, limits_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.verdict import ItemVerdict
from acceptance.domain.checklists.words import Answer, ItemKind, ItemOutcome
from acceptance.domain.exact import decimal_text
from acceptance.domain.findings import Finding, Value
from acceptance.domain.rates import Rate


def judge_item(item: Item, entry: Entry) -> ItemVerdict:
    """The verdict of `item`; what stands in its way is named field by field."""
    if entry.answer is Answer.NOT_APPLICABLE:
        return _not_applicable(item, entry)
    if item.kind is ItemKind.YES_NO:
        return _answered(item, entry)
    if item.kind is ItemKind.COUNT:
        return _counted(item, entry)
    return _measured(item, entry)


def _not_applicable(item: Item, entry: Entry) -> ItemVerdict:
    if not item.not_applicable:
        return _open(item, _of(item, "answer_must_apply", "answer"))
    if not entry.reason:
        return _open(item, _of(item, "answer_reason_missing", "reason"))
    return ItemVerdict(item.code, ItemOutcome.NOT_APPLICABLE)


def _answered(item: Item, entry: Entry) -> ItemVerdict:
    if entry.answer is None:
        return _open(item, _of(item, "item_not_inspected", "answer"))
    if entry.answer is Answer.YES:
        return ItemVerdict(item.code, ItemOutcome.PASSED, 1, 1, Rate(1, 1).percent_text())
    if not entry.reason:
        return _open(item, _of(item, "item_problem_missing", "reason"))
    finding = _of(item, "item_answered_no", "answer")
    return ItemVerdict(
        item.code, ItemOutcome.FAILED, 1, 0, Rate(0, 1).percent_text(), findings=(finding,)
    )


def _counted(item: Item, entry: Entry) -> ItemVerdict:
    blank = [name for name in ("checked", "failed") if not getattr(entry, name)]
    if blank:
        code = "item_not_inspected" if len(blank) == 2 else "item_count_missing"
        return _open(item, _of(item, code, blank[0]))
    checked, failed = int(entry.checked), int(entry.failed)
    if checked < item.minimum_points:
        return _open(item, _too_few(item, checked, "checked"))
    return _by_rate(item, Rate(checked - failed, checked), "failed")


def _measured(item: Item, entry: Entry) -> ItemVerdict:
    gaps = _gaps(item, entry)
    if gaps:
        return _open(item, *gaps)
    doubts = doubts_of(item, entry)
    if doubts:
        return _open(item, *doubts)
    limits = limits_of(item, Decimal(entry.design) if item.needs_design else None)
    return _by_points(item, entry, limits)


def _gaps(item: Item, entry: Entry) -> list[Finding]:
    """What is not filled in; an untouched item is one gap, not one for each point."""
    measured = sum(1 for point in entry.values if point.value)
    if not measured and not entry.design:
        return [_of(item, "item_not_inspected", "values")]
    gaps = []
    if item.needs_design and not entry.design:
        gaps.append(_of(item, "item_design_missing", "design"))
    gaps += (
        _of(item, "item_point_blank", f"values.{index}", place=point.place)
        for index, point in enumerate(entry.values)
        if point.place and not point.value
    )
    if measured < item.minimum_points:
        gaps.append(_too_few(item, measured, "values"))
    return gaps


def _by_points(item: Item, entry: Entry, limits: Limits) -> ItemVerdict:
    near: list[int] = []
    out: list[int] = []
    broken: list[Finding] = []
    checked = 0
    for index, point in enumerate(entry.values):
        if not point.value:
            continue
        checked += 1
        value = Decimal(point.value)
        if value not in limits.tolerated:
            out.append(index)
        elif item.near is not None and limits.tolerated.touches(value, item.near):
            near.append(index)
        for code, range_ in (
            ("item_beyond_extreme", limits.extreme),
            ("item_beyond_cap", limits.capped),
        ):
            if value not in range_:
                broken.append(_of(item, code, f"values.{index}", value=point.value))
    judged = _by_rate(item, Rate(checked - len(out), checked), "values")
    return ItemVerdict(
        item.code,
        ItemOutcome.FAILED if broken else judged.verdict,
        judged.checked,
        judged.qualified,
        judged.rate,
        tuple(near),
        tuple(out),
        (*judged.findings, *broken),
    )


def _by_rate(item: Item, rate: Rate, field: str) -> ItemVerdict:
    """Compared as whole numbers: exactly the least share passes."""
    enough = rate.passed * 100 >= item.minimum_rate * rate.decided
    text = rate.percent_text()
    finding = _of(
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


def _open(item: Item, *findings: Finding) -> ItemVerdict:
    return ItemVerdict(item.code, ItemOutcome.NOT_INSPECTED, findings=findings)


def _too_few(item: Item, given: int, field: str) -> Finding:
    return _of(item, "item_too_few_points", field, needed=item.minimum_points, given=given)


def _of(item: Item, code: str, field: str, **data: Value) -> Finding:
    return Finding(code, item.clause, None, f"{item.code}.{field}", tuple(sorted(data.items())))
