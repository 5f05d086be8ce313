"""GB 50300-2013: how many to check (table 3.0.9) and how a counted sample is judged (appendix D)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True)
class Row:
    """The accept and reject numbers of a sample of so many."""

    size: int
    accept: int
    reject: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling(Edition):
    """`least_samples` are (largest lot, sample); `second` counts both samples of the double plan by
    the size of one of them."""

    least_samples: tuple[tuple[int, int], ...]
    single: tuple[Row, ...]
    first: tuple[Row, ...]
    second: tuple[Row, ...]

    def least_sample(self, lot: int) -> int | None:
        """The least sample of a lot; None above the table."""
        return next((sample for most, sample in self.least_samples if lot <= most), None)


def row_of(rows: tuple[Row, ...], size: int, *, is_last_step: bool) -> Row | None:
    """The row of this size, numbers between two rows interpolated and rounded half up (D.0.2).

    After the last step nothing lies between accept and reject. None outside the table.
    """
    if not rows[0].size <= size <= rows[-1].size:
        return None
    at = bisect_right([row.size for row in rows], size) - 1
    low, high = rows[at], rows[min(at + 1, len(rows) - 1)]
    if low.size == size:
        return low
    accept = _between(size, low.size, high.size, low.accept, high.accept)
    if is_last_step:
        return Row(size, accept, accept + 1)
    return Row(size, accept, _between(size, low.size, high.size, low.reject, high.reject))


def _between(at: int, low: int, high: int, from_: int, to: int) -> int:
    above, below = (to - from_) * (at - low), high - low
    return from_ + (2 * above + below) // (2 * below)


def _rows(*numbers: tuple[int, int, int]) -> tuple[Row, ...]:
    return tuple(Row(*each) for each in numbers)


# The tables of appendix D stand on GB/T 2828.1 (AQL 10) and were not seen in print.
SAMPLING_2013 = Sampling(
    name="GB 50300-2013", table="sampling",
    title="建筑工程施工质量验收统一标准",
    clause="D.0.1",
    in_force="2014-06-01",
    clauses={
        "least_samples": "3.0.9",
        "single": "D.0.1-1",
        "first": "D.0.1-2",
        "second": "D.0.1-2",
    },
    # A lot of one is inspected; the table of the standard begins with two.
    least_samples=(
        (1, 1), (15, 2), (25, 3), (90, 5), (150, 8), (280, 13), (500, 20), (1200, 32), (3200, 50),
    ),
    single=_rows(
        (5, 1, 2), (8, 2, 3), (13, 3, 4), (20, 5, 6),
        (32, 7, 8), (50, 10, 11), (80, 14, 15), (125, 21, 22),
    ),
    first=_rows(
        (3, 0, 2), (5, 0, 3), (8, 1, 3), (13, 2, 5),
        (20, 3, 6), (32, 5, 9), (50, 7, 11), (80, 11, 16),
    ),
    second=_rows(
        (3, 1, 2), (5, 3, 4), (8, 4, 5), (13, 6, 7),
        (20, 9, 10), (32, 12, 13), (50, 18, 19), (80, 26, 27),
    ),
    unverified=frozenset({"single", "first", "second"}),
)  # fmt: skip
