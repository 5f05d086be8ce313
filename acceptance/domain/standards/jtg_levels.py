"""JTG F80/1: what a road passes on at each level above the item (3.3), and rework (3.3.5)."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.gb_50300_words import Demand
from acceptance.domain.standards.jtg_f80_1 import TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadLevels(Edition):
    """The demands of division and unit are the same; the project asks only for its parts.

    `entity_rule` cites the clause by which an entity test stands for missing documents.
    """

    demands: tuple[Demand, ...]
    entity_rule: str = ""


_DEMANDS = (Demand.PARTS_PASSED, Demand.CONTROL_DOCUMENTS, Demand.APPEARANCE)

JTG_F80_1_2017_LEVELS = RoadLevels(
    name="JTG F80/1-2017", table="levels",
    title=TITLE,
    clause="3.3",
    in_force="2018-05-01",
    clauses={
        "item": "3.3.2", "division": "3.3.3", "unit": "3.3.4", "project": "3.3.6",
        "rework": "3.3.5",
    },
    demands=_DEMANDS,
    entity_rule="JTG F80/1-2017 3.2.7",
    unverified=frozenset({"demands", "entity_rule"}),
)  # fmt: skip

# The clauses of 2004 below the chapter have not been seen.
JTG_F80_1_2004_LEVELS = RoadLevels(
    name="JTG F80/1-2004",
    table="levels",
    title=TITLE,
    clause="3.3",
    demands=_DEMANDS,
    unverified=frozenset({"demands"}),
)
