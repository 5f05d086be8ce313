"""Drawn places: different, inside, the same for the same seed, and as many as the plan says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.canonical import sha256
from acceptance.domain.chainage import chainage
from acceptance.domain.places import GridField, Lane, Track, read_place
from acceptance.domain.sampling.along import Along
from acceptance.domain.sampling.drawing import drawn, seed_of
from acceptance.domain.sampling.grid import Area, Grid, names_of
from acceptance.domain.sampling.pieces import Named, Pieces
from acceptance.domain.sampling.plan import SamplingError

SEED = sha256("示例")
seeds = st.text(max_size=20).map(sha256)


@given(seeds, st.integers(1, 500), st.data())
def test_numbers_are_different_inside_and_drawn_again_alike(
    seed: str, size: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, size))
    numbers = drawn(seed, size, count)
    assert len(set(numbers)) == count
    assert set(numbers) <= set(range(size))
    assert drawn(seed, size, count) == numbers


@given(seeds, st.integers(0, 50_000), st.integers(20, 3000), st.integers(1, 4))
def test_every_stretch_has_its_points_and_none_lies_outside(
    seed: str, start: int, length: int, each: int
) -> None:
    try:
        plan = Along(Decimal(start), Decimal(start + length), 200, each)
    except SamplingError as error:
        assert error.finding.code == "sampling_more_than_there_are"  # noqa: PT017
        return
    metres = [chainage(place) for place in plan.draw(seed)]
    assert metres == sorted(set(metres))
    assert len(metres) == -(-length // 200) * each
    assert start <= metres[0]
    assert metres[-1] <= start + length
    for piece in range(length // 200):
        low = start + piece * 200
        assert sum(low <= metre < low + 200 for metre in metres) >= each


@given(seeds, st.integers(1, 30), st.integers(1, 30), st.data())
def test_fields_of_a_grid_are_different_and_inside(
    seed: str, rows: int, columns: int, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, min(rows * columns, 200)))
    places = Grid(rows, columns, count).draw(seed)
    assert len(set(places)) == count
    for place in places:
        found = read_place(place)
        assert isinstance(found, GridField)
        assert 1 <= found.row <= rows
        assert 1 <= found.column <= columns


# GB 50300-2013 table 3.0.9: up to 15 two, 16 to 25 three, 26 to 90 five, 91 to 150 eight.
@pytest.mark.parametrize(
    ("lot", "sample"),
    [(1, 1), (2, 2), (15, 2), (16, 3), (25, 3), (26, 5), (90, 5), (91, 8), (3200, 50)],
)
def test_a_lot_is_sampled_by_the_table(lot: int, sample: int) -> None:
    places = Pieces(lot).draw(SEED)
    assert len(set(places)) == sample
    assert {int(place.removeprefix("#")) for place in places} <= set(range(1, lot + 1))


def test_more_may_be_drawn_than_the_table_asks() -> None:
    assert Pieces(10, 10).draw(SEED) == tuple(f"#{n}" for n in range(1, 11))


@pytest.mark.parametrize(
    ("make", "code", "field"),
    [
        (lambda: Along(Decimal(100), Decimal(100), 200, 2), "sampling_end_before_start", "end"),
        (lambda: Along(Decimal(0), Decimal(100), 0, 2), "sampling_none", "each"),
        (lambda: Along(Decimal(0), Decimal(20200), 200, 2), "sampling_too_many", "each"),
        (lambda: Along(Decimal(0), Decimal(1), 200, 3), "sampling_more_than_there_are", "each"),
        (lambda: Pieces(0), "sampling_none", "lot"),
        (lambda: Pieces(5, 6), "sampling_more_than_there_are", "count"),
        (lambda: Pieces(900, 201), "sampling_too_many", "count"),
        (lambda: Pieces(3201), "sampling_lot_above_table", "lot"),
        (lambda: Grid(2, 2, 5), "sampling_more_than_there_are", "count"),
        (lambda: Grid(0, 2, 1), "sampling_none", "count"),
        (lambda: Area(0, 2, 1), "sampling_none", "along"),
        (lambda: Area(1, 1, 5), "sampling_more_than_there_are", "count"),
        (lambda: Named(()), "sampling_none", "names"),
        (lambda: Named(("101", "101")), "sampling_name_twice", "names"),
        (lambda: Named(("室" * 61,)), "sampling_name_too_long", "names"),
        (lambda: names_of("F-A", "rows"), "sampling_lines", "rows"),
        (lambda: names_of("A-8", "rows"), "sampling_lines", "rows"),
        (lambda: names_of("A,B,A", "rows"), "sampling_lines", "rows"),
    ],
)
def test_what_cannot_be_drawn_says_why(make: object, code: str, field: str) -> None:
    with pytest.raises(SamplingError) as caught:
        make()  # type: ignore[operator]
    assert (caught.value.finding.code, caught.value.finding.field) == (code, field)


def test_exactly_two_hundred_places_are_allowed() -> None:
    assert len(Along(Decimal(0), Decimal(20000), 200, 2).draw(SEED)) == 200


def test_each_part_of_the_commitment_changes_the_seed() -> None:
    seeds_of = {
        seed_of(*given)
        for given in [
            ("a" * 64, 1, "t", "i", 1), ("b" * 64, 1, "t", "i", 1), ("a" * 64, 2, "t", "i", 1),
            ("a" * 64, 1, "u", "i", 1), ("a" * 64, 1, "t", "j", 1), ("a" * 64, 1, "t", "i", 2),
        ]
    }  # fmt: skip
    assert len(seeds_of) == 6
    assert seed_of("a" * 64, 1, "t", "i", 1) in seeds_of


def test_the_draw_stays_what_it_is_for_ever() -> None:
    assert Along(Decimal(0), Decimal(400), 200, 2).draw(SEED) == (
        "K0+073",
        "K0+103",
        "K0+333",
        "K0+393",
    )


TRACKS = (Track.LEFT, Lane(2))


def test_each_side_and_lane_has_places_of_its_own_in_the_order_of_the_walk() -> None:
    places = Along(Decimal(0), Decimal(400), 200, 1, TRACKS).draw(SEED)
    assert sorted(place.split()[1] for place in places) == ["lane-2"] * 2 + ["left"] * 2
    metres = [chainage(place.split()[0]) for place in places]
    assert metres == sorted(metres)
    lefts = {place.split()[0] for place in places if place.endswith("left")}
    assert lefts != {place.split()[0] for place in places} - lefts
    assert Along(Decimal(0), Decimal(400), 200, 1, TRACKS).to_document()["tracks"] == "left,lane-2"
    with pytest.raises(SamplingError):
        Along(Decimal(0), Decimal(10_200), 200, 2, TRACKS)


def test_axes_of_a_building_name_the_fields() -> None:
    grid = Grid(6, 8, 48, names_of("A-F", "rows"), names_of("1～8", "columns"))
    places = grid.draw(SEED)
    assert (places[0], places[-1]) == ("A/1", "F/8")
    assert grid.to_document()["row_names"] == "A,B,C,D,E,F"
    assert Grid(2, 2, 4, names_of("甲，乙", "rows")).draw(SEED) == ("甲/1", "甲/2", "乙/1", "乙/2")


def test_spots_of_an_area_lie_on_its_metres() -> None:
    places = Area(3, 1, 8).draw(SEED)
    assert places[0] == "0 m × 0 m"
    assert places[-1] == "3 m × 1 m"


def test_rooms_are_drawn_by_name_in_the_order_of_the_list() -> None:
    rooms = tuple(f"{n} 室" for n in range(101, 201))
    places = Named(rooms).draw(SEED)
    assert len(places) == 8
    assert list(places) == [room for room in rooms if room in places]
    assert Named(rooms, 3).to_document()["count"] == "3"
