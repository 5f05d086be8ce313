"""Laws of verdicts that hold for any points."""

import json
import random
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.reading import from_document
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.verdict import ChecklistVerdict
from acceptance.domain.checklists.words import Verdict
from acceptance.domain.projects import Grade
from tests.builders.checklist_templates import (
    item_document,
    make_template,
    measured,
    read_answers,
    verdict_of,
    water_template,
)

values = st.decimals(-20, 20, places=2).map(str)
ITEMS = [
    item_document(low="-5", high="5"),
    item_document(low="-5", high="5", cap_factor="1.5", near="1"),
    item_document(low="-5", high="5", extreme_low="-6", extreme_high="9"),
    item_document(low="-5", high="5", needs_design=True, **{"class": "key"}),
    item_document(low="-5", high="5", **{"class": "dominant"}),
]
TEMPLATES = [make_template(item) for item in ITEMS] + [water_template(ITEMS[0])]
RANK = {Verdict.FAILED: 0, Verdict.PASSED: 1}


@given(st.sampled_from(TEMPLATES), st.lists(values, min_size=1, max_size=30), st.randoms())
def test_the_order_of_points_does_not_matter(
    template: Template, given_values: list[str], chance: random.Random
) -> None:
    shuffled = list(given_values)
    chance.shuffle(shuffled)
    first, second = (_verdict(template, each) for each in (given_values, shuffled))
    assert (first.verdict, first.grade) == (second.verdict, second.grade)
    assert first.items[0].rate == second.items[0].rate


@given(st.sampled_from(TEMPLATES), st.lists(values, min_size=1, max_size=30), values)
def test_one_more_failing_point_never_helps(
    template: Template, given_values: list[str], another: str
) -> None:
    # One of the templates takes the deviation from a design value of 1.
    assume(not any(-5 <= Decimal(another) - design <= 5 for design in (0, 1)))
    before, after = (_verdict(template, each) for each in (given_values, [*given_values, another]))
    assert RANK[after.verdict] <= RANK[before.verdict]
    assert not (after.grade is Grade.EXCELLENT and before.grade is not Grade.EXCELLENT)


@given(st.lists(st.booleans(), min_size=1, max_size=200), st.integers(1, 100))
def test_the_share_is_compared_as_whole_numbers(points: list[bool], rate: int) -> None:
    item = item_document(minimum_rate=str(rate))
    entry = measured(*[8] * points.count(True), *[9] * points.count(False))
    verdict = verdict_of(make_template(item), {"wall-01": entry})
    assert (verdict.verdict is Verdict.PASSED) == (points.count(True) * 100 >= rate * len(points))


@given(st.sampled_from(TEMPLATES), st.lists(values | st.just(""), max_size=30))
def test_judging_again_from_what_is_stored_gives_the_same_document(
    template: Template, given_values: list[str]
) -> None:
    first = _verdict(template, given_values).to_document()
    stored_template = json.loads(json.dumps(template.to_document()))
    again = _verdict(from_document(stored_template), given_values).to_document()
    assert again == first
    assert json.loads(json.dumps(first)) == first


def _verdict(template: Template, given_values: list[str]) -> ChecklistVerdict:
    entry = measured(*given_values, design="0")
    if not template.items[0].needs_design:
        entry.pop("design")
    return judge(template, read_answers(template, {"wall-01": entry}))
