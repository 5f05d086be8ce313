"""Some pieces of a lot: numbered, or each by its own name."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.places import Piece, place_code
from acceptance.domain.sampling.drawing import drawn
from acceptance.domain.sampling.plan import SamplingError, refuse_too_many
from acceptance.domain.standards.gb_50300_sampling import SAMPLING_2013

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Pieces:
    """Some of `lot` numbered pieces or structures; with `count` 0 as many as table 3.0.9 of
    GB 50300-2013 asks of a lot of this size."""

    lot: int
    count: int = 0

    def __post_init__(self) -> None:
        if self.lot < 1:
            raise SamplingError("sampling_none", "lot")
        size_of(self.lot, self.count, "lot")

    @property
    def size(self) -> int:
        """How many are checked."""
        return size_of(self.lot, self.count, "lot")

    def draw(self, seed: str) -> tuple[str, ...]:
        """Numbers from 1 in rising order."""
        return tuple(place_code(Piece(at + 1)) for at in sorted(drawn(seed, self.lot, self.size)))

    def to_document(self) -> dict[str, str]:
        """The size of the lot and of the sample."""
        return {"kind": "pieces", "lot": str(self.lot), "count": str(self.size)}


@dataclass(frozen=True, slots=True)
class Named:
    """Some of the rooms or pieces in a list, each with a name of its own; `count` as of `Pieces`."""

    names: tuple[str, ...]
    count: int = 0

    def __post_init__(self) -> None:
        if not self.names:
            raise SamplingError("sampling_none", "names")
        if len(set(self.names)) < len(self.names):
            raise SamplingError("sampling_name_twice", "names")
        if max(map(len, self.names)) > LONGEST_NAME:
            raise SamplingError("sampling_name_too_long", "names", most=LONGEST_NAME)
        size_of(len(self.names), self.count, "names")

    def draw(self, seed: str) -> tuple[str, ...]:
        """Names in the order of the list."""
        size = size_of(len(self.names), self.count, "names")
        return tuple(self.names[at] for at in sorted(drawn(seed, len(self.names), size)))

    def to_document(self) -> dict[str, str]:
        """The list as typed, and how many of it."""
        size = size_of(len(self.names), self.count, "names")
        return {"kind": "named", "names": "\n".join(self.names), "count": str(size)}


def size_of(lot: int, count: int, field: str) -> int:
    """How many of a lot are checked; what cannot be is refused at its field."""
    size = count or SAMPLING_2013.least_sample(lot)
    if size is None:
        raise SamplingError("sampling_lot_above_table", field)
    if size > lot:
        raise SamplingError("sampling_more_than_there_are", "count", there=lot)
    refuse_too_many(size, "count")
    return size
