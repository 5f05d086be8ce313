"""Specimens and samples: every limit exactly at, just under and one more."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from tests.support.worked_cases import ask


@pytest.mark.parametrize(
    ("strengths", "rule", "value"),
    [
        (("34", "40", "46"), "mean", "40"),
        (("33.99", "40", "46"), "middle", "40"),
        (("34", "40", "46.01"), "middle", "40"),
        (("33.99", "40", "46.01"), "void", None),
        (("0", "0", "0"), "mean", "0"),
    ],
)
def test_fifteen_percent_of_the_middle(strengths: Any, rule: str, value: str | None) -> None:
    for order in permutations(strengths):
        found = ask("specimen-group", strengths=list(order))
        assert (found["figures"]["rule"], found["figures"]["value"]) == (rule, value)
        assert found["verdict"] == ("invalid" if value is None else None)
        beams = {"span_mm": 450, "width_mm": 150, "height_mm": 150}
        # 450 mm / (150 × 150² mm³) makes 2/15 MPa of a kilonewton.
        loads = [str(Decimal(each) * Decimal("7.5")) for each in order]
        assert ask("beam-group", loads_kn=loads, **beams)["figures"]["rule"] == rule


def test_the_size_factor_counts_once() -> None:
    found = ask("specimen-group", strengths=[30, 31, 32], size_factor="0.95")
    assert found["figures"]["value"] == "29.45"


@pytest.mark.parametrize(
    ("lot", "sample"),
    [
        (1, 1), (2, 2), (15, 2), (16, 3), (25, 3), (26, 5), (90, 5), (91, 8), (150, 8), (151, 13),
        (280, 13), (281, 20), (500, 20), (501, 32), (1200, 32), (1201, 50), (3200, 50),
    ],
)  # fmt: skip
def test_table_3_0_9(lot: int, sample: int) -> None:
    found = ask("minimum-sample", lot=lot)
    assert (found["figures"]["sample"], found["verdict"]) == (sample, None)


@pytest.mark.parametrize(
    ("size", "accept"),
    [(5, 1), (6, 1), (7, 2), (8, 2), (13, 3), (14, 3), (15, 4), (20, 5), (32, 7), (50, 10),
     (65, 12), (80, 14), (125, 21)],
)  # fmt: skip
def test_the_single_plan(size: int, accept: int) -> None:
    for bad, verdict in ((accept, "pass"), (accept + 1, "fail")):
        found = ask("counted-sampling", plan="single", size=size, defective=bad)
        assert found["verdict"] == verdict
        assert (found["figures"]["accept"], found["figures"]["reject"]) == (accept, accept + 1)


@pytest.mark.parametrize(
    ("size", "accept", "reject", "sum_accept"),
    [(3, 0, 2, 1), (5, 0, 3, 3), (8, 1, 3, 4), (13, 2, 5, 6), (20, 3, 6, 9), (26, 4, 8, 11),
     (32, 5, 9, 12), (50, 7, 11, 18), (80, 11, 16, 26)],
)  # fmt: skip
def test_the_double_plan(size: int, accept: int, reject: int, sum_accept: int) -> None:
    def of(first: int, second: int | None = None) -> Any:
        given = {} if second is None else {"second_defective": second}
        return ask("counted-sampling", plan="double", size=size, defective=first, **given)

    assert of(accept)["verdict"] == "pass"
    assert of(reject)["verdict"] == of(reject, 0)["verdict"] == "fail"
    assert of(accept + 1)["verdict"] == of(reject - 1)["verdict"] == "second_sample"
    assert (of(accept)["figures"]["accept"], of(accept)["figures"]["reject"]) == (accept, reject)
    rest = sum_accept - accept - 1
    assert of(accept + 1, rest)["verdict"] == "pass"
    assert of(accept + 1, rest + 1)["verdict"] == "fail"
    assert of(accept + 1, rest)["figures"]["accept"] == sum_accept


@pytest.mark.parametrize(
    ("given", "verdict"),
    [
        ({"points": 100, "failed": 10}, "pass"),
        ({"points": 100, "failed": 11}, "second_sample"),
        ({"points": 100, "failed": 20}, "second_sample"),
        ({"points": 100, "failed": 21}, "fail"),
        ({"points": 100, "failed": 21, "second_points": 900, "second_failed": 0}, "fail"),
        ({"points": 100, "failed": 15, "second_points": 100, "second_failed": 5}, "pass"),
        ({"points": 100, "failed": 15, "second_points": 100, "second_failed": 6}, "fail"),
        ({"points": 100, "failed": 1, "beyond_cap": 1}, "fail"),
        ({"points": 100, "failed": 15, "beyond_cap": 1}, "fail"),
    ],
)
def test_the_cover(given: dict[str, int], verdict: str) -> None:
    assert ask("rebar-cover", **given)["verdict"] == verdict


@pytest.mark.parametrize(
    ("item_class", "good", "verdict"),
    [("general", 80, "pass"), ("general", 79, "fail"), ("key", 95, "pass"), ("key", 94, "fail"),
     ("dominant", 100, "pass"), ("dominant", 99, "fail")],
)  # fmt: skip
def test_the_least_rate(item_class: str, good: int, verdict: str) -> None:
    points = [5] * good + [6] * (100 - good)
    for order in (points, points[::-1]):
        found = ask("measured-item", item_class=item_class, deviations=order, tolerance=[-5, 5])
        assert (found["verdict"], found["figures"]["qualified"]) == (verdict, good)


@pytest.mark.parametrize(
    ("point", "tolerance", "beyond"),
    [
        ("7.5", [-5, 5], 0),
        ("7.501", [-5, 5], 1),
        ("-7.5", [-5, 5], 0),
        ("-7.501", [-5, 5], 1),
        ("-0.001", [0, 5], 1),
        ("2", [2, 5], 0),
    ],
)
def test_the_cap(point: str, tolerance: list[int], beyond: int) -> None:
    given = {"item_class": "general", "tolerance": tolerance, "cap_factor": "1.5"}
    found = ask("measured-item", deviations=[point, 3, 3, 3, 3], **given)
    assert found["figures"]["beyond_cap"] == beyond
    assert found["verdict"] == ("fail" if beyond else "pass")


def test_scaling_the_unit_changes_nothing() -> None:
    given = {"item_class": "general", "cap_factor": "1.5"}
    metres = ask(
        "measured-item", deviations=["0.005", "-0.008"], tolerance=["-0.005", "0.005"], **given
    )
    millimetres = ask("measured-item", deviations=[5, -8], tolerance=[-5, 5], **given)
    assert metres["figures"] == millimetres["figures"]


GENERAL = {"item_class": "general", "tolerance": [-5, 5]}


@pytest.mark.parametrize(
    ("method", "given", "field"),
    [
        ("specimen-group", {"strengths": [30, 31]}, "strengths"),
        ("specimen-group", {"strengths": [30, 31, 32], "size_factor": 0}, "size_factor"),
        ("beam-group", {"loads_kn": [1, 2, 3], "span_mm": 0, "width_mm": 1, "height_mm": 1},
         "span_mm"),
        ("minimum-sample", {"lot": 0}, "lot"),
        ("minimum-sample", {"lot": 3201}, "lot"),
        ("counted-sampling", {"plan": "single", "size": 4, "defective": 0}, "size"),
        ("counted-sampling", {"plan": "single", "size": 126, "defective": 0}, "size"),
        ("counted-sampling", {"plan": "double", "size": 81, "defective": 0}, "size"),
        ("counted-sampling", {"plan": "single", "size": 8, "defective": 9}, "defective"),
        ("counted-sampling", {"plan": "single", "size": 8, "defective": 1, "second_defective": 0},
         "second_defective"),
        ("counted-sampling", {"plan": "double", "size": 8, "defective": 2, "second_defective": 9},
         "second_defective"),
        ("rebar-cover", {"points": 0, "failed": 0}, "points"),
        ("rebar-cover", {"points": 5, "failed": 6}, "failed"),
        ("rebar-cover", {"points": 5, "failed": 1, "second_points": 5}, "second_failed"),
        ("rebar-cover", {"points": 5, "failed": 1, "second_failed": 0}, "second_points"),
        ("rebar-cover", {"points": 5, "failed": 1, "second_points": 5, "second_failed": 6},
         "second_failed"),
        ("rebar-cover", {"points": 5, "failed": 1, "beyond_cap": 2}, "beyond_cap"),
        ("measured-item", GENERAL, "deviations"),
        ("measured-item", {**GENERAL, "deviations": []}, "deviations"),
        ("measured-item", {**GENERAL, "values": [1]}, "design"),
        ("measured-item", {**GENERAL, "values": [1], "design": 1, "deviations": [0]}, "values"),
        ("measured-item", {**GENERAL, "deviations": [0], "design": 1}, "design"),
        ("measured-item", {**GENERAL, "deviations": [0], "tolerance": [5, -5]}, "tolerance.0"),
        ("measured-item", {**GENERAL, "deviations": [0], "minimum_rate": 101}, "minimum_rate"),
        ("measured-item", {**GENERAL, "deviations": [0], "cap_factor": "0.9"}, "cap_factor"),
    ],
)  # fmt: skip
def test_bad_inputs_name_their_field(method: str, given: dict[str, Any], field: str) -> None:
    assert ask(method, **given)["error"]["field"] == field
