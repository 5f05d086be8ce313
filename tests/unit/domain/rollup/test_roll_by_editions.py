"""The roll-up by limits that the bureau has confirmed, and what it says it was judged by."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.projects import RULE_SETS, Level
from acceptance.domain.rollup.parts import Part, PartRecord, Standing
from acceptance.domain.rollup.roll import roll_up
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.rollup.words import Documents, Treatment
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.register import by_code

EXCELLENT, QUALIFIED, UNQUALIFIED = QualityGrade
LOOKS = PartRecord(appearance_rate=Fraction(85), documents=Documents.COMPLETE)
BUILT = PartRecord(appearance_poor=0, documents=Documents.COMPLETE, functions_passed=True)


def water(excellent: int, qualified: int, **given: Any) -> Part:
    """A unit works of one part works with so many unit elements of each grade."""
    grades = [EXCELLENT] * excellent + [QUALIFIED] * qualified
    elements = tuple(
        Part(code=f"1.1.{at}", name="渠段", level=Level.ELEMENT, is_leaf=True, passed=True, grade=g)
        for at, g in enumerate(grades)
    )
    part = Part(code="1.1", name="衬砌", level=Level.DIVISION, parts=elements)
    record = replace(LOOKS, **given)
    return Part(code="1", name="干渠", level=Level.UNIT, record=record, parts=(part,))


def clauses(standing: Standing) -> set[str]:
    return {finding.clause for each in standing.flat() for finding in each.findings}


@pytest.mark.parametrize("rule_set", ["SL 176-2007", "SL 703-2015"])
@pytest.mark.parametrize(
    ("field", "value", "unit", "before", "after"),
    [
        ("part_excellent_share", "75", water(7, 3), EXCELLENT, QUALIFIED),
        ("part_excellent_share", "65", water(13, 7), QUALIFIED, EXCELLENT),
        ("appearance_share_excellent", "90", water(1, 0), EXCELLENT, QUALIFIED),
        ("appearance_share", "90", water(1, 0), EXCELLENT, UNQUALIFIED),
    ],
)
def test_a_changed_share_decides_the_grade(
    rule_set: str, field: str, value: str, unit: Part,
    before: QualityGrade, after: QualityGrade,
) -> None:  # fmt: skip
    table = RULES[rule_set].tables[0].code
    assert roll_up(rule_set, (unit,)).grade is before
    found = roll_up(rule_set, (unit,), editions=Editions({table: {field: value}}))
    assert found.grade is after
    named = [each.basis.edition for each in found.flat() if each.basis]
    assert any("本局核定" in edition for edition in named)


def test_what_the_bureau_says_of_one_standard_is_not_said_of_another() -> None:
    bureau = Editions({"SL 176-2007 grades": {"part_excellent_share": "75"}})
    assert roll_up("SL 703-2015", (water(7, 3),), editions=bureau).grade is EXCELLENT
    assert roll_up("SL 176-2007", (water(7, 3),), editions=bureau).grade is QUALIFIED


def test_works_under_sl_703_cite_no_clause_of_sl_176() -> None:
    units = (
        water(1, 9, appearance_rate=Fraction(60), treatment=Treatment.FORBIDDEN),
        water(1, 9, documents=None, treatment=Treatment.SHAPE_CHANGED),
        water(1, 9, monitoring_passed=False),
        Part(code="9", name="空", level=Level.UNIT, record=LOOKS),
    )
    cited = clauses(roll_up("SL 703-2015", units)) - {""}
    assert cited == {"SL 703-2015"}
    assert any(
        clause.startswith("SL 176-2007 5.") for clause in clauses(roll_up("SL 176-2007", units))
    )


@pytest.mark.parametrize(
    ("rule_set", "doubtful"),
    [
        ("SL 176-2007", False), ("SL 703-2015", True), ("GB 50300-2013", False),
        ("GB 50300-2001", True), ("JTG F80/1-2017", True), ("SL/T 223-2025", True),
    ],
)  # fmt: skip
def test_each_level_names_its_rule_and_whether_it_was_seen_in_print(
    rule_set: str, *, doubtful: bool
) -> None:
    levels = RULE_SETS[rule_set].levels
    part = Part(code="1", name="底", level=levels[-1], is_leaf=True, passed=True, grade=EXCELLENT)
    for level in reversed(levels[:-1]):
        record = LOOKS if rule_set.startswith("SL") else BUILT
        part = Part(code="1", name="上", level=level, record=record, parts=(part,))
    whole = roll_up(rule_set, (part,))
    above = [each.basis for each in whole.flat() if each.part is None or not each.part.is_leaf]
    assert all(basis is not None for basis in above)
    assert {bool(basis.unverified) for basis in above if basis} == {doubtful}
    assert all(basis.cited.startswith(rule_set) for basis in above if basis)
    empty = roll_up(rule_set, (Part(code="1", name="空", level=levels[0]),))
    assert {f.unverified for each in empty.flat() for f in each.findings} == {doubtful}


def test_what_was_compared_with_the_print_is_no_longer_doubtful() -> None:
    confirmed = Editions({"JTG F80/1-2017 levels": {"demands": ""}})
    road = Part(code="1", name="路面", level=Level.UNIT, record=BUILT)
    for editions, doubts in ((SHIPPED, ("demands",)), (confirmed, ())):
        basis = roll_up("JTG F80/1-2017", (road,), editions=editions).below[0].basis
        assert basis is not None
        assert basis.unverified == doubts


def test_the_tables_of_every_rule_set_are_in_the_register() -> None:
    for rules in RULES.values():
        assert rules.tables
        assert all(by_code(table.code) is table for table in rules.tables)
