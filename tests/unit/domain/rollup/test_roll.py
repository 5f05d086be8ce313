"""From the lowest works to the project: each clause at its edge, and what never happens."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.projects import RULE_SETS, Level
from acceptance.domain.rollup.parts import Part, PartRecord, Standing
from acceptance.domain.rollup.roll import roll_up
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.rollup.words import Documents, Stand, Treatment

EXCELLENT, QUALIFIED, UNQUALIFIED = QualityGrade
WATER, BUILDING, ROAD = "SL 176-2007", "GB 50300-2013", "JTG F80/1-2017"
UNIT_RECORD = PartRecord(appearance_rate=Fraction(85), documents=Documents.COMPLETE)
BUILT = PartRecord(appearance_poor=0, documents=Documents.COMPLETE, functions_passed=True)


def leaf(level: Level, code: str, **given: Any) -> Part:
    return Part(code=code, name="渠段", level=level, is_leaf=True, **{"passed": True, **given})


def element(number: int, *, grade: QualityGrade | None = EXCELLENT, **given: Any) -> Part:
    return leaf(Level.ELEMENT, f"1.1.{number}", grade=grade, **given)


def water_unit(*elements: Part, record: PartRecord = UNIT_RECORD, **division: Any) -> Part:
    part = Part(code="1.1", name="衬砌", level=Level.DIVISION, parts=elements, **division)
    return Part(code="1", name="干渠", level=Level.UNIT, record=record, parts=(part,))


def building(lot: Part, *, division: PartRecord = BUILT, unit: PartRecord = BUILT) -> Part:
    item = Part(code="1.1.1", name="混凝土", level=Level.ITEM, parts=(lot,))
    part = Part(code="1.1", name="主体结构", level=Level.DIVISION, record=division, parts=(item,))
    return Part(code="1", name="教学楼", level=Level.UNIT, record=unit, parts=(part,))


def road(item: Part, record: PartRecord = BUILT) -> Part:
    part = Part(code="1.1", name="路面工程", level=Level.DIVISION, record=record, parts=(item,))
    return Part(code="1", name="路面", level=Level.UNIT, record=record, parts=(part,))


def codes(standing: Standing) -> set[str]:
    return {finding.code for each in standing.flat() for finding in each.findings}


def cited(standing: Standing, code: str) -> str:
    return next(f.clause for each in standing.flat() for f in each.findings if f.code == code)


def test_every_rule_set_of_a_project_has_its_rules() -> None:
    assert RULES.keys() == RULE_SETS.keys()
    for key, rules in RULES.items():
        above_the_leaf = set(RULE_SETS[key].levels[:-1])
        assert above_the_leaf | {None} == rules.judges.keys()


@pytest.mark.parametrize(
    ("qualified", "failed", "grade", "code"),
    [
        (3, 0, EXCELLENT, ""),  # exactly 70 %
        (4, 0, QUALIFIED, "units_excellent_below"),
        (0, 1, UNQUALIFIED, "part_failed"),
    ],
)
def test_a_project_is_as_good_as_its_unit_elements(
    qualified: int, failed: int, grade: QualityGrade, code: str
) -> None:
    elements = (
        *(element(n) for n in range(10 - qualified - failed)),
        *(element(20 + n, grade=QUALIFIED) for n in range(qualified)),
        *(element(40 + n, grade=None, passed=False) for n in range(failed)),
    )
    whole = roll_up(WATER, (water_unit(*elements),))
    assert whole.grade is grade
    assert whole.stand is (Stand.FAILED if failed else Stand.PASSED)
    assert code in codes(whole) or not code


@pytest.mark.parametrize(
    ("marks", "grade"),
    [({"is_key": True}, QUALIFIED), ({"is_concealed": True}, QUALIFIED), ({}, EXCELLENT)],
)
def test_key_and_concealed_elements_have_a_line_of_their_own(
    marks: dict[str, bool], grade: QualityGrade
) -> None:
    elements = (*(element(n) for n in range(9)), element(9, grade=QUALIFIED, **marks))
    assert roll_up(WATER, (water_unit(*elements),)).grade is grade


@pytest.mark.parametrize(
    ("changes", "stand", "grade", "code"),
    [
        ({}, Stand.PASSED, EXCELLENT, ""),
        ({"appearance_rate": Fraction("84.9")}, Stand.PASSED, QUALIFIED,
         "appearance_not_excellent"),
        ({"appearance_rate": Fraction("69.9")}, Stand.FAILED, UNQUALIFIED, "appearance_below"),
        ({"appearance_rate": None}, Stand.OPEN, None, "appearance_not_recorded"),
        ({"documents": Documents.BASICALLY_COMPLETE}, Stand.PASSED, QUALIFIED,
         "documents_not_complete"),
        ({"documents": Documents.INCOMPLETE}, Stand.FAILED, UNQUALIFIED, "documents_incomplete"),
        ({"documents": None}, Stand.OPEN, None, "documents_not_recorded"),
        ({"accident": "minor"}, Stand.PASSED, EXCELLENT, ""),
        ({"accident": "major"}, Stand.PASSED, QUALIFIED, "major_accident_bars_excellent"),
        ({"accident": "minor", "accident_treated": False}, Stand.FAILED, UNQUALIFIED,
         "accident_not_treated"),
        ({"treatment": Treatment.REDONE}, Stand.PASSED, EXCELLENT, ""),
        ({"treatment": Treatment.STRENGTHENED_DESIGN_MET}, Stand.PASSED, QUALIFIED,
         "treatment_bars_excellent"),
        ({"treatment": Treatment.FORBIDDEN}, Stand.FAILED, UNQUALIFIED, "acceptance_forbidden"),
    ],
)  # fmt: skip
def test_a_unit_works_by_what_is_recorded_of_it(
    changes: dict[str, Any], stand: Stand, grade: QualityGrade | None, code: str
) -> None:
    unit = water_unit(element(1), record=replace(UNIT_RECORD, **changes))
    standing = roll_up(WATER, (unit,)).below[0]
    assert (standing.stand, standing.grade) == (stand, grade)
    assert code in codes(standing) or not code


@pytest.mark.parametrize(
    ("treatment", "filed", "stand", "grade"),
    [
        (None, False, Stand.FAILED, UNQUALIFIED),
        (Treatment.REDONE, False, Stand.FAILED, UNQUALIFIED),  # it must pass a new inspection
        (Treatment.ACCEPTED_BELOW_DESIGN, False, Stand.OPEN, None),
        (Treatment.ACCEPTED_BELOW_DESIGN, True, Stand.PASSED, QUALIFIED),
        (Treatment.SHAPE_CHANGED, False, Stand.OPEN, None),
        (Treatment.SHAPE_CHANGED, True, Stand.PASSED, QUALIFIED),
        (Treatment.FORBIDDEN, True, Stand.FAILED, UNQUALIFIED),
    ],
)
def test_a_failed_element_is_accepted_only_by_concession_and_filing(
    treatment: Treatment | None, filed: bool, stand: Stand, grade: QualityGrade | None
) -> None:
    record = PartRecord(treatment=treatment, defect_filed=filed)
    part = water_unit(element(1, passed=False, grade=None, record=record))
    standing = roll_up(WATER, (part,)).below[0].below[0].below[0]
    assert (standing.stand, standing.grade) == (stand, grade)


def test_a_minor_accident_anywhere_bars_excellence_of_its_part_works_only() -> None:
    hurt = element(1, record=PartRecord(accident="minor"))
    unit = roll_up(WATER, (water_unit(hurt),)).below[0]
    assert unit.below[0].grade is QUALIFIED
    assert "accident_bars_excellent" in codes(unit)
    assert "major_accident_bars_excellent" not in codes(unit)


@pytest.mark.parametrize(
    ("where", "changes", "stand", "code", "clause"),
    [
        ("division", {}, Stand.PASSED, "", ""),
        ("division", {"documents": Documents.INCOMPLETE}, Stand.FAILED, "documents_incomplete",
         "GB 50300-2013 5.0.3"),
        ("unit", {"documents": Documents.BASICALLY_COMPLETE}, Stand.FAILED,
         "documents_incomplete", "GB 50300-2013 5.0.4"),
        ("unit", {"documents": Documents.INCOMPLETE, "entity_tested": True}, Stand.PASSED, "", ""),
        ("division", {"appearance_poor": 1}, Stand.FAILED, "appearance_poor",
         "GB 50300-2013 5.0.3"),
        ("unit", {"functions_passed": False}, Stand.FAILED, "functions_failed",
         "GB 50300-2013 5.0.4"),
        ("unit", {"functions_passed": None}, Stand.OPEN, "functions_not_recorded",
         "GB 50300-2013 5.0.4"),
        ("division", {"treatment": Treatment.FORBIDDEN}, Stand.FAILED, "acceptance_forbidden",
         "GB 50300-2013 5.0.8"),
    ],
)  # fmt: skip
def test_a_building_by_the_demands_of_each_level(
    where: str, changes: dict[str, Any], stand: Stand, code: str, clause: str
) -> None:
    records = {where: replace(BUILT, **changes)}
    whole = roll_up(BUILDING, (building(leaf(Level.LOT, "1.1.1.1"), **records),))
    assert whole.stand is stand
    assert whole.grade is None
    if code:
        assert cited(whole, code) == clause


def test_missing_documents_have_no_way_out_in_the_edition_of_2001() -> None:
    record = replace(BUILT, documents=Documents.INCOMPLETE, entity_tested=True)
    unit = building(leaf(Level.LOT, "1.1.1.1"), unit=record)
    assert roll_up("GB 50300-2001", (unit,)).stand is Stand.FAILED
    assert roll_up(BUILDING, (unit,)).stand is Stand.PASSED


@pytest.mark.parametrize(
    ("item", "record", "stand"),
    [
        ({}, BUILT, Stand.PASSED),
        ({"passed": False}, BUILT, Stand.FAILED),
        ({"passed": None}, BUILT, Stand.OPEN),
        ({}, PartRecord(), Stand.OPEN),
        ({}, replace(BUILT, functions_passed=None), Stand.PASSED),  # no such demand (3.3.3)
    ],
)
def test_a_road_is_passed_or_not_and_has_no_grade(
    item: dict[str, Any], record: PartRecord, stand: Stand
) -> None:
    whole = roll_up(ROAD, (road(leaf(Level.ITEM, "1.1.1", **item), record),))
    assert (whole.stand, whole.grade) == (stand, None)


def test_the_child_in_the_way_is_named_with_the_clause() -> None:
    bad = leaf(Level.LOT, "1.1.1.1", passed=False)
    whole = roll_up(BUILDING, (building(bad),))
    said = whole.below[0].below[0].findings[0]
    assert (said.code, said.clause) == ("part_failed", "GB 50300-2013 5.0.3")
    assert said.values == {"part": "1.1.1", "name": "混凝土"}


def test_what_is_forbidden_is_found_wherever_it_lies() -> None:
    lot = leaf(Level.LOT, "1.1.1.1", record=PartRecord(treatment=Treatment.FORBIDDEN))
    whole = roll_up(BUILDING, (building(lot),))
    assert [each.code for each in whole.forbidden] == ["1.1.1.1"]


def test_without_parts_nothing_is_decided() -> None:
    assert roll_up(WATER, ()).stand is Stand.OPEN
    assert codes(roll_up(BUILDING, ())) == {"no_parts"}


leaves = st.builds(
    element,
    st.integers(1, 99),
    grade=st.sampled_from([EXCELLENT, QUALIFIED, None]),
    passed=st.sampled_from([True, True, True, False, None]),
    is_key=st.booleans(),
    is_concealed=st.booleans(),
)
RANK = {UNQUALIFIED: 0, None: 1, QUALIFIED: 2, EXCELLENT: 3}
STANDS = list(Stand)


@given(st.lists(leaves, min_size=1, max_size=8), st.sampled_from([WATER, "SL/T 223-2025"]))
def test_a_failed_child_never_raises_verdict_or_grade(elements: list[Part], rules: str) -> None:
    before = roll_up(rules, (water_unit(*elements),))
    bad = element(100, grade=None, passed=False)
    after = roll_up(rules, (water_unit(*elements, bad),))
    for was, now in zip((before, before.below[0]), (after, after.below[0]), strict=True):
        assert STANDS.index(now.stand) <= STANDS.index(was.stand)
        assert RANK[now.grade] <= RANK[was.grade]
    assert after.stand is Stand.FAILED


@given(st.lists(leaves, min_size=1, max_size=8), st.randoms())
def test_the_order_of_parts_does_not_matter(elements: list[Part], random: Any) -> None:
    mixed = list(elements)
    random.shuffle(mixed)
    one, other = (roll_up(WATER, (water_unit(*each),)) for each in (elements, mixed))
    assert (one.stand, one.grade) == (other.stand, other.grade)
    assert sorted(map(repr, one.below[0].below[0].findings)) == sorted(
        map(repr, other.below[0].below[0].findings)
    )


@given(st.lists(leaves, min_size=1, max_size=8))
def test_an_open_part_can_still_become_anything_said_of_it(elements: list[Part]) -> None:
    """What an open project may become is no worse than failed and no better than all excellent."""
    whole = roll_up(WATER, (water_unit(*elements),))
    if whole.stand is Stand.OPEN:
        best = [replace(e, passed=True, grade=EXCELLENT) if e.passed is None else e
                for e in elements]  # fmt: skip
        assert roll_up(WATER, (water_unit(*best),)).stand is Stand.PASSED
