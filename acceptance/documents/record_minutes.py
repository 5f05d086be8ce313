"""验收鉴定书: the outline of the minutes of an acceptance of part works and unit works.

The headings follow the lists of SL 223-2008, whose order is remembered; the acceptance group writes
what the product does not record.
"""

from __future__ import annotations

from acceptance.documents.figures import amount, long_date, percent
from acceptance.documents.record_quality import (
    TRUTHS,
    accident_said,
    blocks_said,
    documents_said,
    score_said,
    treated_said,
)
from acceptance.documents.record_signing import acceptance_said
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.documents.wording import role_title
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts, RecordPart

_ROOM = "\u00a0\n\u00a0\n\u00a0"
_PEOPLE = 8
_PREFACE = "前言（验收依据、组织机构、验收过程）"
_LAST = ("验收结论", "保留意见（本人签字）", "附件")


def minutes_table(facts: RecordFacts) -> Table:
    """Heading by heading; what is recorded is filled in, the rest is room to write."""
    lines = _division(facts) if facts.level is Level.DIVISION else _unit(facts)
    lines += [(heading, "") for heading in _LAST]
    return Table((24, 60), tuple(_row(*line) for line in lines))


def members_table(facts: RecordFacts) -> Table:
    """The members of the acceptance group, each to sign; their units where they were recorded."""
    room = Cell("\u00a0\n\u00a0")
    units = _units(facts)
    units += [room.text] * (_PEOPLE - len(units))
    rows = tuple((room, Cell(unit), room, room) for unit in units)
    head = heads("姓名", "单位", "职务和职称", "签字")
    return Table((16, 32, 18, 18), rows, head, "验收工作组成员签字表")


def _units(facts: RecordFacts) -> list[str]:
    """The unit of each member who was recorded, and as its role where the firm has no name."""
    if facts.accepted is None:
        return []
    found = [
        signer.organisation or role_title(facts.paper, signer.role)
        for signer in facts.accepted.signers
        for _person in range(signer.people)
    ]
    return found + ["外单位专家"] * (facts.accepted.outside or 0)


def _division(facts: RecordFacts) -> list[tuple[str, str]]:
    quality = facts.quality
    graded = [_counts("单元工程", facts.parts)]
    if key := tuple(part for part in facts.parts if part.important):
        graded.append(_counts("重要隐蔽单元工程和关键部位单元工程", key))
    graded += [f"原材料、中间产品、金属结构和设备：{_or_room(TRUTHS[quality.materials_passed])}"]
    graded += [f"试块质量：{_or_room(blocks_said(quality))}"]
    return [
        (_PREFACE, acceptance_said(facts)),
        ("开工和完工日期", ""),
        ("建设内容", facts.location),
        ("施工过程和完成的主要工程量", ""),
        ("质量事故和质量缺陷处理情况", _mishaps(facts)),
        ("工程质量评定", "\n".join(graded)),
        ("存在问题和处理意见", ""),
    ]


def _unit(facts: RecordFacts) -> list[tuple[str, str]]:
    quality = facts.quality
    dates = [facts.started_on, facts.finished_on]
    days = [long_date(day) if day else "　　　年　　月　　日" for day in dates]
    graded = [
        _counts("单元工程", facts.parts),
        f"分部工程 {amount(len(facts.parts))} 个",
        f"外观质量：{score_said(quality)}",
        f"施工质量检验资料：{_or_room(documents_said(quality))}",
        f"观测资料：{_or_room(TRUTHS[quality.monitoring_passed])}",
    ]
    return [
        (_PREFACE, acceptance_said(facts)),
        ("单位工程概况", f"开工 {days[0]}，完工 {days[1]}"),
        ("验收范围", "、".join(part.name for part in facts.parts)),
        ("工程完成情况和完成的主要工程量", ""),
        ("工程质量评定", "\n".join(graded)),
        ("质量事故和质量缺陷处理情况", _mishaps(facts)),
        ("分部工程验收遗留问题处理情况", ""),
        ("运行准备情况", ""),
        ("主要问题和处理意见", ""),
        ("意见和建议", ""),
    ]


def _counts(name: str, parts: tuple[RecordPart, ...]) -> str:
    """How many of the lowest parts are there, passed and excellent."""
    leaves = sum(part.leaves for part in parts)
    said = f"{name} {amount(leaves)} 个，合格 {amount(sum(part.passed for part in parts))} 个"
    if not any(part.graded for part in parts):
        return said
    good = sum(part.excellent for part in parts)
    return f"{said}，其中优良 {amount(good)} 个，优良率 {percent(good, leaves)} %"


def _mishaps(facts: RecordFacts) -> str:
    said = [treated_said(each) for each in facts.treated]
    said += [accident_said(each) for each in facts.accidents]
    return "\n".join(said) or "台账中没有登记"


def _or_room(said: str) -> str:
    return said or "　　　　　"


def _row(heading: str, said: str) -> Row:
    return (Cell(heading, Kind.LABEL), Cell(f"{said}\n\u00a0" if said else _ROOM))
