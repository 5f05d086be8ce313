"""外观质量评定表: the score of the look of a unit works, item by item (SL 176-2007 appendix A)."""

from __future__ import annotations

from acceptance.documents.figures import DASH, amount
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_quality import ScoredItem
from acceptance.domain.standards.sl_176 import SL_176_2007_APPEARANCE

_GRADES = {1: "一级", 2: "二级", 3: "三级", 4: "四级"}
_STANDARD = tuple(ScoredItem(each.title, str(each.score)) for each in SL_176_2007_APPEARANCE.items)
_TEAM = ("项目法人", "监理单位", "设计单位", "施工单位", "运行管理单位")


def score_table(facts: RecordFacts) -> Table:
    """An item that the works does not have carries a stroke and counts in neither sum. Before
    anything is judged the items of the standard are printed, to be filled in on the site."""
    quality = facts.quality
    absent = DASH if quality.is_looked_at else ""
    items = quality.items or _STANDARD
    rows = [_row(number, each, absent) for number, each in enumerate(items, 1)]
    rate = f"得分率 {quality.rate} %" if quality.rate else "得分率　　　%"
    rows.append(
        (
            Cell("", Kind.CENTRE),
            Cell("合计"),
            Cell(_number(quality.due), Kind.NUMBER),
            Cell(rate, Kind.CENTRE, span=2),
            Cell(_number(quality.obtained), Kind.NUMBER),
            Cell(""),
        )
    )
    head = heads("项次", "项目", "标准分", "合格测点/测点", "等级", "得分", "备注")
    note = "注：一级得标准分的 100 %，二级 90 %，三级 70 %，四级不得分；“—”为本工程没有的项目，不计入。"
    return Table((6, 30, 8, 14, 8, 8, 10), tuple(rows), head, note=note)


def team_table() -> Table:
    """The people who judged it together, each to sign."""
    rows = tuple(
        (Cell(each, Kind.LABEL), Cell("\u00a0\n\u00a0"), Cell(""), Cell("")) for each in _TEAM
    )
    return Table((16, 28, 18, 22), rows, heads("单位", "单位名称", "姓名、职称", "签名"))


def _row(number: int, each: ScoredItem, absent: str) -> Row:
    points = absent
    if each.points:
        points = f"{amount(each.points_passed or 0)}/{amount(each.points)}"
    return (
        Cell(str(number), Kind.CENTRE),
        Cell(each.title),
        Cell(amount(each.standard), Kind.NUMBER),
        Cell(points, Kind.CENTRE),
        Cell(_GRADES[each.grade] if each.grade else absent, Kind.CENTRE),
        Cell(amount(each.score) if each.score else absent, Kind.NUMBER),
        Cell(""),
    )


def _number(text: str) -> str:
    return amount(text) if text else ""
