"""What the recorded data of a quality record come to, before anybody signs."""

from __future__ import annotations

from acceptance.documents.figures import amount
from acceptance.documents.record_forms import STANDINGS
from acceptance.documents.sheet import Cell, Kind, Row, Table
from acceptance.documents.wording import GRADES
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts, Standing


def summary_table(facts: RecordFacts) -> Table:
    """What the recorded data come to, before anybody signs; never more than the data say."""
    said = STANDINGS[facts.standing]
    if not facts.finished:
        more = "，其中已有不合格" if facts.standing is Standing.FAILED else ""
        said = f"未完成{more}，不得作为验收依据"
    elif facts.grade:
        said += f"，等级 {GRADES[facts.grade]}"
    return Table((20, 64), (*_building_lines(facts), _line("记录数据判定", said)))


def _building_lines(facts: RecordFacts) -> tuple[Row, ...]:
    """The rows of G.0.1 and H.0.1-1 that nobody records here are left open."""
    if facts.paper is Paper.WATER and facts.level is Level.UNIT:
        return (_line("外观质量", "应得　　　分，实得　　　分，得分率　　　%"),)
    if facts.paper is not Paper.BUILDING or facts.level in {Level.LOT, Level.ITEM, None}:
        return ()
    if facts.level is Level.DIVISION:
        names = ("质量控制资料", "安全和功能检验结果", "观感质量检验结果")
        return tuple(_line(name, "") for name in names)
    good = sum(part.standing is Standing.PASSED for part in facts.parts)
    return (
        _line("分部工程验收", f"共 {amount(len(facts.parts))} 分部，经查符合 {amount(good)} 分部"),
        _line("质量控制资料核查", "共　　　项，经核查符合规定　　　项"),
        _line(
            "安全和使用功能核查及抽查结果",
            "共核查　　　项，符合规定　　　项；共抽查　　　项，符合规定　　　项；经返工处理符合规定　　　项",
        ),
        _line(
            "观感质量验收",
            "共抽查　　　项，达到“好”和“一般”的　　　项，经返修处理符合要求的　　　项",
        ),
        _line("综合验收结论", ""),
    )


def _line(label: str, value: str) -> Row:
    return (Cell(label, Kind.LABEL), Cell(value))
