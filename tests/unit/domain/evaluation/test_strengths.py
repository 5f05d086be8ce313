"""Lots of concrete, mortar and pavement: each limit exactly at and just under."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.worked_cases import ask

SUMMARY = ("n", "mean", "deviation", "minimum")


def concrete(rule_set: str, design: int, summary: tuple[Any, ...], **more: Any) -> dict[str, Any]:
    given = dict(zip(SUMMARY, summary, strict=True))
    return ask("concrete-strength", rule_set=rule_set, design=design, summary=given, **more)


GB, GBJ = "GB/T 50107-2010", "GBJ 107-1987"
JTG, OLD_JTG, SL = "JTG F80/1-2017", "JTG F80/1-2004", "SL 176-2007"


@pytest.mark.parametrize(
    ("rule_set", "design", "n", "spread", "mean", "minimum"),
    [
        (GB, 30, 9, "1", "34.5", "28.5"),
        (GB, 60, 9, "1", "66", "57"),
        (GB, 30, 10, "2", "32.875", "27"),
        (GB, 30, 14, "4", "34.6", "27"),
        (GB, 30, 15, "4", "34.2", "25.5"),
        (GB, 30, 20, "4", "33.8", "25.5"),
        (JTG, 30, 9, "1", "34.5", "28.5"),
        (JTG, 60, 9, "1", "66", "57"),
        (JTG, 30, 14, "4", "34.6", "27"),
        (JTG, 30, 19, "2", "32.625", "25.5"),
        (JTG, 30, 20, "4", "33.8", "25.5"),
        (GBJ, 30, 9, "1", "34.5", "28.5"),
        (GBJ, 30, 14, "1", "30.06", "27"),
        (GBJ, 30, 24, "2", "30.3", "25.5"),
        (OLD_JTG, 30, 9, "1", "34.5", "28.5"),
        (OLD_JTG, 60, 9, "1", "69", "57"),
        (OLD_JTG, 30, 10, "1", "30.06", "27"),
        (OLD_JTG, 30, 15, "2", "30.3", "25.5"),
        (OLD_JTG, 30, 25, "2", "30.2", "25.5"),
        (SL, 20, 1, "0", "23", "23"),
        (SL, 20, 2, "9", "23", "19"),
        (SL, 20, 4, "9", "23", "19"),
    ],
)
def test_mean_and_lowest_group(
    rule_set: str, design: int, n: int, spread: str, mean: str, minimum: str
) -> None:
    def verdict(*summary: Any) -> Any:
        return concrete(rule_set, design, summary)["verdict"]

    found = concrete(rule_set, design, (n, mean, spread, minimum))
    assert found["verdict"] == "pass"
    required = (found["figures"]["mean_required"], found["figures"]["minimum_required"])
    assert required == (mean, minimum)
    less = [str(round(float(each) - 0.001, 3)) for each in (mean, minimum)]
    assert verdict(n, less[0], spread, min(minimum, less[0])) == "fail"
    assert verdict(n, mean, spread, less[1]) == "fail"


@pytest.mark.parametrize(
    ("design", "n", "spread", "mean", "verdict"),
    [
        (20, 5, "1", "21.4", "fail"),
        (20, 5, "1", "21.401", "pass"),
        (20, 29, "4", "23", "pass"),
        (20, 29, "4", "22.999", "fail"),
        (15, 5, "1", "16.05", "fail"),
        (15, 5, "1", "16.051", "pass"),
        (15, 29, "5", "20", "pass"),
        (15, 29, "5", "19.999", "fail"),
    ],
)
def test_some_groups_of_water_works(
    design: int, n: int, spread: str, mean: str, verdict: str
) -> None:
    found = concrete(SL, design, (n, mean, spread, 1))
    assert found["verdict"] == verdict
    assert found["grade"] == ("qualified" if verdict == "pass" else "unqualified")


@pytest.mark.parametrize(
    ("design", "mean", "spread", "minimum", "reinforced", "grade"),
    [
        (20, "22.8", "2", "18", False, "excellent"),
        (20, "22.8", "2", "17.999", False, "qualified"),
        (20, "22.8", "2", "17", False, "qualified"),
        (20, "22.8", "2", "16.999", False, "unqualified"),
        (20, "22.8", "2", "18", True, "qualified"),
        (20, "23.3", "2", "18", True, "excellent"),
        (20, "23.28", "2", "18", True, "qualified"),
        (20, "22.56", "2", "18", True, "unqualified"),
        (20, "22.58", "2", "18", True, "qualified"),
        (20, "22.08", "2", "18", False, "excellent"),
        (20, "22.06", "2", "18", False, "qualified"),
        (20, "21.68", "2", "18", False, "unqualified"),
        (20, "21.70", "2", "18", False, "qualified"),
        (20, "30", "4.2", "18", False, "qualified"),
        (20, "30", "4.199", "18", False, "excellent"),
        (20, "30", "5.4", "18", False, "unqualified"),
        (20, "30", "5.399", "18", False, "qualified"),
        (15, "25", "4.5", "14", False, "qualified"),
        (15, "25", "4.499", "14", False, "excellent"),
        (15, "25", "5.5", "14", False, "unqualified"),
        (15, "20", "0", "14", True, "excellent"),
    ],
)
def test_many_groups_of_water_works(
    design: int, mean: str, spread: str, minimum: str, reinforced: bool, grade: str
) -> None:
    found = concrete(SL, design, (30, mean, spread, minimum), reinforced=reinforced)
    assert found["grade"] == grade
    assert found["verdict"] == ("fail" if grade == "unqualified" else "pass")


@pytest.mark.parametrize(
    ("rule_set", "design", "groups", "verdict"),
    [
        ("GB 50203-2011", 10, ["12.5", "12", "8.5"], "pass"),
        ("GB 50203-2011", 10, ["12.5", "12.1", "8.499"], "fail"),
        ("GB 50203-2011", 10, ["12.4", "12", "8.599"], "fail"),
        ("GB 50203-2011", 10, ["11"], "pass"),
        ("GB 50203-2011", 10, ["12", "10.999"], "fail"),
        ("GB 50203-2002", 10, ["12", "10.5", "7.5"], "pass"),
        ("GB 50203-2002", 10, ["12", "10.6", "7.499"], "fail"),
        ("GB 50203-2002", 10, ["12", "10.4", "7.5"], "fail"),
        ("GB 50203-2002", 10, ["10"], "pass"),
        (JTG, 10, ["13.5", "8.5"], "pass"),
        (JTG, 10, ["13.6", "8.499"], "fail"),
        (JTG, 10, ["13.4", "8.5"], "fail"),
        (SL, 10, ["12", "8"], "pass"),
        (SL, 10, ["12.1", "7.999"], "fail"),
        (SL, 10, ["11.9", "8"], "fail"),
        (SL, 10, ["12"] * 29 + ["8.5"], "pass"),
        (SL, 10, ["12"] * 29 + ["8.499"], "fail"),
        (SL, 10, ["12", "9"] * 15, "fail"),
        (SL, 10, ["20", "12"] * 15, "fail"),
    ],
)
def test_mortar(rule_set: str, design: int, groups: list[str], verdict: str) -> None:
    for order in (groups, groups[::-1]):
        found = ask("mortar-strength", rule_set=rule_set, design=design, groups=order)
        assert found["verdict"] == verdict


@pytest.mark.parametrize(
    ("groups", "given", "verdict"),
    [
        (["5.75"] * 10, {}, "pass"),
        (["5.749"] * 10, {}, "fail"),
        (["5.5"] * 10, {"rule_set": OLD_JTG}, "pass"),
        (["5.499"] * 10, {"rule_set": OLD_JTG}, "fail"),
        (["5.9"] * 9 + ["4.25"], {}, "fail"),
        (["5.93"] * 9 + ["4.25"], {}, "pass"),
        (["6.1"] * 9 + ["4.249"], {}, "fail"),
        (["6"] * 10 + ["4"], {}, "pass"),
        (["6"] * 10 + ["3.999"], {}, "fail"),
        (["6"] * 9 + ["4.2", "4.2"], {}, "fail"),
        (["6"] * 10 + ["4"], {"rule_set": OLD_JTG}, "fail"),
        (["6"] * 10 + ["4"], {"highway_class": "first"}, "fail"),
        (["6"] * 19 + ["4.2"], {}, "fail"),
        (["6"] * 19 + ["4.25"], {}, "pass"),
        (["6"] * 20 + ["3.75"], {}, "pass"),
        (["6"] * 20 + ["3.75"], {"rule_set": OLD_JTG}, "pass"),
        (["6"] * 20 + ["3.749"], {}, "fail"),
        (["6"] * 20 + ["4.2"], {"highway_class": "expressway"}, "fail"),
    ],
)
def test_pavement(groups: list[str], given: dict[str, Any], verdict: str) -> None:
    found = ask("flexural-strength", groups=groups, design=5, **given)
    assert found["verdict"] == verdict


@pytest.mark.parametrize(
    ("n", "k"), [(11, "0.75"), (14, "0.75"), (15, "0.7"), (19, "0.7"), (20, "0.65")]
)
def test_the_factor_of_the_deviation(n: int, k: str) -> None:
    found = ask("flexural-strength", groups=["5", "6"] * (n // 2) + ["6"] * (n % 2), design=5)
    figures = found["figures"]
    assert abs(float(figures["mean_required"]) - 5 - float(k) * float(figures["deviation"])) < 1e-9


@pytest.mark.parametrize("rule_set", [JTG, OLD_JTG, SL])
def test_a_known_deviation_belongs_to_the_building_standard(rule_set: str) -> None:
    found = concrete(rule_set, 30, (3, 40, 1, 39), sigma0=3)
    assert found["error"]["field"] == "sigma0"


def test_a_lot_of_known_deviation_is_three_groups() -> None:
    assert concrete(GB, 30, (4, 40, 1, 39), sigma0=3)["error"]["field"] == "summary.n"


def test_a_deviation_that_the_rule_needs_is_asked_for() -> None:
    given = {"n": 30, "mean": 30, "minimum": 28}
    found = ask("concrete-strength", rule_set=SL, design=20, summary=given)
    assert found["error"]["field"] == "summary.deviation"


def pairs_about(mean: int, *apart: int) -> list[int]:
    return [mean + side * each for each in apart for side in (1, -1)]


@pytest.mark.parametrize(
    ("design", "groups", "cv", "verdict"),
    [
        (80, pairs_about(100, *[18] * 12, 25, 13, 4), "18", "fail"),
        (80, pairs_about(101, *[18] * 12, 25, 13, 4), None, "pass"),
        (19, pairs_about(100, *[22] * 12, 33, 11, 0), "22", "pass"),
        (19, pairs_about(99, *[22] * 12, 33, 11, 0), None, "fail"),
    ],
)
def test_the_variation_of_mortar(
    design: int, groups: list[int], cv: str | None, verdict: str
) -> None:
    found = ask("mortar-strength", rule_set=SL, design=design, groups=groups)
    assert found["verdict"] == verdict
    assert cv in (None, found["figures"]["cv"])
