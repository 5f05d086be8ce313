"""What every plan of places can do, and why one cannot be drawn."""

from __future__ import annotations

from typing import Protocol

from acceptance.domain.checklists.answers import MOST_POINTS
from acceptance.domain.findings import Finding


class SamplingError(ValueError):
    """The plan cannot be drawn; `finding` says why and at which field."""

    def __init__(self, code: str, field: str, **data: int) -> None:
        super().__init__(code)
        self.finding = Finding(code, field=field, data=tuple(sorted(data.items())))


class Plan(Protocol):
    """How many places, and where they may lie."""

    def draw(self, seed: str) -> tuple[str, ...]:
        """The places in the notation of `domain.places`, in the order in which they are walked."""

    def to_document(self) -> dict[str, str]:
        """Plain text by name, enough to draw again."""


def refuse_too_many(places: int, field: str) -> None:
    """A draw fills one item of a checklist, which takes no more points than that."""
    if places > MOST_POINTS:
        raise SamplingError("sampling_too_many", field, most=MOST_POINTS, places=places)
