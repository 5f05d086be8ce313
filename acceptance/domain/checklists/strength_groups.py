"""Strength lots: what a group of specimens is, and the value it gives to its lot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from acceptance.domain.arithmetic import rounded
from acceptance.domain.checklists.entries import Entry, Point
from acceptance.domain.checklists.group_report import GroupReport
from acceptance.domain.checklists.template import Item
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.exact import decimal_text
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.specimens import SPECIMENS

STANDARD_AGE = 28
"""Days at which standard-cured specimens are tested."""

BEAM = {"span_mm": "450", "width_mm": "150", "height_mm": "150"}


@dataclass(frozen=True, slots=True)
class Specimens:
    """The specimens of a kind of lot: `rule` finds the value of three of them, which reports state at
    so many decimal `places`; `unit` is of what one specimen bore. `factors` turn those of another
    edge (mm) into the usual ones, which are also meant by a blank; empty where there is one size."""

    rule: str
    unit: str
    places: int
    usual: str
    factors: Mapping[str, str]

    def document(self, group: GroupReport) -> dict[str, object]:
        """The input of `rule`."""
        if self.rule == "beam-group":
            return {"loads_kn": list(group.specimens), **BEAM}
        factor = self.factors.get(group.size, "1")
        return {"strengths": list(group.specimens), "size_factor": factor}


# Cubes of another edge by GB/T 50107-2010 4.3.2, below C60; a report of mortar states strengths that
# hold the factor of JGJ/T 70 already.
_KINDS = {
    "concrete-strength": Specimens(
        "specimen-group", "MPa", 1, "150 mm", {"100": "0.95", "150": "1", "200": "1.05"}
    ),
    "mortar-strength": Specimens("specimen-group", "MPa", 1, "70.7 mm", {}),
    "flexural-strength": Specimens("beam-group", "kN", 2, "150×150×550 mm", {}),
}


def specimens_of(item: Item) -> Specimens | None:
    """What its groups are made of; None for an item that is no strength lot."""
    return _KINDS.get(item.rule)


def group_result(item: Item, point: Point, editions: Editions = SHIPPED) -> Evaluation | None:
    """The value of a group by its three specimens; None while they are not all there."""
    kind = specimens_of(item)
    if kind is None or len(point.group.specimens) < SPECIMENS:
        return None
    return METHODS[kind.rule].of(kind.document(point.group), editions)


def group_text(item: Item, evaluation: Evaluation) -> str:
    """The value as a report states it; empty for a void group."""
    kind, value = specimens_of(item), evaluation.figures["value"]
    if kind is None or not isinstance(value, Fraction):
        return ""
    return decimal_text(rounded(value, kind.places))


def valued_entry(item: Item, entry: Entry, editions: Editions) -> Entry:
    """The entry with the value of each group found from its specimens. A void group is no ground
    for a verdict (GB/T 50107-2010 4.3.1): its place stays blank, so that the others keep theirs."""
    if specimens_of(item) is None:
        return entry
    values = tuple(_valued(item, point, editions) for point in entry.values)
    return replace(entry, values=values)


def _valued(item: Item, point: Point, editions: Editions) -> Point:
    found = group_result(item, point, editions)
    if found is None:
        return point
    text = group_text(item, found)
    return replace(point, value=text) if text else Point()
