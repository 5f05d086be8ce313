"""Whether the points were measured where the seed said."""

from __future__ import annotations

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.gaps import finding_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.findings import Finding
from acceptance.domain.places import place_code, read_place


def not_as_drawn(item: Item, entry: Entry, drawn: tuple[str, ...]) -> tuple[Finding, ...]:
    """A caution where drawn places have no value or values lie elsewhere; nothing before the first
    value is typed."""
    measured = {_code(point.place) for point in entry.values if point.value}
    if not drawn or not measured:
        return ()
    wanted = {_code(place) for place in drawn}
    left_out, others = len(wanted - measured), len(measured - wanted)
    if not left_out and not others:
        return ()
    found = finding_of(
        item, "points_not_as_drawn", "values",
        drawn=len(wanted), left_out=left_out, others=others,
    )  # fmt: skip
    return (found,)


def _code(text: str) -> str:
    """The notation of a place, so that it is the same however it was written."""
    place = read_place(text)
    return text if place is None else place_code(place)
