"""The parts below the subject of a quality record, as the form of its level lists them."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount, count
from acceptance.documents.record_forms import STANDINGS
from acceptance.documents.record_grades import graded_table
from acceptance.documents.record_marks import marked_table
from acceptance.documents.sheet import Cell, Kind, Table, heads
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts

_BELOW = {
    Level.UNIT: "分部工程",
    Level.DIVISION: "分项工程",
    Level.ITEM: "检验批",
    None: "单位工程",
}


def part_table(facts: RecordFacts) -> Table:
    """The table of the form; the conclusion of the supervisor stays a place for ink."""
    if facts.paper is Paper.WATER:
        return graded_table(facts)
    if facts.paper is Paper.ROAD:
        return marked_table(facts) if facts.marks else _rated(facts)
    return _lots(facts) if facts.level is Level.ITEM else _building(facts)


def _lots(facts: RecordFacts) -> Table:
    """GB 50300-2013 F.0.1."""
    rows = tuple(
        (
            Cell(str(number), Kind.CENTRE),
            Cell(part.name),
            Cell(""),
            Cell(part.location or DASH),
            Cell(STANDINGS[part.standing], Kind.CENTRE),
            Cell(""),
        )
        for number, part in enumerate(facts.parts, 1)
    )
    head = heads(
        "序号", "检验批名称", "容量", "部位、区段", "施工单位\n检查结果", "监理单位\n验收结论"
    )
    return Table((6, 24, 10, 22, 11, 11), rows, head)


def _building(facts: RecordFacts) -> Table:
    """GB 50300-2013 G.0.1, and the list of divisions behind H.0.1-1."""
    rows = tuple(
        (
            Cell(str(number), Kind.CENTRE),
            Cell(part.name + (f"　{part.location}" if part.location else "")),
            Cell(count(part.leaves), Kind.NUMBER),
            Cell(f"{STANDINGS[part.standing]}（{amount(part.passed)}/{amount(part.leaves)}）"),
            Cell(""),
        )
        for number, part in enumerate(facts.parts, 1)
    )
    head = heads(
        "序号",
        f"{_BELOW.get(facts.level, '')}名称",
        "检验批数",
        "施工单位检查结果",
        "监理单位验收结论",
    )
    return Table((6, 32, 10, 18, 18), rows, head)


def _rated(facts: RecordFacts) -> Table:
    rows = tuple(
        (
            Cell(str(number), Kind.CENTRE),
            Cell(part.name),
            Cell(part.location or DASH),
            Cell(f"{amount(part.passed)}/{amount(part.leaves)}", Kind.CENTRE),
            Cell(STANDINGS[part.standing], Kind.CENTRE),
            Cell(""),
        )
        for number, part in enumerate(facts.parts, 1)
    )
    below = "分项工程" if facts.level is Level.DIVISION else _BELOW.get(facts.level, "")
    head = heads("序号", below, "桩号、部位", "合格/分项数", "质量等级", "备注")
    return Table((6, 30, 20, 10, 10, 8), rows, head)
