"""The head of a quality record: what was inspected, and who answers for it."""

from __future__ import annotations

from datetime import date

from acceptance.documents.figures import DASH, amount, long_date
from acceptance.documents.sheet import PAIRS, Table, pairs
from acceptance.domain.certificates import Paper
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_forms import RecordForm

Lines = list[tuple[str, str]]
_INSPECTED = frozenset({Level.LOT, Level.ITEM, Level.ELEMENT})
# The lists that go with a record name only those who answer for them.
_WHOLE = frozenset({RecordForm.RATING, RecordForm.MINUTES})
_LEADERS = {PartyRole.SUPERVISOR: "总监", PartyRole.CONTRACTOR: "项目负责人"}
_BELOW: dict[tuple[Paper, Level | None], str] = {
    (Paper.BUILDING, Level.ITEM): "检验批数量",
    (Paper.BUILDING, Level.DIVISION): "分项工程数量",
    (Paper.WATER, Level.DIVISION): "单元工程数量",
    (Paper.ROAD, Level.DIVISION): "分项工程数量",
}
_LEAVES = {Paper.BUILDING: "检验批数量", Paper.ROAD: "分项工程数量", Paper.WATER: "单元工程数量"}


def head_table(facts: RecordFacts) -> Table:
    """Labels with their values, the two halves of a row always of one matter; what the product
    does not record stays an empty place."""
    named = [("工程名称", facts.project_name), ("工程编号", facts.project_code)]
    parts = [(name.label, name.value) for name in facts.names]
    if facts.location or facts.level in _INSPECTED:
        parts.append(("部位、桩号", facts.location))
    groups = [named, parts, *_people(facts)]
    if facts.form in _WHOLE:
        groups += [_extent(facts), _rules(facts)]
    return Table(PAIRS, tuple(row for group in groups for row in pairs(group)))


def _people(facts: RecordFacts) -> list[Lines]:
    """Each firm beside the person who answers for it."""
    building = facts.paper is Paper.BUILDING
    groups = [_firm(facts, PartyRole.CONTRACTOR, "施工单位")]
    groups.append(_firm(facts, PartyRole.SUPERVISOR, "监理单位"))
    if facts.form not in _WHOLE:
        return groups
    if facts.level in {None, Level.UNIT}:
        owner = _firm(facts, PartyRole.OWNER, "建设单位" if building else "项目法人")
        groups.append(owner + _firm(facts, PartyRole.DESIGNER, "设计单位"))
        groups.append(_firm(facts, PartyRole.SURVEYOR, "勘察单位") if building else [])
    elif building:
        groups.append([("分包单位", ""), ("分包负责人", "")])
    return groups


def _firm(facts: RecordFacts, role: PartyRole, title: str) -> Lines:
    parties = [party for party in facts.parties if party.role is role]
    lines = [(title, "、".join(party.organisation for party in parties))]
    if role in _LEADERS:
        leaders = "、".join(party.leader for party in parties if party.leader)
        lines.append((_LEADERS[role], leaders))
    return lines


def _extent(facts: RecordFacts) -> Lines:
    if facts.paper is Paper.BUILDING and facts.level is Level.LOT:
        return [("检验批容量", ""), ("施工依据", "")]
    if facts.level is Level.UNIT:
        dates = [("开工日期", _day(facts.started_on)), ("完工日期", _day(facts.finished_on))]
        if facts.paper is not Paper.BUILDING:
            return dates
        return [("结构类型", facts.structure), ("建筑面积", facts.floor_area), *dates]
    if not facts.parts:
        return []
    below = _BELOW.get((facts.paper, facts.level), "单位工程数量")
    lines = [(below, amount(len(facts.parts)))]
    leaves = sum(part.leaves for part in facts.parts)
    return lines if leaves == len(facts.parts) else [*lines, (_LEAVES[facts.paper], amount(leaves))]


def _day(day: date | None) -> str:
    """A day that nobody has recorded is an empty place."""
    return long_date(day) if day else ""


def _rules(facts: RecordFacts) -> Lines:
    lines: Lines = [("验收依据", facts.basis)] if facts.basis else []
    if facts.checklist:
        lines += [("检查表", facts.checklist), ("检查次序", f"第 {facts.attempt} 次")]
        lines += [("检查人", facts.inspector or DASH), ("检查日期", long_date(facts.inspected_on))]
    return lines
