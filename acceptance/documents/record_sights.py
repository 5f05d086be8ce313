"""观感质量检查记录: what each item of a unit works looks like (GB 50300-2013 H.0.1-4)."""

from __future__ import annotations

from collections.abc import Iterator

from acceptance.documents.figures import amount
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_quality import Sight
from acceptance.domain.rollup.words import Look

_LOOKS = {Look.GOOD: "好", Look.FAIR: "一般", Look.POOR: "差"}
_COLUMNS = 4
_NOTE = "注：对质量评价为差的项目应进行返修；观感质量现场检查原始记录应作为本表附件。"


def sight_table(facts: RecordFacts) -> Table:
    """One row an item under its trade; the points not counted yet are room for ink."""
    rows = (*_rows(facts.quality.sights), _total(facts))
    head = heads("序号", "项目", "抽查质量状况", "质量评价")
    return Table((6, 30, 36, 12), rows, head, note=_NOTE)


def counted_sights(sights: tuple[Sight, ...]) -> str:
    """Row 4 of H.0.1-1: how many items were looked at, are good or fair, and passed repaired."""
    counted = [each for each in sights if each.is_counted]
    sound = [each for each in counted if not each.poor]
    repaired = sum(bool(each.repaired) for each in sound)
    numbers = (len(counted), len(sound) - repaired, repaired)
    n, good, mended = (f"{amount(each)}" if counted else "　　　" for each in numbers)
    return f"共抽查 {n} 项，达到“好”和“一般”的 {good} 项，\n经返修处理符合要求的 {mended} 项"


def _rows(sights: tuple[Sight, ...]) -> Iterator[Row]:
    group = ""
    for number, each in enumerate(sights, 1):
        if each.group != group:
            group = each.group
            if group:
                yield (Cell(group, Kind.LABEL, span=_COLUMNS),)
        yield (
            Cell(str(number), Kind.CENTRE),
            Cell(each.title),
            Cell(_points(each.good, each.fair, each.poor, each.repaired)),
            Cell(_LOOKS[each.look] if each.look else "", Kind.CENTRE),
        )


def _total(facts: RecordFacts) -> Row:
    quality = facts.quality
    said = _points(quality.good, quality.fair, quality.poor, None)
    return (Cell("观感质量综合评价", Kind.LABEL, span=2), Cell(said), Cell("", Kind.CENTRE))


def _points(good: int | None, fair: int | None, poor: int | None, repaired: int | None) -> str:
    if good is None or fair is None or poor is None:
        return "共检查　　点，\n好　　点，一般　　点，差　　点"
    mended = f"（返修合格 {amount(repaired)} 点）" if repaired else ""
    said = f"共检查 {amount(good + fair + poor)} 点{mended}，"
    return f"{said}\n好 {amount(good)} 点，一般 {amount(fair)} 点，差 {amount(poor)} 点"
