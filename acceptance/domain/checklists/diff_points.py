"""Merging the measured points of one item from two hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

PointDocument = Mapping[str, Any]
Choice = tuple[PointDocument | None, PointDocument | None, PointDocument | None]
# A point of the merged list and, where both changed it differently, (base, theirs, mine).
Merged = list[tuple[PointDocument | None, Choice | None]]


def merge_points(
    base: Sequence[PointDocument], theirs: Sequence[PointDocument], mine: Sequence[PointDocument]
) -> Merged | None:
    """The merged points; None when it cannot be told which belongs to which.

    Points are matched by their place if every list names each place once, otherwise by their
    position, which is only safe while nobody added or removed one.
    """
    if theirs in (base, mine):
        return [(point, None) for point in mine]
    if mine == base:
        return [(point, None) for point in theirs]
    lists = (base, theirs, mine)
    tables = [{point.get("place", ""): point for point in points} for points in lists]
    if all(_names_places(points) for points in lists):
        places = list({**tables[0], **tables[1], **tables[2]})
        return _kept([_merged(*(table.get(place) for table in tables)) for place in places])
    if len(base) == len(theirs) == len(mine):
        return [_merged(b, t, m) for b, t, m in zip(base, theirs, mine, strict=True)]
    return None


def _names_places(points: Sequence[PointDocument]) -> bool:
    places = [point.get("place", "") for point in points]
    return all(places) and len(set(places)) == len(places)


def _merged(
    base: PointDocument | None, theirs: PointDocument | None, mine: PointDocument | None
) -> tuple[PointDocument | None, Choice | None]:
    if theirs in (base, mine):
        return mine, None
    if mine == base:
        return theirs, None
    return theirs, (base, theirs, mine)


def _kept(merged: Merged) -> Merged:
    """Without the points that were removed with nobody objecting."""
    return [(point, choice) for point, choice in merged if point is not None or choice is not None]
