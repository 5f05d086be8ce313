"""The counts of unit elements in a record of water works: 合格, 优良 and the rate (SL 176-2007 G)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from acceptance.documents.figures import DASH, amount, count, percent
from acceptance.documents.sheet import Cell, Kind, Row, Table, heads
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts, RecordPart, Standing

_WIDTHS = (6, 28, 10, 10, 10, 11, 9)


def graded_table(facts: RecordFacts) -> Table:
    """By kind of unit element for a division, by part for the levels above it."""
    return _elements(facts) if facts.level is Level.DIVISION else _graded(facts)


def _elements(facts: RecordFacts) -> Table:
    """The kinds of unit elements, and the important ones once more in a line of their own."""
    kinds: dict[str, list[RecordPart]] = defaultdict(list)
    for part in facts.parts:
        kinds[part.name].append(part)
    rows = [_counted(str(n), name, found) for n, (name, found) in enumerate(kinds.items(), 1)]
    rows.append(_counted("", "合计", facts.parts))
    key = [part for part in facts.parts if part.important]
    rows.append(_counted("", "重要隐蔽、关键部位单元工程", key))
    head = heads("序号", "单元工程种类", "单元个数", "合格个数", "其中优良", "优良率 %", "备注")
    return Table(_WIDTHS, tuple(rows), head)


def _graded(facts: RecordFacts) -> Table:
    rows = [_counted(str(n), part.name, [part]) for n, part in enumerate(facts.parts, 1)]
    rows.append(_counted("", "合计", facts.parts))
    below = "分部工程" if facts.level is Level.UNIT else "单位工程"
    head = heads("序号", f"{below}名称", "单元个数", "合格个数", "其中优良", "优良率 %", "备注")
    return Table(_WIDTHS, tuple(rows), head)


def _counted(number: str, name: str, parts: Iterable[RecordPart]) -> Row:
    total: Counter[str] = Counter()
    parts = tuple(parts)
    for part in parts:
        total.update(leaves=part.leaves, passed=part.passed, excellent=part.excellent)
    graded = any(part.graded for part in parts)
    missing = total["leaves"] - total["passed"]
    failed = any(part.standing is Standing.FAILED for part in parts)
    return (
        Cell(number, Kind.CENTRE),
        Cell(name),
        Cell(count(total["leaves"]), Kind.NUMBER),
        Cell(amount(total["passed"]) if total["leaves"] else DASH, Kind.NUMBER),
        Cell(amount(total["excellent"]) if graded else DASH, Kind.NUMBER),
        Cell(percent(total["excellent"], total["leaves"]) if graded else DASH, Kind.NUMBER),
        Cell(("不合格" if failed else "未完成") if missing else "", Kind.CENTRE),
    )
