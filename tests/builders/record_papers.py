"""Facts of quality records, plain and at their worst."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from acceptance.domain.certificates import Paper, Particular, PartyLine
from acceptance.domain.checklists.words import ItemClass, ItemOutcome
from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import RULE_SETS, Level
from acceptance.domain.record_facts import (
    RecordFacts,
    RecordItem,
    RecordPart,
    RecordPoint,
    Standing,
)
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.record_quality import (
    Accident,
    FiledDocument,
    PartQuality,
    ScoredItem,
    Sight,
    TreatedPart,
)
from acceptance.domain.rollup.words import Documents, Look, Treatment

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


def quality(**changes: Any) -> PartQuality:
    """Everything that can be recorded of a part."""
    facts: dict[str, Any] = {
        "documents": Documents.BASICALLY_COMPLETE,
        "entity_test": "JC-118",
        "functions_passed": True,
        "monitoring_passed": True,
        "materials_passed": True,
        "blocks_grade": QualityGrade.EXCELLENT,
        "blocks_groups": 32,
        "good": 41,
        "fair": 7,
        "poor": 0,
        "items": (
            ScoredItem("外部尺寸", "12", 2, 20, 19, "10.8"),
            ScoredItem("轮廓线", "10", 1, score="10"),
            ScoredItem("扶梯", "2"),
        ),
        "sights": (
            Sight("", "主体结构外观", True, 10, 2, 0, 1, Look.GOOD),
            Sight("", "屋面", True, 3, 1, 2, None, Look.POOR),
            Sight("", "门窗", True, 4, 0, 0),
            Sight("电梯", "运行、平层", False),
        ),
        "due": "22",
        "obtained": "20.8",
        "rate": "94.5",
    }
    return PartQuality(**(facts | changes))


def mishaps(times: int = 1) -> dict[str, Any]:
    """Works that had failed, with a defect on file, and a treated accident."""
    treated = TreatedPart(
        "主体结构 三层", Treatment.ACCEPTED_BELOW_DESIGN, "核算书 JS-07", "柱强度不足；不影响安全",
        "BA-003", date(2026, 8, 1),
    )  # fmt: skip
    accident = Accident(
        "渠道 K2+300", date(2026, 5, 3), "minor", "12.5", "衬砌冻胀破坏 80 m", date(2026, 7, 1),
        "全部返工",
    )  # fmt: skip
    return {"treated": (treated,) * times, "accidents": (accident,) * times}


def documents(form: RecordForm, **missing: Any) -> tuple[FiledDocument, ...]:
    """One on file, one that the project does not have, one that may be left out, one changed."""
    day = date(2026, 10, 1)
    last: dict[str, Any] = {"required": True, "number": "资-04", "dated": day}
    return (
        FiledDocument(form, "建筑与结构", "图纸会审记录", True, "资-01", day),
        FiledDocument(form, "建筑与结构", "事故处理资料", False, "", day, True, "没有事故"),
        FiledDocument(form, "电梯", "电梯负荷试验", False),
        FiledDocument(form=form, group="电梯", title="电梯接地试验", **(last | missing)),
    )
