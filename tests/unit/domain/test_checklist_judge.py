"""Verdicts: one boundary table for each rule, and laws that hold for any points."""

import pytest

from acceptance.domain.checklists.photos import missing_photos
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.checklists.words import ItemOutcome, Verdict
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    measured,
    verdict_of,
    water_template,
)

PASS, FAIL, OPEN = Verdict.PASSED, Verdict.FAILED, Verdict.INCOMPLETE


def of_item(item: Document, entry: Document) -> ChecklistVerdict:
    return verdict_of(make_template(item), {"wall-01": entry})


def codes(verdict: ChecklistVerdict) -> list[str]:
    return [finding.code for finding in verdict.findings]


def shares(good: int, bad: int) -> Document:
    """Points against a limit of 8: so many good, so many bad."""
    return measured(*[8] * good, *[9] * bad)


@pytest.mark.parametrize(
    ("item_class", "good", "bad", "expected"),
    [
        ("dominant", 20, 0, PASS),
        ("dominant", 19, 1, FAIL),
        ("dominant", 199, 1, FAIL),
        ("key", 19, 1, PASS),  # 95.00 %
        ("key", 18, 1, FAIL),  # 94.7 %
        ("key", 189, 10, FAIL),  # 94.97 % shows as 94.9
        ("key", 190, 10, PASS),
        ("general", 4, 1, PASS),  # 80.00 %
        ("general", 3, 1, FAIL),
        ("general", 159, 40, FAIL),  # 79.899 %
        ("general", 160, 40, PASS),
    ],
)
def test_the_share_of_good_points(item_class: str, good: int, bad: int, expected: Verdict) -> None:
    assert of_item(item_document(**{"class": item_class}), shares(good, bad)).verdict is expected


@pytest.mark.parametrize(
    ("good", "bad", "expected"), [(9, 1, PASS), (17, 2, FAIL), (18, 2, PASS), (89, 10, FAIL)]
)
def test_an_item_with_a_share_of_its_own(good: int, bad: int, expected: Verdict) -> None:
    item = item_document(minimum_rate="90")
    assert of_item(item, shares(good, bad)).verdict is expected


@pytest.mark.parametrize(
    ("limits", "design", "value", "expected"),
    [
        ({"high": "8"}, "", "8", PASS),
        ({"high": "8"}, "", "8.0000001", FAIL),
        ({"high": None, "low": "94"}, "", "94", PASS),
        ({"high": None, "low": "94"}, "", "93.99", FAIL),
        ({"low": "8", "high": "12"}, "", "12.01", FAIL),
        ({"low": "-20", "high": "10"}, "", "-20", PASS),
        ({"low": "-20", "high": "10"}, "", "-20.1", FAIL),
        ({"low": "-0.3", "high": "0.3", "needs_design": True}, "0.5", "0.8", PASS),
        ({"low": "-0.3", "high": "0.3", "needs_design": True}, "0.5", "0.2", PASS),
        ({"low": "-0.3", "high": "0.3", "needs_design": True}, "0.5", "0.19", FAIL),
        ({"low": "0", "high": None, "needs_design": True}, "6500", "6500", PASS),
        ({"low": "0", "high": None, "needs_design": True}, "6500", "6499", FAIL),
        ({"low": None, "high": "0", "needs_design": True}, "14", "14.01", FAIL),
    ],
)
def test_limits_include_equality(
    limits: Document, design: str, value: str, expected: Verdict
) -> None:
    assert of_item(item_document(**limits), measured(value, design=design)).verdict is expected


@pytest.mark.parametrize(
    ("worst", "expected"),
    [("7.5", PASS), ("7.51", FAIL), ("-7.5", PASS), ("-7.51", FAIL)],
)
def test_no_point_beyond_the_cap(worst: str, expected: Verdict) -> None:
    item = item_document(low="-5", high="5", cap_factor="1.5")
    verdict = of_item(item, measured(*[0] * 9, worst))
    assert verdict.verdict is expected
    assert verdict.items[0].rate == "90.0"
    assert ("item_beyond_cap" in codes(verdict)) == (expected is FAIL)


def test_the_cap_is_measured_from_the_design_value() -> None:
    item = item_document(low="-5", high="5", needs_design=True, cap_factor="1.5")
    assert of_item(item, measured(*[25] * 9, "32.5", design="25")).verdict is PASS
    assert of_item(item, measured(*[25] * 9, "32.6", design="25")).verdict is FAIL


