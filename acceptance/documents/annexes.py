"""The annexes of a certificate: what was accepted, and who examined it."""

from __future__ import annotations

from dataclasses import replace

from acceptance.documents.figures import DASH, amount, count, percent, short_date
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.documents.wording import GRADES, role_title
from acceptance.domain.certificates import CertificateFacts, Paper, WorksRow
from acceptance.domain.projects import Grade

_ORDINALS = "一二三四"


def annexes(facts: CertificateFacts) -> tuple[Table, ...]:
    """The annexes that have rows, titled 附表 or, when there are several, 附表一, 附表二."""
    kinds = {
        Paper.BUILDING: (_building_works,),
        Paper.ROAD: (_road_works, _opinions),
        Paper.WATER: (_water_works, _committee, _examined),
    }
    tables = [make(facts) for make in kinds[facts.paper]]
    filled = [table for table in tables if table.rows]
    several = len(filled) > 1
    return tuple(
        replace(
            table,
            title=f"附表{_ORDINALS[number] if several else ''}\u3000{table.title}",
            key=f"annex{number}",
        )
        for number, table in enumerate(filled)
    )


def _building_works(facts: CertificateFacts) -> Table:
    head = heads("序号", "单位工程", "分部工程", "分项", "检验批", "观感", "结论")
    rows = tuple(
        (
            Cell(str(number), Kind.CENTRE),
            Cell(row.unit),
            Cell(row.division),
            Cell(count(row.items), Kind.NUMBER),
            Cell(count(row.lots), Kind.NUMBER),
            Cell(row.appearance or DASH, Kind.CENTRE),
            Cell(GRADES[row.grade], Kind.CENTRE),
        )
        for number, row in enumerate(facts.works, 1)
    )
    total = (
        f"合计：{amount(len(facts.works))} 行；分项工程 {_sum(facts.works, 'items')} 个；"
        f"检验批 {_sum(facts.works, 'lots')} 个。"
    )
    note = f"{total}本表数据取自已签认的验收记录，随证明一并存档。"
    title = "单位（子单位）工程、分部工程验收情况"
    return Table((6, 18, 26, 8, 10, 8, 8), rows, head, title, note)


def _road_works(facts: CertificateFacts) -> Table:
    head = heads("序号", "单位工程", "桩号范围", "分部", "分项", "关键项目 %", "一般项目 %", "结论")
    rows = tuple(
        (
            Cell(str(number), Kind.CENTRE),
            Cell(row.unit),
            Cell(row.extent or DASH),
            Cell(count(row.divisions), Kind.NUMBER),
            Cell(count(row.items), Kind.NUMBER),
            Cell(percent(row.key_passed, row.key_tested), Kind.NUMBER),
            Cell(percent(row.general_passed, row.general_tested), Kind.NUMBER),
            Cell(GRADES[row.grade], Kind.CENTRE),
        )
        for number, row in enumerate(facts.works, 1)
    )
    note = "注：合格率按点（组）数计算；百分数取一位小数，不进位。"
    return Table((6, 18, 18, 6, 6, 12, 12, 6), rows, head, "各单位工程、分部工程质量评定", note)


def _opinions(facts: CertificateFacts) -> Table:
    rows = tuple(
        (
            Cell(role_title(facts.paper, party.role), Kind.CENTRE),
            Cell(party.opinion),
            Cell(party.leader, Kind.CENTRE),
            Cell(short_date(party.signed_on), Kind.CENTRE),
        )
        for party in facts.parties
    )
    head = heads("单位", "意见", "签认人", "日期")
    return Table((16, 44, 10, 14), rows, head, "参加交工验收单位意见与签认")


def _water_works(facts: CertificateFacts) -> Table:
    # Where nobody has graded the divisions, 合格 is what was found and no grade.
    graded = any(row.grade is Grade.EXCELLENT for row in facts.works)
    last = "等级" if graded else "结论"
    head = heads("序号", "分部工程", "单元", "合格", "优良", "优良率 %", last)
    rows = tuple(
        (
            Cell(str(number), Kind.CENTRE),
            Cell(row.division or row.unit),
            Cell(count(row.lots), Kind.NUMBER),
            Cell(count(row.qualified), Kind.NUMBER),
            Cell(count(row.excellent), Kind.NUMBER),
            Cell(percent(row.excellent, row.lots), Kind.NUMBER),
            Cell(GRADES[row.grade], Kind.CENTRE),
        )
        for number, row in enumerate(facts.works, 1)
    )
    return Table((6, 36, 8, 8, 8, 10, 8), rows, head, "分部工程质量评定")


def _committee(facts: CertificateFacts) -> Table:
    rows: tuple[Row, ...] = tuple(
        (
            Cell(member.duty or "委员", Kind.CENTRE),
            Cell(member.name, Kind.CENTRE),
            Cell(member.organisation),
            Cell(member.post, Kind.CENTRE),
            Cell(""),
        )
        for member in facts.members
    )
    head = heads("职务", "姓名", "单位", "职称或职务", "签字")
    return Table((12, 12, 30, 16, 14), rows, head, "竣工验收委员会成员签字")


def _examined(facts: CertificateFacts) -> Table:
    rows: tuple[Row, ...] = tuple(
        (
            Cell(role_title(facts.paper, party.role), Kind.CENTRE),
            Cell(party.organisation),
            Cell(party.leader, Kind.CENTRE),
            Cell(""),
        )
        for party in facts.parties
    )
    head = heads("单位", "名称", "代表", "签字")
    return Table((16, 44, 10, 14), rows, head, "被验收单位代表签字")


def _sum(rows: tuple[WorksRow, ...], field: str) -> str:
    return amount(sum(getattr(row, field) for row in rows))
