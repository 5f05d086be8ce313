"""The foot of a quality record: opinions and signatures, left open for ink as on the form."""

from __future__ import annotations

from acceptance.documents.sheet import Cell, Kind, Row, Table
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts

_DAY = "　　　年　　月　　日"
_BUILDING_BOXES = {
    Level.LOT: (
        ("施工单位检查结果", "专业工长：\n项目专业质量检查员："),
        ("监理单位验收结论", "专业监理工程师："),
    ),
    Level.ITEM: (
        ("说明", ""),
        ("施工单位检查结果", "项目专业技术负责人："),
        ("监理单位验收结论", "专业监理工程师："),
    ),
    Level.DIVISION: (
        ("综合验收结论", ""),
        ("施工单位", "项目负责人："),
        ("勘察单位", "项目负责人："),
        ("设计单位", "项目负责人："),
        ("监理单位", "总监理工程师："),
    ),
}
_FIVE = (
    ("建设单位", "（公章）　项目负责人："),
    ("监理单位", "（公章）　总监理工程师："),
    ("施工单位", "（公章）　项目负责人："),
    ("设计单位", "（公章）　项目负责人："),
    ("勘察单位", "（公章）　项目负责人："),
)
_ROAD = (("施工单位意见", "负责人：\n记录：　　　　　复核："), ("监理单位意见", "监理工程师："))
_WATER_ELEMENT = (
    ("施工单位自评意见", "质检负责人："),
    ("监理单位复核意见", "监理工程师："),
)
_WATER = (
    ("施工单位自评意见", "评定等级：\n评定人：　　　　项目技术负责人：\n（公章）"),
    ("监理单位复核意见", "复核等级：\n监理工程师：　　　总监：\n（公章）"),
    ("项目法人认定意见", "认定等级：\n复核人：　　　　负责人：\n（公章）"),
    ("质量监督机构核定（备）意见", "核定（备）等级：\n核备人：　　　　负责人：\n（公章）"),
)


def closing_table(facts: RecordFacts) -> Table:
    """The boxes of the form, each with its signers and date."""
    rows = tuple(_box(label, signers) for label, signers in _boxes(facts))
    return Table((20, 64), rows)


def _boxes(facts: RecordFacts) -> tuple[tuple[str, str], ...]:
    if facts.paper is Paper.ROAD:
        return _ROAD
    if facts.paper is Paper.WATER:
        return _WATER_ELEMENT if facts.level is Level.ELEMENT else _WATER
    if facts.level in {Level.LOT, Level.ITEM, Level.DIVISION}:
        return _BUILDING_BOXES[facts.level]
    return _FIVE


def _box(label: str, signers: str) -> Row:
    return (Cell(label, Kind.LABEL), Cell(f"\u00a0\n{signers}\n{_DAY}"))