@pytest.mark.parametrize(("lowest", "expected"), [("93", PASS), ("92.99", FAIL)])
def test_no_point_beyond_the_extreme(lowest: str, expected: Verdict) -> None:
    item = item_document(high=None, low="95", extreme_low="93", **{"class": "key"})
    verdict = of_item(item, measured(*[98] * 19, lowest))
    assert verdict.verdict is expected
    assert [f.field for f in verdict.findings] == (
        [] if expected is PASS else ["wall-01.values.19"]
    )


@pytest.mark.parametrize(
    ("value", "near", "out"),
    [("7.2", (), ()), ("7.21", (0,), ()), ("8", (0,), ()), ("8.01", (), (0,))],
)
def test_near_is_inside_the_limit_and_no_part_of_the_verdict(
    value: str, near: tuple[int, ...], out: tuple[int, ...]
) -> None:
    with_margin = of_item(item_document(near="0.79"), measured(value))
    assert (with_margin.items[0].near, with_margin.items[0].out) == (near, out)
    assert with_margin.verdict is of_item(item_document(), measured(value)).verdict


@pytest.mark.parametrize(("value", "near"), [("94.5", (0,)), ("94", (0,)), ("94.51", ())])
def test_near_a_lower_limit(value: str, near: tuple[int, ...]) -> None:
    item = item_document(high=None, low="94", near="0.5")
    assert of_item(item, measured(value)).items[0].near == near


def test_blank_rows_do_not_count_and_indices_are_those_of_the_form() -> None:
    judged = of_item(item_document(near="1"), measured(1, "", 9, "", 8, 8, 8)).items[0]
    assert (judged.checked, judged.qualified, judged.out, judged.near) == (5, 4, (2,), (4, 5, 6))


@pytest.mark.parametrize(("points", "expected"), [(2, OPEN), (3, PASS), (4, PASS)])
def test_fewer_points_than_wanted_are_incomplete(points: int, expected: Verdict) -> None:
    verdict = of_item(item_document(minimum_points=3), measured(*[1] * points))
    assert verdict.verdict is expected
    assert codes(verdict) == (["item_too_few_points"] if expected is OPEN else [])


@pytest.mark.parametrize(
    ("item", "entry", "code", "field"),
    [
        ({}, {}, "item_not_inspected", "values"),
        ({"needs_design": True}, measured(3), "item_design_missing", "design"),
        ({"needs_design": True}, {"design": "3"}, "item_too_few_points", "values"),
        ({}, {"values": [{"place": "K0", "value": ""}]}, "item_not_inspected", "values"),
        ({"kind": "yes_no"}, {}, "item_not_inspected", "answer"),
        ({"kind": "yes_no"}, {"note": "x"}, "item_not_inspected", "answer"),
        ({"kind": "yes_no"}, {"answer": "no"}, "item_problem_missing", "reason"),
        ({"kind": "count"}, {}, "item_not_inspected", "checked"),
        ({"kind": "count"}, {"checked": "5"}, "item_count_missing", "failed"),
        ({"kind": "count"}, {"failed": "0"}, "item_count_missing", "checked"),
        ({"kind": "count"}, {"checked": "0", "failed": "0"}, "item_too_few_points", "checked"),
        (
            {"not_applicable": True},
            {"answer": "not_applicable"},
            "answer_reason_missing",
            "reason",
        ),
    ],
)
def test_a_gap_blocks_at_its_field(item: Document, entry: Document, code: str, field: str) -> None:
    verdict = of_item(item_document(**item), entry)
    assert verdict.verdict is OPEN
    assert verdict.items[0].verdict is ItemOutcome.NOT_INSPECTED
    assert [(f.code, f.field) for f in verdict.findings] == [(code, f"wall-01.{field}")]


def test_a_place_without_a_value_is_a_gap_of_that_point() -> None:
    points = [{"place": "K0+100", "value": "3"}, {"place": "K0+200", "value": ""}]
    verdict = of_item(item_document(), {"values": points})
    assert [(f.code, f.field) for f in verdict.findings] == [
        ("item_point_blank", "wall-01.values.1")
    ]


def test_a_gap_elsewhere_keeps_a_failure_from_being_a_verdict() -> None:
    template = make_template(item_document(), item_document("wall-02"))
    verdict = verdict_of(template, {"wall-01": measured(99)})
    assert (verdict.verdict, [item.code for item in verdict.failed]) == (OPEN, ["wall-01"])


