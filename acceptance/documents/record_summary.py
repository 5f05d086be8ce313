"""What the recorded data of a quality record come to, before anybody signs."""

from __future__ import annotations

from acceptance.documents.figures import amount
from acceptance.documents.record_closing import TWO_LINES
from acceptance.documents.record_forms import STANDINGS
from acceptance.documents.record_marks import mark_lines
from acceptance.documents.record_quality import (
    TRUTHS,
    accident_said,
    blocks_said,
    documents_said,
    look_said,
    score_said,
    treated_said,
)
from acceptance.documents.record_sights import counted_sights
from acceptance.documents.record_signing import acceptance_said
from acceptance.documents.sheet import Cell, Kind, Row, Table
from acceptance.documents.wording import GRADES
from acceptance.domain.certificates import Paper
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts, Standing
from acceptance.domain.record_forms import RecordForm

Lines = list[tuple[str, str]]
_WIDTHS = (20, 64)
_NONE = "台账中没有登记"


def summary_table(facts: RecordFacts) -> Table:
    """What was recorded beside the checklists; never more than the data say."""
    lines = [*mark_lines(facts), *_of_trade(facts), *_mishaps(facts), *_acceptance(facts)]
    return line_table(lines)


def line_table(lines: Lines) -> Table:
    """One label a row."""
    return Table(_WIDTHS, tuple(_line(*line) for line in lines))


def verdict_table(facts: RecordFacts) -> Table:
    """What all of it comes to, and the room for the conclusion of those who sign."""
    said = STANDINGS[facts.standing]
    if not facts.finished:
        more = "，其中已有不合格" if facts.standing is Standing.FAILED else ""
        said = f"未完成{more}，不得作为验收依据"
    elif facts.grade:
        said += f"，等级 {GRADES[facts.grade]}"
    lines = [("记录数据判定", said)]
    if facts.paper is Paper.BUILDING and facts.level in {Level.DIVISION, Level.UNIT}:
        lines.append(("综合验收结论", TWO_LINES))
    return line_table(lines)


def _of_trade(facts: RecordFacts) -> Lines:
    """The rows of the form; what nobody has recorded stays open."""
    if facts.items:
        return []
    if facts.paper is Paper.WATER:
        return _water(facts)
    if facts.paper is Paper.ROAD:
        return _road(facts)
    return _building(facts)


def _building(facts: RecordFacts) -> Lines:
    """G.0.1 and H.0.1-1."""
    quality = facts.quality
    documents, functions = documents_said(quality), TRUTHS[quality.functions_passed]
    if facts.level is Level.DIVISION:
        return [
            ("质量控制资料", documents),
            ("安全和功能检验结果", functions),
            ("观感质量检验结果", look_said(quality)),
        ]
    if facts.level is not Level.UNIT:
        return []
    good = sum(part.standing is Standing.PASSED for part in facts.parts)
    tests = _of_form(facts, RecordForm.FUNCTION_TESTS)
    spots = (
        f"共核查 {tests[0]} 项，符合规定 {tests[1]} 项；\n"
        "共抽查　　　项，符合规定　　　项；经返工处理符合规定　　　项"
    )
    looks = counted_sights(quality.sights)
    return [
        ("分部工程验收", f"共 {amount(len(facts.parts))} 分部，经查符合 {amount(good)} 分部"),
        ("质量控制资料核查", _with(_control(facts), documents)),
        ("安全和使用功能核查及抽查结果", _with(spots, functions)),
        ("观感质量验收", _with(looks, look_said(quality))),
    ]


def _control(facts: RecordFacts) -> str:
    listed, filed = _of_form(facts, RecordForm.CONTROL_DOCUMENTS)
    return f"共 {listed} 项，经核查符合规定 {filed} 项"


def _of_form(facts: RecordFacts, form: RecordForm) -> tuple[str, str]:
    """How many documents of a form the works has, and how many are on file."""
    listed = [each for each in facts.documents if each.form is form]
    filed = sum(each.on_file for each in listed)
    if not filed:
        return "　　　", "　　　"
    return amount(filed + sum(each.missing for each in listed)), amount(filed)


def _road(facts: RecordFacts) -> Lines:
    if facts.level is None:
        return []
    quality = facts.quality
    return [("质量保证资料", documents_said(quality)), ("外观质量", look_said(quality))]


def _water(facts: RecordFacts) -> Lines:
    quality = facts.quality
    watched = ("观测资料", TRUTHS[quality.monitoring_passed])
    if facts.level is None:
        return [watched]
    if facts.level is Level.UNIT:
        documents = ("施工质量检验资料", documents_said(quality))
        return [("外观质量", score_said(quality)), documents, watched]
    materials = "原材料、中间产品、金属结构和设备"
    return [(materials, TRUTHS[quality.materials_passed]), ("试块质量", blocks_said(quality))]


def _mishaps(facts: RecordFacts) -> Lines:
    """Failed works and accidents in the part and below it. Water works say so when there is none:
    their form asks for it."""
    treated = [treated_said(each) for each in facts.treated]
    accidents = [accident_said(each) for each in facts.accidents]
    if facts.paper is Paper.WATER and not facts.items:
        treated, accidents = treated or [_NONE], accidents or [_NONE]
    return [
        *(("不合格处理及备案", said) for said in treated),
        *(("质量事故及处理", said) for said in accidents),
    ]


def _acceptance(facts: RecordFacts) -> Lines:
    """The acceptance of part and unit works, whose signatures stand on its minutes (SL 223)."""
    held = facts.accepted
    if held is None or facts.paper is not Paper.WATER:
        return []
    return [(held.title, acceptance_said(facts))]


def _with(form: str, recorded: str) -> str:
    return f"{form}\n登记：{recorded}" if recorded else form


def _line(label: str, value: str) -> Row:
    return (Cell(label, Kind.LABEL), Cell(value))
