"""Marks out of 100 of a road by JTG F80/1-2004, from the measured items up to the project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import exact
from acceptance.domain.checklists.words import ItemOutcome
from acceptance.domain.evaluation.methods.road_marks import (
    MarkedItem,
    MarkedPart,
    Score2004,
    SectionScore,
    score_2004,
    section_score,
)
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.standards.jtg_weights import WEIGHTS

SCORED = "JTG F80/1-2004"
"""The only rule set that scores."""


@dataclass(frozen=True, slots=True)
class RatedItem:
    """What an inspected item came to: its points, and whether it failed by its statistics. An item
    that the works does not have is left out."""

    code: str
    checked: int
    qualified: int
    passed: bool
    statistical: bool = False


@dataclass(frozen=True, slots=True)
class RowMark:
    """A row of the printed table with its mark: the pass rate of all points in it, in percent."""

    items: tuple[str, ...]
    weight: int
    mark: Fraction


def row_marks(template: str, items: Iterable[RatedItem]) -> tuple[RowMark, ...]:
    """The rows of a sub-item that this works has; none where its weights are not known."""
    rated = {item.code: item for item in items}
    rows = []
    for row in WEIGHTS.get(template, ()):
        found = [rated[code] for code in row.items if code in rated]
        if found:
            rows.append(RowMark(row.items, row.weight, _mark(found)))
    return tuple(rows)


def sub_item_mark(rows: Iterable[RowMark], deduction: Fraction) -> Fraction | None:
    """Σ(mark×weight)/Σweight less what is deducted for look and documents; None without rows."""
    marked = tuple(MarkedItem(score=row.mark, weight=Fraction(row.weight)) for row in rows)
    if not marked:
        return None
    return _score(score_2004(Score2004(items=marked, deduction=deduction)))


def mark_of_parts(parts: Iterable[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    """The mark of a division or unit works from marks and weights; None while one is missing."""
    marked = []
    for mark, weight in parts:
        if mark is None:
            return None
        marked.append(MarkedItem(score=mark, weight=weight))
    return _score(score_2004(Score2004(items=tuple(marked)))) if marked else None


def mark_of_units(parts: Iterable[tuple[Fraction | None, Fraction | None]]) -> Fraction | None:
    """The mark of the project, weighed by investment; None while a mark or an investment is
    missing, or nothing was invested at all."""
    marked = []
    for mark, investment in parts:
        if mark is None or investment is None:
            return None
        marked.append(MarkedPart(score=mark, investment=investment))
    if not any(part.investment for part in marked):
        return None
    return _score(section_score(SectionScore(parts=tuple(marked))))


def _mark(items: list[RatedItem]) -> Fraction:
    """Points of one row count together; a row that fails by its statistics earns nothing."""
    if any(item.statistical and not item.passed for item in items):
        return exact(0)
    checked = sum(item.checked for item in items)
    if not checked:
        return exact(100) if all(item.passed for item in items) else exact(0)
    return Fraction(100 * sum(item.qualified for item in items), checked)


def _score(evaluation: Evaluation) -> Fraction:
    score = evaluation.figures["score"]
    if not isinstance(score, Fraction):
        raise TypeError("a mark is a number")
    return score


def rated_items(verdict: Iterable[Mapping[str, object]]) -> tuple[RatedItem, ...]:
    """The items of a stored verdict that were inspected."""
    return tuple(
        RatedItem(
            str(item["code"]),
            int(str(item["checked"])),
            int(str(item["qualified"])),
            item["verdict"] == ItemOutcome.PASSED,
            "evaluation" in item,
        )
        for item in verdict
        if item["verdict"] in {ItemOutcome.PASSED, ItemOutcome.FAILED}
    )