@pytest.mark.parametrize("item_class", ["dominant", "key", "general"])
@pytest.mark.parametrize(("answer", "expected"), [("yes", PASS), ("no", FAIL)])
def test_an_answer_is_all_or_nothing(item_class: str, answer: str, expected: Verdict) -> None:
    item = item_document(kind="yes_no", **{"class": item_class})
    assert of_item(item, {"answer": answer, "reason": "表面松散"}).verdict is expected


@pytest.mark.parametrize(
    ("item_class", "checked", "failed", "expected"),
    [
        ("dominant", 10, 0, PASS),
        ("dominant", 10, 1, FAIL),
        ("key", 20, 1, PASS),
        ("key", 20, 2, FAIL),
        ("general", 10, 2, PASS),
        ("general", 10, 3, FAIL),
    ],
)
def test_counts(item_class: str, checked: int, failed: int, expected: Verdict) -> None:
    item = item_document(kind="count", **{"class": item_class})
    entry = {"checked": str(checked), "failed": str(failed)}
    assert of_item(item, entry).verdict is expected


def test_what_does_not_apply_leaves_the_verdict_to_the_rest() -> None:
    template = make_template(item_document(not_applicable=True), item_document("wall-02"))
    absent = {"answer": "not_applicable", "reason": "无此项"}
    verdict = verdict_of(template, {"wall-01": absent, "wall-02": measured(3)})
    assert (verdict.verdict, verdict.of("wall-01").verdict) == (PASS, ItemOutcome.NOT_APPLICABLE)


def test_a_checklist_where_nothing_applies_says_nothing() -> None:
    template = make_template(item_document(not_applicable=True))
    absent = {"answer": "not_applicable", "reason": "无此项"}
    verdict = verdict_of(template, {"wall-01": absent})
    assert (verdict.verdict, codes(verdict)) == (OPEN, ["checklist_nothing_inspected"])


@pytest.mark.parametrize(
    ("typed", "code", "guess"),
    [
        ("100", None, None),
        ("978", "item_value_in_doubt_guess", "9.78"),
        ("110", "item_value_in_doubt_guess", "11"),
        ("-1", "item_value_in_doubt", None),
        ("999999999", "item_value_in_doubt", None),
    ],
)
def test_what_cannot_be_true_is_in_doubt(typed: str, code: str | None, guess: str | None) -> None:
    item = item_document(high="12", plausible_low="0", plausible_high="100")
    verdict = of_item(item, measured(7, 7, 7, 7, typed))
    assert codes(verdict) == ([code] if code else [])
    assert verdict.verdict is (OPEN if code else PASS)
    if code:
        assert verdict.findings[0].field == "wall-01.values.4"
        assert verdict.findings[0].values.get("guess") == guess


def test_a_design_value_can_be_in_doubt_too() -> None:
    item = item_document(
        high=None, low="-10", needs_design=True, plausible_low="80", plausible_high="500"
    )
    verdict = of_item(item, measured(200, design="2000"))
    assert [(f.field, f.values["guess"]) for f in verdict.findings] == [("wall-01.design", "200")]


def test_the_verdict_names_its_basis() -> None:
    template = water_template(item_document(near="1"))
    document = verdict_of(template, {"wall-01": shares(6, 4)}).to_document()
    assert document["basis"] == {
        "standard": "GB 50204-2015",
        "edition": "2015",
        "clause": "3.0.4",
        "rating": "water",
        "rates": {"dominant": "100", "key": "95", "general": "70", "excellent": "90"},
        "template": "test-wall 1",
        "digest": template.digest,
        "rounding": "none",
    }
    assert document["findings"] == [
        {
            "code": "item_rate_below_minimum",
            "clause": "8.3.2",
            "field": "wall-01.values",
            "data": {"rate": "60.0", "minimum": "70", "qualified": 6, "checked": 10},
        }
    ]


@pytest.mark.parametrize(
    ("photo", "on_failure", "value", "wanted"),
    [
        ("optional", False, 9, False),
        ("optional", True, 9, True),
        ("optional", True, 8, False),
        ("required", False, 8, True),
        ("none", True, 9, False),
    ],
)
def test_photos_that_are_wanted(photo: str, on_failure: bool, value: int, wanted: bool) -> None:
    template = make_template(item_document(photo=photo, photo_on_failure=on_failure))
    verdict = verdict_of(template, {"wall-01": measured(value)})
    assert bool(missing_photos(template, verdict, ())) is wanted
    assert not missing_photos(template, verdict, {"wall-01"})
