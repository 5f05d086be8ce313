"""A measured or counted item of a checklist and the evaluation `measured-item`: one rule, one verdict."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.checklists.template import Rates
from acceptance.domain.checklists.words import ItemClass, ItemOutcome
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.result import Evaluation, EvaluationVerdict
from acceptance.domain.standards.editions import Editions
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    measured,
    verdict_of,
)

METHOD = METHODS["measured-item"]
CLASSES = st.sampled_from(["dominant", "key", "general"])
TOLERANCES = st.tuples(st.decimals(-9, 0, places=1), st.decimals(0, 9, places=1))
DEVIATIONS = st.lists(st.decimals(-15, 15, places=1), min_size=1, max_size=40)
CAPS = st.none() | st.decimals(1, 3, places=1).map(str)
DESIGNS = st.none() | st.decimals(-5, 500, places=1)


def evaluated(item_class: str, **document: object) -> Evaluation:
    return METHOD.of({"item_class": item_class, **document})


@given(CLASSES, TOLERANCES, DEVIATIONS, CAPS, DESIGNS, st.none() | st.integers(1, 100))
def test_the_checklist_says_what_the_evaluation_says(
    item_class: str, tolerance: tuple[Decimal, Decimal], deviations: list[Decimal],
    cap: str | None, design: Decimal | None, rate: int | None,
) -> None:  # fmt: skip
    rate = None if item_class == "dominant" else rate
    own: Document = {"minimum_rate": None if rate is None else str(rate), "cap_factor": cap}
    low, high = map(str, tolerance)
    values = [each + (design or 0) for each in deviations]
    item = item_document(low=low, high=high, needs_design=design is not None or None,
                         **{"class": item_class}, **own)  # fmt: skip
    entry = measured(*map(str, values), design="" if design is None else str(design))
    judged = verdict_of(make_template(item), {"wall-01": entry}).items[0]
    found = evaluated(item_class, tolerance=[low, high], **own, **points(values, design))
    assert (judged.verdict is ItemOutcome.PASSED) == (found.verdict is EvaluationVerdict.PASSED)
    assert (judged.checked, judged.qualified) == (found.figures["n"], found.figures["qualified"])
    beyond = [each for each in judged.findings if each.code == "item_beyond_cap"]
    assert len(beyond) == found.figures["beyond_cap"]


def points(values: Iterable[Decimal], design: Decimal | None) -> dict[str, object]:
    """The same points as the evaluation takes them."""
    said = [str(each) for each in values]
    return {"deviations": said} if design is None else {"values": said, "design": str(design)}


@given(CLASSES, st.integers(1, 200), st.data())
def test_a_count_says_what_as_many_points_say(
    item_class: str, checked: int, chance: st.DataObject
) -> None:
    failed = chance.draw(st.integers(0, checked))
    item = item_document(kind="count", **{"class": item_class})
    entry = {"checked": str(checked), "failed": str(failed)}
    judged = verdict_of(make_template(item), {"wall-01": entry}).items[0]
    deviations = ["9"] * failed + ["0"] * (checked - failed)
    found = evaluated(item_class, tolerance=["-8", "8"], deviations=deviations)
    assert (judged.verdict is ItemOutcome.PASSED) == (found.verdict is EvaluationVerdict.PASSED)


@pytest.mark.parametrize("item_class", list(ItemClass))
def test_a_template_without_rates_of_its_own_has_those_of_the_evaluation(
    item_class: ItemClass,
) -> None:
    found = evaluated(item_class, tolerance=["-8", "8"], deviations=["0"])
    assert found.basis.coefficients["minimum_rate"] == Rates().of(item_class)


@pytest.mark.parametrize(
    ("item_class", "table", "field", "value", "failed"),
    [
        ("general", "GB 50300-2013 points", "general", "85", 20),
        ("key", "JTG F80/1-2017 rates", "key", "96", 5),
        ("dominant", "GB 50300-2013 points", "dominant", "99", 1),
    ],
)
def test_the_share_of_a_class_is_a_limit_of_a_standard(
    item_class: str, table: str, field: str, value: str, failed: int
) -> None:
    given_points = {
        "item_class": item_class,
        "tolerance": ["-8", "8"],
        "deviations": ["9"] * failed + ["0"] * (100 - failed),
    }
    shipped = METHOD.of(given_points)
    bureau = METHOD.of(given_points, Editions({table: {field: value}}))
    assert shipped.verdict is not bureau.verdict
    assert bureau.basis.edition == f"{shipped.basis.edition}, 本局核定"
    own = METHOD.of({**given_points, "minimum_rate": "50"}, Editions({table: {field: value}}))
    assert own.basis.edition == shipped.basis.edition
