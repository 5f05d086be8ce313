"""The few figures of a lot that a reviewer compares, method by method."""

from typing import Any

import pytest

from acceptance.domain.checklists.standing import standing_of
from acceptance.domain.evaluation.catalogue import METHODS

COMPACTION = {"values": ["96", "95", "95", "92"], "required": "94", "confidence": "0.90"}
THICKNESS = {
    "values": ["200", "198", "199"], "design": "200", "confidence": "0.90",
    "representative_deviation": "-5", "single_deviation": "-10",
}  # fmt: skip
FLEXURAL = {"groups": ["5", "5.5"], "design": "4.5"}
CONCRETE = {"groups": ["35", "36", "37"], "design": "30", "rule_set": "GB/T 50107-2010"}
MORTAR = {"groups": ["10", "11", "12"], "design": "10", "rule_set": "SL 176-2007"}

# Method, input; then figure, value, sign, limit, coefficient, n, lowest, extreme.
LOTS: list[tuple[str, dict[str, Any], tuple[object, ...]]] = [
    ("compaction", COMPACTION | {"extreme": "89"},
     ("representative", "93.0815", "≥", "94", "0.819", 4, "92", "89")),
    ("compaction", COMPACTION, ("representative", "93.0815", "≥", "94", "0.819", 4, "92", "")),
    ("layer-thickness", THICKNESS | {"extreme_deviation": "-15"},
     ("representative", "197.911", "≥", "195", "1.089", 3, "198", "185")),
    ("layer-thickness", THICKNESS,
     ("representative", "197.911", "≥", "195", "1.089", 3, "198", "")),
    ("base-strength", {"values": ["3", "4", "5"], "design": "3", "z": "1.282"},
     ("mean", "4", "≥", "4.415", "1.282", 3, "3", "")),
    ("base-strength", {"values": ["0.1", "0.1", "5"], "design": "3", "z": "1.282"},
     ("mean", "1.7333", "≥", "", "1.282", 3, "0.1", "")),
    ("deflection", {"values": ["100", "110"], "coefficient": "1.04", "acceptance": "120"},
     ("representative", "112.3539", "≤", "120", "1.04", 2, "", "")),
    ("flexural-strength", FLEXURAL, ("mean", "5.25", "≥", "5.175", "", 2, "5", "3.825")),
    ("concrete-strength", CONCRETE, ("mean", "36", "≥", "34.5", "", 3, "35", "28.5")),
    ("mortar-strength", MORTAR, ("mean", "11", "≥", "10", "", 3, "10", "8")),
]  # fmt: skip


@pytest.mark.parametrize(("method", "given", "wanted"), LOTS)
def test_a_lot_stands_against_its_own_limits(
    method: str, given: dict[str, Any], wanted: tuple[object, ...]
) -> None:
    found = standing_of(METHODS[method].of(given))
    assert found is not None
    assert (
        found.figure, found.value, found.sign, found.limit,
        found.coefficient, found.n, found.lowest, found.extreme,
    ) == wanted  # fmt: skip


def test_the_clause_is_named_and_a_doubtful_limit_is_told() -> None:
    from_memory = standing_of(METHODS["flexural-strength"].of(FLEXURAL))
    printed = standing_of(METHODS["compaction"].of(COMPACTION))
    assert from_memory is not None
    assert from_memory.doubtful
    assert printed is not None
    assert (printed.doubtful, printed.clause) == (False, "JTG F80/1-2017 附录B")


def test_a_method_without_a_mean_has_no_standing() -> None:
    counted = METHODS["minimum-sample"].of({"lot": 100})
    assert standing_of(counted) is None
