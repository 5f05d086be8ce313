"""How many points an item needs: the largest of its frequency, table 3.0.9 and its least number."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from acceptance.domain.checklists.cautions import Beside, cautions_of
from acceptance.domain.checklists.extents import (
    asked_of,
    extent_document,
    extent_from,
    span_in,
)
from acceptance.domain.checklists.frequency import Extent
from acceptance.domain.checklists.required import Ground, Required, required_of, too_few
from tests.builders.checklist_templates import (
    Document,
    item_document,
    make_template,
    read_answers,
    statistical_document,
)

ROAD = {"per": "length", "every": "200", "count": 2, "readings": 5, "repeated": "side"}


def required(extent: Extent, category: str = "rural_road", **changes: Any) -> Required | None:
    template = make_template(item_document(**changes), category=category)
    return required_of(template, template.items[0], extent)


@pytest.mark.parametrize(
    ("metres", "points"), [("200", 10), ("200.001", 20), ("400", 20), ("1", 10)]
)
def test_so_many_in_every_stretch_and_a_shorter_one_counts_whole(metres: str, points: int) -> None:
    found = required(Extent(length=Decimal(metres)), sample=ROAD)
    assert found == Required(points, Ground.FREQUENCY, "8.3.2")


def test_both_sides_need_twice_as_many() -> None:
    found = required(Extent(length=Decimal(400), sides=2), sample=ROAD)
    assert found is not None
    assert found.points == 40


def test_what_is_not_known_yet_is_named_and_the_least_number_stands() -> None:
    found = required(Extent(), sample=ROAD, minimum_points=3)
    assert found == Required(3, Ground.LEAST, "8.3.2", ("length",))


# GB 50300-2013 table 3.0.9: up to 15 two, 16 to 25 three.
@pytest.mark.parametrize(
    ("pieces", "points", "ground"),
    [
        (15, 3, Ground.LEAST),
        (25, 3, Ground.TABLE),
        (26, 5, Ground.TABLE),
        (3200, 50, Ground.TABLE),
        (3201, 3, Ground.LEAST),
    ],
)
def test_a_lot_of_a_building_goes_by_the_table(pieces: int, points: int, ground: Ground) -> None:
    found = required(Extent(pieces=pieces), category="building", minimum_points=3)
    assert found is not None
    assert (found.points, found.ground) == (points, ground)
    if ground is Ground.TABLE:
        assert found.clause == "GB 50300-2013 3.0.9"


def test_the_own_frequency_is_named_where_the_table_asks_for_as_many() -> None:
    share = {"per": "share", "share": "10", "least": 5}
    found = required(Extent(pieces=90), category="building", sample=share)
    assert found is not None
    assert (found.points, found.ground) == (9, Ground.FREQUENCY)
    found = required(Extent(pieces=50), category="building", sample=share)
    assert found is not None
    assert (found.points, found.ground) == (5, Ground.FREQUENCY)


def test_the_table_is_for_buildings_and_not_for_strength_lots_or_answers() -> None:
    found = required(Extent(pieces=100), category="rural_road")
    assert found == Required(1, Ground.LEAST, "8.3.2")
    assert required(Extent(pieces=100), kind="yes_no") is None
    lot = make_template(statistical_document())
    assert required_of(lot, lot.items[0], Extent(pieces=100)) == Required(3, Ground.LEAST, "8.3.2")


@pytest.mark.parametrize(
    ("given", "codes"),
    [(0, []), (1, ["points_below_frequency"]), (9, ["points_below_frequency"]), (10, []), (11, [])],
)
def test_too_few_points_are_a_caution_and_none_is_not_inspected(
    given: int, codes: list[str]
) -> None:
    template = make_template(item_document(sample=ROAD), category="rural_road")
    item = template.items[0]
    document: Document = {"wall-01": {"values": [{"value": "1"}] * given}}
    entry = read_answers(template, document).of("wall-01")
    need = required_of(template, item, Extent(length=Decimal(200)))
    found = too_few(item, entry, need)
    assert [f.code for f in found] == codes
    assert [f.clause for f in found] == ["8.3.2"] * len(codes)


def test_a_counted_item_is_held_by_what_was_checked() -> None:
    template = make_template(item_document(kind="count"))
    item = template.items[0]
    need = required_of(template, item, Extent(pieces=100))
    for checked, codes in (("7", ["points_below_table"]), ("8", [])):
        entry = read_answers(template, {"wall-01": {"checked": checked, "failed": "0"}})
        assert [f.code for f in too_few(item, entry.of("wall-01"), need)] == codes


def test_a_template_asks_for_what_its_frequencies_go_by() -> None:
    layered = {"per": "area", "every": "100", "repeated": "layer"}
    items = (item_document(sample=ROAD), item_document("wall-02", sample=layered))
    assert asked_of(make_template(*items, category="rural_road")) == (
        "length", "area", "layers", "sides",
    )  # fmt: skip
    assert asked_of(make_template(item_document())) == ("pieces",)


def test_an_extent_is_stored_and_read_again() -> None:
    extent = Extent(length=Decimal("1200.50"), pieces=12, layers=3)
    assert extent_from(extent_document(extent)) == extent
    assert extent_from({}) == Extent()


@pytest.mark.parametrize(
    ("location", "span"),
    [
        ("K0+000～K1+200", (0, 1200)),
        ("路基 K2+100 至 K2+350 段", (2100, 2350)),
        ("K1+200～K0+000", None),
        ("K0+000", None),
        ("1～3 轴", None),
    ],
)
def test_a_stretch_is_found_in_the_place_of_a_part(
    location: str, span: tuple[int, int] | None
) -> None:
    wanted = span and tuple(map(Decimal, span))
    assert span_in(location) == wanted


@pytest.mark.parametrize(
    ("places", "data"),
    [
        (["K0+010", "K0+020"], None),
        (["k0+20", "K0+010"], None),
        (["K0+010"], {"drawn": 2, "left_out": 1, "others": 0}),
        (["K0+010", "K0+021"], {"drawn": 2, "left_out": 1, "others": 1}),
        (["K0+010", "K0+020", ""], {"drawn": 2, "left_out": 0, "others": 1}),
        ([], None),
    ],
)
def test_points_elsewhere_than_drawn_are_a_caution(
    places: list[str], data: dict[str, int] | None
) -> None:
    template = make_template(item_document(places="chainage"))
    document = {"wall-01": {"values": [{"place": place, "value": "1"} for place in places]}}
    entry = read_answers(template, document).of("wall-01")
    beside = Beside(drawn={"wall-01": ("K0+010", "K0+020")})
    found = cautions_of(template, template.items[0], entry, beside)
    assert [dict(f.data) for f in found] == ([data] if data else [])
