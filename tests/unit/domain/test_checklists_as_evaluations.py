"""Whole checklists of water works and roads: the evaluations of their standards say the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.checklists.words import Verdict
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.result import EvaluationVerdict, QualityGrade
from acceptance.domain.projects import Grade
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    measured,
    verdict_of,
    water_template,
)

# A class of item with its good and its bad points.
CLASSES = st.sampled_from(["general", "dominant"])
ROAD_CLASSES = st.sampled_from(["general", "key"])
POINTS = st.tuples(st.integers(0, 60), st.integers(0, 6)).filter(any)
GRADES = {
    QualityGrade.EXCELLENT: (Verdict.PASSED, Grade.EXCELLENT),
    QualityGrade.QUALIFIED: (Verdict.PASSED, Grade.QUALIFIED),
    QualityGrade.UNQUALIFIED: (Verdict.FAILED, None),
}
Lines = list[tuple[str, tuple[int, int]]]


def filled(lines: Lines) -> tuple[list[Document], Document]:
    """An item for each line, and the points entered for it."""
    codes = [f"wall-{number:02}" for number in range(len(lines))]
    items = [
        item_document(code, **{"class": item_class})
        for code, (item_class, _) in zip(codes, lines, strict=True)
    ]
    entries = {
        code: measured(*[8] * good, *[9] * bad)
        for code, (_, (good, bad)) in zip(codes, lines, strict=True)
    }
    return items, entries


@given(st.lists(st.tuples(CLASSES, POINTS), min_size=1, max_size=8))
def test_a_water_checklist_is_a_unit_element_by_its_items(lines: Lines) -> None:
    items, entries = filled(lines)
    judged = verdict_of(water_template(*items), entries)
    shares = [(item_class, good * 100 // (good + bad)) for item_class, (good, bad) in lines]
    document = {
        "main_rate": min([100, *(share for name, share in shares if name == "dominant")]),
        "general_rates": [100, *(share for name, share in shares if name == "general")],
    }
    found = METHODS["unit-element"].of(document)
    assert found.grade is not None
    assert (judged.verdict, judged.grade) == GRADES[found.grade]


@given(st.lists(st.tuples(ROAD_CLASSES, POINTS), min_size=1, max_size=8))
def test_a_road_checklist_is_a_sub_item(lines: Lines) -> None:
    items, entries = filled(lines)
    template = make_template(*items, category="rural_road", level="item")
    counted = [
        {"item_class": item_class, "checked": good + bad, "qualified": good}
        for item_class, (good, bad) in lines
    ]
    found = METHODS["road-sub-item"].of({"items": counted})
    passed = verdict_of(template, entries).verdict is Verdict.PASSED
    assert passed == (found.verdict is EvaluationVerdict.PASSED)
