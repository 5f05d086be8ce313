"""Roads: JTG F80/1 appendix B, G, H, J, L and clause 3.2.5."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.schema import schema_of
from acceptance.domain.standards.jtg_coefficients import CONFIDENCES, coefficient
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2004, JTG_F80_1_2017, RoadRules
from tests.support.worked_cases import ask

EVEN = ["96", "96", "96", "96", "96", "96"]


def codes(found: dict[str, Any]) -> list[str]:
    return [finding["code"] for finding in found["findings"]]


@pytest.mark.parametrize(
    ("n", "confidence", "value"),
    [
        (2, "0.90", "2.176"), (12, "0.90", "0.393"), (30, "0.95", "0.310"), (31, "0.99", "0.442"),
        (100, "0.99", "0.236"), (100, "0.90", "0.129"),
    ],
)  # fmt: skip
def test_the_coefficient_is_the_printed_one(n: int, confidence: str, value: str) -> None:
    assert coefficient(n, Fraction(confidence)) == Fraction(value)


def test_coefficients_fall_with_more_points_and_less_confidence() -> None:
    for confidence in CONFIDENCES:
        row = [coefficient(n, confidence) for n in range(2, 130)]
        assert row == sorted(row, reverse=True)
    assert all(
        coefficient(n, CONFIDENCES[0]) < coefficient(n, CONFIDENCES[2]) for n in (2, 50, 200)
    )


@pytest.mark.parametrize(
    ("road", "limits"),
    [("expressway_first", [96, 96, 94, 93]), ("second", [95, 95, 94, 92]),
     ("third_fourth", [94, 94, 93, 90])],
)  # fmt: skip
@pytest.mark.parametrize("rules", [JTG_F80_1_2017, JTG_F80_1_2004])
def test_a_subgrade_needs_what_the_table_says(
    rules: RoadRules, road: str, limits: list[int]
) -> None:
    needed = rules.subgrade[road]
    assert [
        needed.upper_bed, needed.lower_bed, needed.upper_fill, needed.lower_fill,
    ] == limits  # fmt: skip


def test_a_key_item_needed_less_in_2004() -> None:
    assert (JTG_F80_1_2004.least_rate("key"), JTG_F80_1_2017.least_rate("key")) == (90, 95)


def test_no_coefficient_is_given_where_none_is_known() -> None:
    assert "fourth" not in JTG_F80_1_2004.deflection
    assert JTG_F80_1_2004.subgrade_deflection["second"] == Fraction("1.645")
    assert JTG_F80_1_2004.doubtful("deflection", "subgrade_deflection") == (
        "deflection", "subgrade_deflection",
    )  # fmt: skip


@pytest.mark.parametrize(("lowest", "qualified"), [("94", 2), ("93.99", 1)])
def test_two_points_of_margin_unless_another_is_given(lowest: str, qualified: int) -> None:
    found = ask("compaction", values=["98", lowest], required="96", confidence="0.90")
    assert found["figures"]["qualified"] == qualified
    asphalt = ask("compaction", values=["98", lowest], required="96", confidence="0.90", margin=1)
    assert asphalt["figures"]["qualified"] == 1


@pytest.mark.parametrize(
    ("values", "change", "verdict", "reasons"),
    [
        (EVEN, {"required": "96"}, "pass", []),
        (EVEN, {"required": "96.01"}, "fail", ["representative_below"]),
        ([*["98"] * 19, "94"], {"required": "96"}, "pass", []),
        ([*["98"] * 19, "93.9"], {"required": "96"}, "pass", []),
        ([*["98"] * 18, "93.9"], {"required": "96"}, "fail", ["rate_below"]),
        ([*["99"] * 19, "91"], {"required": "96", "extreme": "91"}, "pass", []),
        (
            [*["99"] * 19, "90.9"],
            {"required": "96", "extreme": "91"},
            "fail",
            ["points_beyond_extreme"],
        ),
    ],
)
def test_compaction(
    values: list[str], change: dict[str, str], verdict: str, reasons: list[str]
) -> None:
    found = ask("compaction", values=values, confidence="0.95", **change)
    assert (found["verdict"], codes(found)) == (verdict, reasons)


@pytest.mark.parametrize(
    ("values", "extreme", "verdict", "reasons"),
    [
        (["19.2"] * 6, None, "pass", []),
        (["19.19"] * 6, None, "fail", ["representative_below"]),
        ([*["20.5"] * 19, "18.5"], None, "pass", []),
        ([*["20.5"] * 18, "18.4"], None, "fail", ["rate_below"]),
        ([*["20.5"] * 19, "17.9"], "-2.1", "pass", []),
        ([*["20.5"] * 19, "17.8"], "-2.1", "fail", ["points_beyond_extreme"]),
    ],
)
def test_thickness(
    values: list[str], extreme: str | None, verdict: str, reasons: list[str]
) -> None:
    found = ask(
        "layer-thickness", values=values, design=20, representative_deviation="-0.8",
        single_deviation="-1.5", extreme_deviation=extreme, confidence="0.90",
    )  # fmt: skip
    assert (found["verdict"], codes(found)) == (verdict, reasons)


@pytest.mark.parametrize(
    ("values", "z", "verdict"),
    [(["3.2", "3.2"], "1.282", "pass"), (["3.19", "3.19"], "1.282", "fail"),
     (["1", "99"], "1.645", "fail"), (["3", "5"], "0", "pass")],
)  # fmt: skip
def test_base_strength(values: list[str], z: str, verdict: str) -> None:
    assert ask("base-strength", values=values, design="3.2", z=z)["verdict"] == verdict


def test_a_spread_beyond_all_measure_has_no_threshold() -> None:
    found = ask("base-strength", values=["1", "99"], design="3.2", z="1.645")
    assert found["figures"]["threshold"] is None
    assert codes(found) == ["spread_too_wide"]


@pytest.mark.parametrize(
    ("passes", "counts"),
    [(0, [12]), (1, [12, 11]), (2, [12, 11, 10]), (3, [12, 11, 10, 9]), (4, [12, 11, 10, 9]),
     ("all", [12, 11, 10, 9])],
)  # fmt: skip
def test_deflection_lists_every_round(passes: int | str, counts: list[int]) -> None:
    values = [20, 22, 21, 23, 19, 20, 22, 21, 20, 28, 40, 90]
    found = ask("deflection", values=values, coefficient="1.645", rejection_passes=passes)
    rounds = found["figures"]["rounds"]
    assert [each["n"] for each in rounds] == counts
    assert rounds[-1]["rejected"] == 0
    assert found["verdict"] is None


def test_a_value_exactly_at_the_multiple_is_kept() -> None:
    # The mean is 10 and the deviation 10: the outer two lie exactly one deviation off.
    found = ask(
        "deflection", values=[0, 10, 20], coefficient=0, rejection_multiple=1,
        rejection_passes="all",
    )  # fmt: skip
    assert [each["n"] for each in found["figures"]["rounds"]] == [3]


@pytest.mark.parametrize(
    ("factors", "value"),
    [({}, "20"), ({"moisture_factor": "1.2"}, "24"), ({"temperature_factor": "0.9"}, "18"),
     ({"moisture_factor": "1.2", "temperature_factor": "0.9"}, "21.6")],
)  # fmt: skip
def test_both_factors_multiply_the_deflection(factors: dict[str, str], value: str) -> None:
    found = ask("deflection", values=[20, 20], coefficient="1.5", **factors)
    assert found["figures"]["representative"] == value


@pytest.mark.parametrize(("acceptance", "verdict"), [("20", "pass"), ("19.99", "fail")])
def test_deflection_at_its_limit(acceptance: str, verdict: str) -> None:
    found = ask("deflection", values=[20, 20], coefficient="1.5", acceptance=acceptance)
    assert found["verdict"] == verdict


@pytest.mark.parametrize(("design", "verdict"), [("53", "pass"), ("53.01", "fail")])
def test_skid_resistance_fails_by_the_representative_value_alone(design: str, verdict: str) -> None:
    found = ask("skid-resistance", values=[53, 53, 53], design=design, confidence="0.95")
    assert found["verdict"] == verdict
    lone = ask("skid-resistance", values=[60, 60, 60, 60, 49], design=50, confidence="0.90")
    assert (lone["verdict"], lone["figures"]["rate"]) == ("pass", "80")


@pytest.mark.parametrize(
    ("item_class", "qualified", "verdict"),
    [
        ("key", 95, "pass"), ("key", 94, "fail"), ("general", 80, "pass"), ("general", 79, "fail"),
        ("essential", 100, "pass"), ("essential", 99, "fail"),
        ("mechatronic", 100, "pass"), ("mechatronic", 99, "fail"),
    ],
)  # fmt: skip
def test_the_class_of_an_item_decides_its_rate(
    item_class: str, qualified: int, verdict: str
) -> None:
    item = {"item_class": item_class, "checked": 100, "qualified": qualified}
    assert ask("road-sub-item", items=[item])["verdict"] == verdict


@pytest.mark.parametrize(
    ("change", "item", "reason"),
    [
        ({"documents_complete": False}, {}, "documents_not_complete"),
        ({"basic_requirements_met": False}, {}, "basic_requirements_not_met"),
        ({"appearance_limit_defect": True}, {}, "appearance_limit_defect"),
        ({}, {"extreme_broken": True}, "road_item_beyond_extreme"),
        ({}, {"statistical_pass": False}, "road_item_statistics_fail"),
    ],
)
def test_one_thing_wrong_fails_the_sub_item(
    change: dict[str, bool], item: dict[str, bool], reason: str
) -> None:
    items = [{"item_class": "key", "checked": 1, "qualified": 1} | item]
    found = ask("road-sub-item", items=items, **change)
    assert (found["verdict"], codes(found)) == ("fail", [reason])


@pytest.mark.parametrize(
    ("method", "change", "field"),
    [
        ("compaction", {"confidence": "0.97"}, "confidence"),
        ("compaction", {"margin": -1}, "margin"),
        ("deflection", {"rejection_passes": "some"}, "rejection_passes"),
        ("deflection", {"rejection_passes": -1}, "rejection_passes"),
        ("deflection", {"rejection_multiple": "0.1", "rejection_passes": 1}, "rejection_multiple"),
        ("score-2004", {"items": [{"rate": 80, "weight": 0}]}, "items.0.weight"),
        ("score-2004", {"items": [{"rate": 80, "score": 80, "weight": 1}]}, "items.0.score"),
        ("score-2004", {"items": [{"weight": 1}]}, "items.0.rate"),
        ("score-2004", {"items": [{"rate": 101, "weight": 1}]}, "items.0.rate"),
        ("section-score", {"parts": [{"score": 80, "investment": 0}]}, "parts.0.investment"),
        ("completion-quality", {"supervisor_rating": 90}, "supervisor_rating"),
        ("completion-quality", {"handover": None}, "handover"),
        ("completion-quality", {"merged": True, "handover": None}, "supervisor_rating"),
        ("road-sub-item", {"items": [{"item_class": "key", "checked": 1, "qualified": 2}]},
         "items.0.qualified"),
        ("road-sub-item", {"items": []}, "items"),
    ],
)  # fmt: skip
def test_bad_input_names_its_field(method: str, change: dict[str, Any], field: str) -> None:
    good: dict[str, dict[str, Any]] = {
        "compaction": {"values": EVEN, "required": 95, "confidence": "0.95"},
        "deflection": {"values": [20, 30, 22], "coefficient": "1.5"},
        "completion-quality": {"handover": 90, "supervision": 90, "committee": 90},
    }
    given_input = {k: v for k, v in (good.get(method, {}) | change).items() if v is not None}
    assert ask(method, **given_input)["error"]["field"] == field


VALUES = st.lists(st.decimals(80, 110, places=1).map(str), min_size=2, max_size=40)


@given(VALUES, st.randoms())
def test_the_order_of_points_does_not_matter(values: list[str], chance: Any) -> None:
    shuffled = list(values)
    chance.shuffle(shuffled)
    first, second = (
        ask("compaction", values=each, required=94, confidence="0.95", extreme=89)
        for each in (values, shuffled)
    )
    assert (first["verdict"], first["figures"]) == (second["verdict"], second["figures"])


@given(st.lists(st.integers(150, 260), min_size=2, max_size=40))
def test_another_unit_of_length_gives_the_same_verdict(values: list[int]) -> None:
    def judged(scale: Fraction) -> tuple[str, str]:
        def said(value: int | Fraction) -> str:
            return str(Fraction(value) * scale) if scale == 1 else f"{float(value * scale):.4f}"

        found = ask(
            "layer-thickness", values=[said(v) for v in values], design=said(200),
            representative_deviation=said(-8), single_deviation=said(-15),
            extreme_deviation=said(-25), confidence="0.95",
        )  # fmt: skip
        return found["verdict"], found["figures"]["rate"]

    assert judged(Fraction(1)) == judged(Fraction(1, 10)) == judged(Fraction(1, 1000))


def test_the_description_admits_the_word_in_place_of_a_count() -> None:
    described = str(schema_of(METHODS["deflection"].given)["properties"]["rejection_passes"])
    assert "{'enum': ['all']}" in described
