"""Facts of quality records, plain and at their worst."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from acceptance.domain.certificates import Paper, Particular, PartyLine
from acceptance.domain.checklists.words import ItemClass, ItemOutcome
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import RULE_SETS, Level
from acceptance.domain.record_facts import (
    RecordFacts,
    RecordItem,
    RecordPart,
    RecordPoint,
    Standing,
)

ORDERED_AT = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
RULES = {
    Paper.BUILDING: "GB 50300-2013",
    Paper.ROAD: "JTG F80/1-2017",
    Paper.WATER: "SL 176-2007",
}


def record(paper: Paper, level: Level | None, **changes: Any) -> RecordFacts:
    """A finished record with nothing below it."""
    facts: dict[str, Any] = {
        "paper": paper,
        "level": level,
        "rule_set": RULES[paper],
        "rule_set_title": RULE_SETS[RULES[paper]].title,
        "project_code": "LX-2026-001",
        "project_name": "示例工程",
        "names": (Particular("单位工程", "一号楼"),),
        "standing": Standing.PASSED,
        "finished": True,
        "ledger_position": 12345,
        "ledger_head": "ab" * 32,
        "parties": (
            PartyLine(PartyRole.CONTRACTOR, "示例建筑公司", "王䶮"),
            PartyLine(PartyRole.SUPERVISOR, "示例监理公司", "李四"),
        ),
    }
    return RecordFacts(**(facts | changes))


def item(number: int = 1, points: int = 10, **changes: Any) -> RecordItem:
    """A measured item whose third point of ten is beyond its limits."""
    facts: dict[str, Any] = {
        "item_class": ItemClass.GENERAL,
        "title": f"受力钢筋间距 {number}",
        "requirement": "±10 mm",
        "minimum": 5,
        "outcome": ItemOutcome.PASSED,
        "unit": "mm",
        "checked": points,
        "qualified": points - 1,
        "rate": "90.0",
        "points": tuple(RecordPoint(f"K{number}+{n:03}", str(n), n == 2) for n in range(points)),
    }
    return RecordItem(**(facts | changes))


def part(name: str = "钢筋", **changes: Any) -> RecordPart:
    """A part that passed, with two of four lowest parts excellent."""
    facts: dict[str, Any] = {
        "name": name,
        "level": Level.LOT,
        "standing": Standing.PASSED,
        "location": "一层",
        "leaves": 4,
        "passed": 4,
        "excellent": 2,
        "graded": True,
    }
    return RecordPart(**(facts | changes))
