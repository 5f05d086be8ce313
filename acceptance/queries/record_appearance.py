"""The appearance table of a unit works with the score of every item (SL 176-2007 appendix A)."""

from __future__ import annotations

import json
from typing import Any

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.methods.appearance import Appearance, appearance
from acceptance.domain.evaluation.reading import read
from acceptance.domain.record_quality import ScoredItem
from acceptance.domain.standards.editions import Editions
from acceptance.domain.standards.sl_176 import SL_176_2007_APPEARANCE
from acceptance.domain.standards.sl_176 import Appearance as Table

Scored = tuple[tuple[ScoredItem, ...], str, str]
_GIVEN = ("standard", "grade", "points", "points_passed")


def scored_items(recorded: str, editions: Editions) -> Scored:
    """The items of the canonical JSON `recorded`, the score due and the score obtained; the sums
    are empty while no item is graded."""
    lines = json.loads(recorded)
    rows = [_given(line) for line in lines]
    if not any(rows):
        return tuple(_item(line, None, SL_176_2007_APPEARANCE) for line in lines), "", ""
    figures = appearance(read(Appearance, {"items": rows}), editions).figures
    scores: Any = figures["scores"]
    rules = editions.of(SL_176_2007_APPEARANCE)
    items = tuple(_item(line, score, rules) for line, score in zip(lines, scores, strict=True))
    return items, _text(figures["due"]), _text(figures["obtained"])


def _given(line: dict[str, Any]) -> dict[str, Any] | None:
    """What the method reads of an item; None of one that the works does not have."""
    given = {name: line[name] for name in _GIVEN if line[name] is not None}
    return given if len(given) > 1 else None


def _item(line: dict[str, Any], score: Any, rules: Table) -> ScoredItem:
    grade = line["grade"]
    if score is not None and grade is None:
        found = rules.grade_of_points(line["points_passed"], line["points"])
        grade = found.grade
    told = None if score is None else grade
    return ScoredItem(
        line["title"], line["standard"], told, line["points"], line["points_passed"],
        "" if score is None else _text(score),
    )  # fmt: skip


def _text(figure: Any) -> str:
    return short_text(figure)
