"""Drawn places: different, inside, the same for the same seed, and as many as the plan says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.domain.canonical import sha256
from acceptance.domain.chainage import chainage
from acceptance.domain.sampling import Along, Grid, Pieces, SamplingError, drawn, seed_of

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
        row, _, column, _ = place.split()
        assert 1 <= int(row) <= rows
        assert 1 <= int(column) <= columns


# GB 50300-2013 table 3.0.9: up to 15 two, 16 to 25 three, 26 to 90 five, 91 to 150 eight.
@pytest.mark.parametrize(
    ("lot", "sample"),
    [(1, 1), (2, 2), (15, 2), (16, 3), (25, 3), (26, 5), (90, 5), (91, 8), (3200, 50)],
)
def test_a_lot_is_sampled_by_the_table(lot: int, sample: int) -> None:
    places = Pieces(lot).draw(SEED)
    assert len(set(places)) == sample
    assert {int(place.split()[0]) for place in places} <= set(range(1, lot + 1))


def test_more_may_be_drawn_than_the_table_asks() -> None:
    assert Pieces(10, 10).draw(SEED) == tuple(f"{n} 号" for n in range(1, 11))


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
