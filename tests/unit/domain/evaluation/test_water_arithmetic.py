"""Appearance, rework, accidents, quorum and irrigation at, just under and just over every line."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from acceptance.domain.standards.gb_t_50363 import GB_T_50363_2006, GB_T_50363_2018
from acceptance.domain.standards.sl_176 import SL_176_2007_APPEARANCE
from tests.support.worked_cases import ask


def rate(*items: dict[str, Any] | None) -> Any:
    return ask("appearance", items=list(items))["figures"]


POINTS = [
    (10, 10, "10"), (1000, 999, "9"), (10, 9, "9"), (1000, 899, "7"), (10, 7, "7"),
    (1000, 699, "0"), (10, 0, "0"), (1, 1, "10"), (1, 0, "0"),
]  # fmt: skip


@pytest.mark.parametrize(("points", "passed", "score"), POINTS)
def test_points_make_the_grade_of_an_item(points: int, passed: int, score: str) -> None:
    assert rate({"standard": 10, "points": points, "points_passed": passed})["obtained"] == score


@pytest.mark.parametrize(("grade", "score"), [(1, "10"), (2, "9"), (3, "7"), (4, "0")])
def test_a_grade_earns_its_share(grade: int, score: str) -> None:
    assert rate({"standard": 10, "grade": grade})["obtained"] == score


def test_scores_and_the_rate_have_one_decimal_a_half_going_up() -> None:
    assert rate({"standard": "0.5", "grade": 2})["obtained"] == "0.5"  # 0.45
    assert rate({"standard": "0.5", "grade": 3})["obtained"] == "0.4"  # 0.35
    # Each item is rounded before the sum: 0.35 + 0.35 is 0.8, not 0.7.
    assert rate({"standard": "0.5", "grade": 3}, {"standard": "0.5", "grade": 3})["rate"] == "80"
    published = [{"standard": "90", "points": 10, "points_passed": 9}]
    assert rate(*published) == {
        "n": 1, "scores": ["81"], "due": "90", "obtained": "81", "rate": "90",
    }  # fmt: skip
    third = rate({"standard": 10, "grade": 1}, {"standard": 5, "grade": 4})
    assert third["rate"] == "66.7"


def test_an_absent_item_leaves_both_sums() -> None:
    found = rate({"standard": 10, "grade": 1}, None, {"standard": 10, "grade": 4})
    assert found == {
        "n": 2, "scores": ["10", None, "0"], "due": "20", "obtained": "10", "rate": "50",
    }  # fmt: skip
    nothing = ask("appearance", items=[None, None])
    assert (nothing["verdict"], nothing["figures"]["rate"]) == ("no_data", None)
    assert ask("appearance", items=[{"standard": 1, "grade": 4}])["verdict"] is None


def test_the_order_of_the_items_does_not_matter() -> None:
    items = [{"standard": 12, "grade": 2}, {"standard": "3.3", "grade": 3}, None,
             {"standard": 10, "points": 7, "points_passed": 5}]  # fmt: skip
    found = {rate(*each)["rate"] for each in permutations(items)}
    assert len(found) == 1


@pytest.mark.parametrize("grade", [1, 2, 3, 4])
def test_an_item_that_failed_never_raises_the_rate(grade: int) -> None:
    sound = {"standard": 10, "grade": grade}
    before, after = rate(sound)["rate"], rate(sound, {"standard": 3, "grade": 4})["rate"]
    assert Fraction(after) <= Fraction(before)


def test_the_standard_scores_of_hydraulic_structures_are_those_of_the_table() -> None:
    scores = {item.title: item.score for item in SL_176_2007_APPEARANCE.items}
    assert (scores["建筑物外部尺寸"], scores["大角方正"], scores["启闭平台梁、柱、排架"]) == (
        12,
        5,
        5,
    )
    assert len(scores) == 27
    assert "items" in SL_176_2007_APPEARANCE.unverified


TREATMENTS = [
    ("redone", "excellent", False), ("strengthened_design_met", "qualified", False),
    ("accepted_below_design", "qualified", True), ("shape_changed", "qualified", True),
]  # fmt: skip


@pytest.mark.parametrize(("treatment", "grade", "filed"), TREATMENTS)
def test_a_treatment_leaves_a_best_grade(treatment: str, grade: str, filed: bool) -> None:
    found = ask("rework-limit", treatment=treatment)
    assert found["figures"] == {"best_grade": grade, "defect_record": filed}
    assert found["verdict"] is None


LOSSES = [
    (works, loss, word)
    for kinds, floors in (
        (("mass_concrete", "metal_and_electromechanical"), (20, 100, 500, 3000)),
        (("earthworks", "thin_concrete"), (10, 30, 100, 1000)),
    )
    for works in kinds
    for floor, below, above in zip(
        floors,
        ("defect", "minor", "major", "serious"),
        ("minor", "major", "serious", "extraordinary"),
        strict=True,
    )
    for loss, word in ((str(floor), below), (f"{floor}.01", above))
]


@pytest.mark.parametrize(("works", "loss", "word"), [*LOSSES, ("earthworks", "0", "defect")])
def test_a_loss_on_the_floor_belongs_to_the_class_below(works: str, loss: str, word: str) -> None:
    found = ask("accident-class", works=works, loss_wan=loss)
    assert (found["figures"], found["verdict"]) == ({"accident": word}, None)


VOTES = [(3, 2, True), (3, 1, False), (9, 6, True), (9, 5, False), (10, 7, True), (10, 6, False),
         (1, 1, True), (1, 0, False), (100, 67, True), (100, 66, False)]  # fmt: skip


@pytest.mark.parametrize(("members", "agree", "carried"), VOTES)
def test_two_thirds_of_the_members_conclude(members: int, agree: int, carried: bool) -> None:
    found = ask("quorum", members=members, agree=agree)
    assert found["verdict"] == ("pass" if carried else "fail")
    assert [each["code"] for each in found["findings"]] == ([] if carried else ["quorum_missing"])
    assert (agree >= found["figures"]["agree_required"]) is carried


LIMITS = [
    ("large", "canal_system", None, "0.55"), ("medium", "canal_system", None, "0.65"),
    ("small", "canal_system", None, "0.75"), ("well", "canal_system", "lining", "0.90"),
    ("well", "canal_system", "pipe", "0.95"), ("large", "irrigation", None, "0.50"),
    ("medium", "irrigation", None, "0.60"), ("small", "irrigation", None, "0.70"),
    ("well", "irrigation", None, "0.80"), ("sprinkler", "irrigation", None, "0.80"),
    ("micro_spray", "irrigation", None, "0.85"), ("drip", "irrigation", None, "0.90"),
]  # fmt: skip


@pytest.mark.parametrize("rules", [GB_T_50363_2006, GB_T_50363_2018])
@pytest.mark.parametrize(("kind", "measure", "conveyance", "required"), LIMITS)
def test_an_efficiency_reaches_its_limit_by_equality(
    rules: Any, kind: str, measure: str, conveyance: str | None, required: str
) -> None:
    given = {"rule_set": rules.name, "kind": kind, "measure": measure, "conveyance": conveyance}
    reached = ask("irrigation-efficiency", **given, value=required)
    assert (reached["verdict"], reached["findings"]) == ("pass", [])
    assert Fraction(reached["figures"]["required"]) == Fraction(required)
    just = str(Fraction(required) * 10000 - 1).split("/", 1)[0].rjust(4, "0")
    short = ask("irrigation-efficiency", **given, value=f"0.{just}")
    assert (short["verdict"], short["findings"][0]["code"]) == ("fail", "efficiency_below")
    assert bool(reached["basis"]["unverified"]) is (rules is GB_T_50363_2018)


def test_levels_of_canals_multiply() -> None:
    assert ask("canal-efficiency", levels=["0.5", "0.5", 1])["figures"]["efficiency"] == "0.25"
    assert ask("canal-efficiency", levels=["0.95"])["verdict"] is None


def test_uniformity_is_one_less_the_mean_departure() -> None:
    def cu(*flows: Any) -> Any:
        return ask("uniformity", flows=list(flows))["figures"]["cu"]

    assert (cu(3), cu(2, 2), cu(1, 3), cu(0, 1)) == ("1", "1", "0.5", "0")
    assert cu(200, 220, 180) == cu("2.0", "1.8", "2.2")


def test_water_is_saved_by_the_gain_of_efficiency() -> None:
    def saved(**change: Any) -> Any:
        given = {"area_mu": 100, "net_m3_per_mu": 200, "before": "0.5", "after": "0.8"}
        return ask("water-saved", **{**given, **change})

    assert saved()["figures"] == {"saved_m3": "15000", "saved_m3_per_mu": "150"}
    assert (saved()["findings"], saved()["verdict"]) == ([], None)
    assert saved(after="0.5")["figures"]["saved_m3"] == "0"
    assert saved(after="0.4")["figures"]["saved_m3"] == "-10000"
    assert saved(net_m3_per_mu="266.67")["findings"][0]["code"] == "saving_unusual"
    for least_or_most in ("20", "200"):
        net = {"net_m3_per_mu": least_or_most, "before": "0.5", "after": 1}
        assert saved(**net)["findings"] == []


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("appearance", {"items": []}, "items"),
    ("appearance", {"items": [{"standard": 10}]}, "items.0.grade"),
    ("appearance", {"items": [None, {"grade": 1}]}, "items.1.standard"),
    ("appearance", {"items": [{"standard": 10, "grade": 5}]}, "items.0.grade"),
    ("appearance", {"items": [{"standard": 10, "grade": 0}]}, "items.0.grade"),
    ("appearance", {"items": [{"standard": 0, "grade": 1}]}, "items.0.standard"),
    ("appearance", {"items": [{"standard": 1, "points": 2}]}, "items.0.points_passed"),
    ("appearance", {"items": [{"standard": 1, "points_passed": 2}]}, "items.0.points"),
    ("appearance", {"items": [{"standard": 1, "points": 2, "points_passed": 3}]},
     "items.0.points_passed"),
    ("appearance", {"items": [{"standard": 1, "points": 0, "points_passed": 0}]},
     "items.0.points"),
    ("appearance", {"items": [{"standard": 1, "grade": 1, "points": 2}]}, "items.0.points"),
    ("rework-limit", {"treatment": "painted"}, "treatment"),
    ("accident-class", {"works": "mass_concrete"}, "loss_wan"),
    ("accident-class", {"works": "mass_concrete", "loss_wan": -1}, "loss_wan"),
    ("accident-class", {"works": "road", "loss_wan": 1}, "works"),
    ("quorum", {"members": 0, "agree": 0}, "members"),
    ("quorum", {"members": 3, "agree": 4}, "agree"),
    ("quorum", {"members": 3, "agree": "1.5"}, "agree"),
    ("canal-efficiency", {"levels": []}, "levels"),
    ("canal-efficiency", {"levels": ["0.9", 0]}, "levels.1"),
    ("canal-efficiency", {"levels": ["1.01"]}, "levels.0"),
    ("canal-efficiency", {"levels": [1] * 51}, "levels"),
    ("irrigation-efficiency", {"kind": "well", "measure": "canal_system", "value": 1},
     "conveyance"),
    ("irrigation-efficiency", {"kind": "drip", "measure": "canal_system", "value": 1}, "measure"),
    ("irrigation-efficiency", {"kind": "sprinkler", "measure": "canal_system", "value": 1},
     "measure"),
    ("irrigation-efficiency", {"kind": "micro_spray", "measure": "canal_system", "value": 1},
     "measure"),
    ("irrigation-efficiency",
     {"kind": "large", "measure": "irrigation", "value": 1, "conveyance": "pipe"}, "conveyance"),
    ("irrigation-efficiency", {"kind": "large", "measure": "irrigation", "value": 55}, "value"),
    ("uniformity", {"flows": []}, "flows"),
    ("uniformity", {"flows": [0, 0]}, "flows"),
    ("uniformity", {"flows": [1, -1]}, "flows.1"),
    ("water-saved", {"area_mu": 1, "net_m3_per_mu": 1, "before": 0, "after": 1}, "before"),
    ("water-saved", {"area_mu": 1, "net_m3_per_mu": 1, "before": 1, "after": 0}, "after"),
    ("water-saved", {"area_mu": -1, "net_m3_per_mu": 1, "before": 1, "after": 1}, "area_mu"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "given", "field"), WRONG)
def test_what_is_wrong_is_named(method: str, given: dict[str, Any], field: str) -> None:
    assert ask(method, **given)["error"]["field"] == field
