"""The marks on the sheets of a road that is rated by JTG F80/1-2004."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount
from acceptance.documents.record_forms import STANDINGS
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts, RecordPart
from acceptance.domain.record_quality import Marks

_BELOW = {Level.UNIT: "分部工程", Level.DIVISION: "分项工程", None: "单位工程"}
_COLUMNS = ("评分值", "权值", "加权得分")


def marked_table(facts: RecordFacts) -> Table:
    """The parts with mark, weight and product; unit works are weighed by their investment."""
    whole = facts.level is None
    columns = ("实得分", "投资额\n（万元）", "实得分×\n投资额") if whole else _COLUMNS
    head = heads("序号", _BELOW.get(facts.level, ""), "桩号、部位", *columns, "等级", "备注")
    rows = tuple(_row(number, part) for number, part in enumerate(facts.parts, 1))
    return Table((6, 18, 12, 8, 12, 14, 8, 6), rows, head, note=mark_note(facts))


def mark_lines(facts: RecordFacts) -> list[tuple[str, str]]:
    """The mark of the part itself; what nobody has worked out yet is room for ink."""
    marks = facts.marks
    if marks is None:
        return []
    score = f"{_points(marks.score)}{_verdict(marks)}"
    if not facts.items:
        name = "建设项目（合同段）得分" if facts.level is None else "评分值"
        more = "（未计内业资料扣分）" if facts.level is None and marks.score else ""
        return [(name, score + more)]
    entered = "（权值未载入，由评定人计算）" if marks.entered else ""
    return [
        ("分项工程得分", _points(marks.before)),
        ("外观缺陷减分", _points(marks.deducted_look)),
        ("资料不全减分", _points(marks.deducted_documents)),
        ("分项工程评分值", score + entered),
    ]


def mark_note(facts: RecordFacts) -> str:
    """How the marks were worked out."""
    if facts.marks is None:
        return ""
    if facts.items:
        return "注：检查项目得分为合格率×100；分项工程得分为加权平均。"
    if facts.level is None:
        return "注：得分按单位工程投资额加权。"
    return "注：主要工程权值 2，其他 1；“返工”的分项工程按评分值的 90 %（待核对）计入加权得分。"


def _row(number: int, part: RecordPart) -> Row:
    return (
        Cell(str(number), Kind.CENTRE),
        Cell(part.name),
        Cell(part.location or DASH),
        Cell(_number(part.score), Kind.NUMBER),
        Cell(_number(part.weight), Kind.NUMBER),
        Cell(_number(part.weighed), Kind.NUMBER),
        Cell(STANDINGS[part.standing], Kind.CENTRE),
        Cell("返工" if part.reworked else "", Kind.CENTRE),
    )


def _points(text: str) -> str:
    return f"{amount(text)} 分" if text else "　　　　分"


def _verdict(marks: Marks) -> str:
    if marks.passed is None:
        return ""
    return f"，达到 {marks.line} 分" if marks.passed else f"，不足 {marks.line} 分，不合格"


def _number(text: str) -> str:
    return amount(text) if text else ""
