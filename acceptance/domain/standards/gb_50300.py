"""建筑工程施工质量验收统一标准: GB 50300-2013, its predecessor of 2001.

Rules of acceptance from lot to unit work
(5.0.1 to 5.0.8) are data: what is asked at each level, and what may follow a failure.
"""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.gb_50300_words import Decision, Demand, Level, Remedy


@dataclass(frozen=True, slots=True)
class LevelRule:
    """The demands of one level, all of which must be met."""

    level: Level
    clause: str
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class RemedyRule:
    """What follows a remedy."""

    remedy: Remedy
    clause: str
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class UnifiedStandard(Edition):
    """The rules of acceptance of one edition."""

    levels: tuple[LevelRule, ...]
    remedies: tuple[RemedyRule, ...]


_LEVELS = (
    LevelRule(
        Level.LOT, "5.0.1", (Demand.DOMINANT_ITEMS, Demand.GENERAL_ITEMS, Demand.OPERATION_RECORDS)
    ),
    LevelRule(Level.SUB_ITEM, "5.0.2", (Demand.PARTS_PASSED, Demand.PART_RECORDS)),
    LevelRule(
        Level.DIVISION,
        "5.0.3",
        (
            Demand.PARTS_PASSED, Demand.CONTROL_DOCUMENTS, Demand.FUNCTION_TESTS, Demand.APPEARANCE,
        ),
    ),
    LevelRule(
        Level.UNIT,
        "5.0.4",
        (
            Demand.PARTS_PASSED, Demand.CONTROL_DOCUMENTS, Demand.FUNCTION_TESTS,
            Demand.FUNCTION_CHECKS, Demand.APPEARANCE,
        ),
    ),
)  # fmt: skip

_FOUR_PATHS = (
    RemedyRule(Remedy.REDONE, "5.0.6-1", Decision.ACCEPT_ANEW),
    RemedyRule(Remedy.TESTED_AS_DESIGNED, "5.0.6-2", Decision.SHALL_ACCEPT),
    RemedyRule(Remedy.APPROVED_BY_DESIGNER, "5.0.6-3", Decision.MAY_ACCEPT),
    RemedyRule(Remedy.STRENGTHENED, "5.0.6-4", Decision.MAY_ACCEPT),
)

GB_50300_2013 = UnifiedStandard(
    name="GB 50300-2013",
    table="levels",
    title="建筑工程施工质量验收统一标准",
    clause="5.0",
    in_force="2014-06-01",
    levels=_LEVELS,
    remedies=(
        *_FOUR_PATHS,
        RemedyRule(Remedy.ENTITY_TESTED, "5.0.7", Decision.MAY_ACCEPT),
        RemedyRule(Remedy.STILL_UNSAFE, "5.0.8", Decision.FORBIDDEN),
    ),
)

# The edition of 2001 has no clause on missing documents, and forbids in 5.0.7.
GB_50300_2001 = UnifiedStandard(
    name="GB 50300-2001",
    title="建筑工程施工质量验收统一标准",
    clause="5.0",
    in_force="2002-01-01",
    levels=_LEVELS,
    remedies=(*_FOUR_PATHS, RemedyRule(Remedy.STILL_UNSAFE, "5.0.7", Decision.FORBIDDEN)),
    unverified=frozenset({"levels"}),
)
