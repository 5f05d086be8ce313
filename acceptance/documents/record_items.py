"""The inspected items of a quality record, and the measured points behind them."""

from __future__ import annotations

from collections.abc import Iterator

from acceptance.documents.figures import DASH, NO_BREAK, amount
from acceptance.documents.record_marks import mark_note
from acceptance.documents.record_reports import report_rows
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.domain.certificates import Paper
from acceptance.domain.checklists.words import ItemClass, ItemOutcome
from acceptance.domain.record_facts import RecordFacts, RecordItem, RecordPoint

OUTCOMES = {
    ItemOutcome.PASSED: "合格",
    ItemOutcome.FAILED: "不合格",
    ItemOutcome.NOT_APPLICABLE: "不适用",
    ItemOutcome.NOT_INSPECTED: "未完成",
}
_CLASSES = {ItemClass.DOMINANT: "主控", ItemClass.KEY: "关键△", ItemClass.GENERAL: "一般"}
_HEADS = {
    Paper.BUILDING: (
        "类别",
        "序号",
        "验收项目",
        "设计要求及规范规定",
        "最小/实际\n抽样数量",
        "检查记录",
        "结果",
    ),
    Paper.ROAD: (
        "类别",
        "项次",
        "检查项目",
        "规定值或允许偏差",
        "规定/实测\n点数",
        "检查记录",
        "评定",
    ),
    Paper.WATER: ("类别", "项次", "检验项目", "质量要求", "规定/实测\n点数", "检查记录", "评定"),
}
_WIDTHS = (7, 6, 17, 20, 10, 16, 8)
# With 权值 and 得分 (JTG F80/1-2004).
_MARKED_WIDTHS = (6, 5, 13, 17, 10, 13, 6, 6, 8)
_A_ROW = 10  # points


def item_table(facts: RecordFacts) -> Table:
    """One row an item; its limits carry 待核对 until they were compared with the printed text."""
    numbered = enumerate(facts.items, 1)
    if facts.marks is None:
        rows = tuple(_row(number, item) for number, item in numbered)
        return Table(_WIDTHS, rows, heads(*_HEADS[facts.paper]))
    rows = tuple(_marked(_row(number, item), item) for number, item in numbered)
    *first, last = _HEADS[facts.paper]
    head = heads(*first, "权值", "得分", last)
    return Table(_MARKED_WIDTHS, rows, head, note=mark_note(facts))


def _marked(row: Row, item: RecordItem) -> Row:
    """Weight and mark stand at the first item of a row of the printed table."""
    *first, last = row
    return (*first, Cell(item.weight, Kind.CENTRE), Cell(item.mark, Kind.CENTRE), last)


def _row(number: int, item: RecordItem) -> Row:
    rule = item.requirement
    if item.design:
        rule += f"；设计值 {item.design} {item.unit}".rstrip()
    rule += "" if item.verified else "（待核对）"
    sampled = f"{amount(item.minimum)}/{amount(item.checked)}" if item.checked else DASH
    return (
        Cell(_CLASSES[item.item_class], Kind.CENTRE),
        Cell(str(number), Kind.CENTRE),
        Cell(item.title),
        Cell(rule),
        Cell(sampled, Kind.CENTRE),
        Cell(_found(item)),
        Cell(OUTCOMES[item.outcome], Kind.CENTRE),
    )


def _found(item: RecordItem) -> str:
    parts = []
    if item.answered:
        parts.append("符合要求" if item.outcome is ItemOutcome.PASSED else "不符合")
    elif item.figures:
        parts.append("按统计评定，见附表")
    elif item.checked:
        parts.append(
            f"合格 {amount(item.qualified)}/{amount(item.checked)}，{item.rate}{NO_BREAK}%"
        )
    if item.note:
        parts.append(item.note)
    return "；".join(parts)


def point_table(facts: RecordFacts) -> Table | None:
    """The measured values, ten a row under their places; * marks one out of tolerance."""
    rows = tuple(row for n, item in enumerate(facts.items, 1) for row in _measured(n, item))
    if not rows:
        return None
    head = (Cell("项", Kind.HEAD), Cell("实测值或统计数据", Kind.HEAD, span=_A_ROW))
    note = "注：上行为测点，下行为实测值；* 为超出允许偏差的测点。"
    return Table((4, *([8] * _A_ROW)), rows, head, "附表　实测数据", note)


def _measured(number: int, item: RecordItem) -> Iterator[Row]:
    if not item.points and not item.figures and not item.reports:
        return
    unit = f"（{item.unit}）" if item.unit else ""
    title = f"{item.title}{unit}：{item.requirement}"
    yield (Cell(str(number), Kind.LABEL), Cell(title, Kind.TEXT, span=_A_ROW))
    for start in range(0, len(item.points), _A_ROW):
        chunk = item.points[start : start + _A_ROW]
        cells = [Cell(_point(point), Kind.CENTRE) for point in chunk]
        cells += [Cell("", Kind.CENTRE)] * (_A_ROW - len(chunk))
        yield (Cell(""), *cells)
    yield from report_rows(item)
    if item.figures:
        said = "；".join(f"{figure.label} {figure.value}" for figure in item.figures)
        doubt = "" if item.verified else "（限值待核对）"
        yield (Cell("统计", Kind.LABEL), Cell(said + doubt, Kind.TEXT, span=_A_ROW))


def _point(point: RecordPoint) -> str:
    return f"{point.place}\n{point.value or DASH}{'*' if point.out else ''}".lstrip("\n")
