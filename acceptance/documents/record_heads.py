"""The head of a quality record: what was inspected, and who answers for it."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount, long_date
from acceptance.documents.sheet import PAIRS, Table, pairs
from acceptance.domain.certificates import Paper
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts

Lines = list[tuple[str, str]]
_LEADERS = {PartyRole.SUPERVISOR: "总监", PartyRole.CONTRACTOR: "项目负责人"}


def head_table(facts: RecordFacts) -> Table:
    """Labels with their values; what the product does not record stays an empty place."""
    lines: Lines = [("工程名称", facts.project_name), ("工程编号", facts.project_code)]
    lines += [(f"{name.label}", name.value) for name in facts.names]
    if facts.location or facts.level in {Level.LOT, Level.ITEM, Level.ELEMENT}:
        lines.append(("部位、桩号", facts.location))
    lines += _people(facts) + _extent(facts) + _rules(facts)
    return Table(PAIRS, tuple(pairs(lines)))


def _people(facts: RecordFacts) -> Lines:
    lines: Lines = []
    roles = [PartyRole.CONTRACTOR, PartyRole.SUPERVISOR]
    if facts.level in {None, Level.UNIT}:
        roles += [PartyRole.OWNER, PartyRole.DESIGNER, PartyRole.SURVEYOR]
    titles = {
        PartyRole.OWNER: "建设单位" if facts.paper is Paper.BUILDING else "项目法人",
        PartyRole.CONTRACTOR: "施工单位",
        PartyRole.SUPERVISOR: "监理单位",
        PartyRole.DESIGNER: "设计单位",
        PartyRole.SURVEYOR: "勘察单位",
    }
    for role in roles:
        parties = [party for party in facts.parties if party.role is role]
        lines.append((titles[role], "、".join(party.organisation for party in parties)))
        if role in _LEADERS:
            leaders = "、".join(party.leader for party in parties if party.leader)
            lines.append((_LEADERS[role], leaders))
    if facts.paper is Paper.BUILDING and facts.level in {Level.LOT, Level.ITEM, Level.DIVISION}:
        lines += [("分包单位", ""), ("分包负责人", "")]
    return lines


def _extent(facts: RecordFacts) -> Lines:
    if facts.paper is Paper.BUILDING and facts.level is Level.LOT:
        return [("检验批容量", "")]
    if facts.level is Level.UNIT and facts.paper is Paper.BUILDING:
        return [
            ("结构类型", facts.structure),
            ("建筑面积", facts.floor_area),
            ("开工日期", long_date(facts.started_on)),
            ("完工日期", long_date(facts.finished_on)),
        ]
    if facts.parts:
        leaves = sum(part.leaves for part in facts.parts)
        name = {Paper.BUILDING: "检验批数量", Paper.ROAD: "分项数量", Paper.WATER: "单元数量"}
        return [("下级数量", amount(len(facts.parts))), (name[facts.paper], amount(leaves))]
    return []


def _rules(facts: RecordFacts) -> Lines:
    lines: Lines = []
    if facts.paper is Paper.BUILDING and facts.level is Level.LOT:
        lines.append(("施工依据", ""))
    if facts.basis:
        lines.append(("验收依据", facts.basis))
    if facts.checklist:
        lines += [("检查表", facts.checklist), ("检查次序", f"第 {facts.attempt} 次")]
        lines += [("检查人", facts.inspector or DASH), ("检查日期", long_date(facts.inspected_on))]
    return lines
