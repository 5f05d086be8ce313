"""The foot of a quality record: opinions and signatures, left open for ink as on the form,
with the firm and the day where the signing was recorded."""

from __future__ import annotations

from collections.abc import Sequence

from acceptance.documents.figures import long_date
from acceptance.documents.record_signing import (
    NO_DAY,
    opinion_said,
    signed_lines,
    signing_note,
)
from acceptance.documents.sheet import WIDTH, Cell, Kind, Row, Table
from acceptance.domain.certificates import Paper
from acceptance.domain.parties import PartyRole
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts

Box = tuple[str, str]
TWO_LINES = "\u00a0\n\u00a0"
_SIGNERS = {
    "施工单位": PartyRole.CONTRACTOR,
    "施工单位检查结果": PartyRole.CONTRACTOR,
    "监理单位": PartyRole.SUPERVISOR,
    "监理单位验收结论": PartyRole.SUPERVISOR,
    "建设单位": PartyRole.OWNER,
    "设计单位": PartyRole.DESIGNER,
    "勘察单位": PartyRole.SURVEYOR,
}
"""Whose box it is, where a part is accepted by signing the box. Those of roads and water works are
opinions on the quality, of another day than the acceptance."""
_LOT = (
    ("施工单位检查结果", "专业工长：\n项目专业质量检查员："),
    ("监理单位验收结论", "专业监理工程师："),
)
_ITEM = (
    ("施工单位检查结果", "项目专业技术负责人："),
    ("监理单位验收结论", "专业监理工程师："),
)
_DIVISION = (
    ("施工单位", "项目负责人："),
    ("勘察单位", "项目负责人："),
    ("设计单位", "项目负责人："),
    ("监理单位", "总监理工程师："),
)
_FIVE = (
    ("建设单位", "项目负责人："),
    ("监理单位", "总监理工程师："),
    ("施工单位", "项目负责人："),
    ("设计单位", "项目负责人："),
    ("勘察单位", "项目负责人："),
)
_ROAD = (
    ("施工单位意见", "负责人：　　　　　　　\n记录：　　　　　　复核："),
    ("监理单位意见", "监理工程师："),
)
_ELEMENT = (("施工单位自评意见", "质检负责人："), ("监理单位复核意见", "监理工程师："))
_OWNER = ("项目法人认定意见", "认定等级：\n复核人：\n负责人：")
_WATER = (
    ("施工单位自评意见", "评定等级：\n评定人：\n项目技术负责人："),
    ("监理单位复核意见", "复核等级：\n监理工程师：\n总监："),
    _OWNER,
)
_WATER_PROJECT = (("监理单位评定意见", "评定等级：\n监理工程师：\n总监："), _OWNER)
_STATION = ("质量监督机构核定（备）意见", "核定（备）等级：\n核备人：　　　　　　负责人：")


def closing_tables(facts: RecordFacts) -> tuple[Table, ...]:
    """The boxes of the form, each with its signers, its seal and its date."""
    if facts.paper is Paper.ROAD:
        return (below_another(_ROAD),)
    if facts.paper is Paper.WATER:
        if facts.level is Level.ELEMENT:
            return (below_another(_ELEMENT),)
        beside = _WATER if facts.level else _WATER_PROJECT
        return side_by_side(beside), station_table(facts)
    if facts.level is Level.LOT:
        return (below_another(_LOT),)
    if facts.level is Level.ITEM:
        said = Table((20, 64), ((Cell("说明", Kind.LABEL), Cell(TWO_LINES)),))
        return said, below_another(_ITEM, facts)
    if facts.level is Level.DIVISION:
        return (side_by_side(_DIVISION, facts, seal=""),)
    return (side_by_side(_FIVE, facts),)


def reviewing_table(paper: Paper) -> Table:
    """Who answers for a list of documents or of things looked at, below the conclusion."""
    owner = "项目法人" if paper is Paper.WATER else "建设单位项目负责人"
    boxes = (
        ("施工单位结论", "施工单位项目负责人："),
        ("监理单位结论", f"总监理工程师（{owner}）："),
    )
    return below_another(boxes)


def station_table(facts: RecordFacts | None = None) -> Table:
    """The box of the body that supervises quality, with its opinion where it was recorded."""
    if facts is None or facts.supervision is None:
        return below_another((_STATION,))
    day = long_date(facts.supervision.day)
    return Table((20, 64), (_box(*_STATION, (opinion_said(facts),), day),))


def below_another(boxes: Sequence[Box], facts: RecordFacts | None = None) -> Table:
    """A label, and beside it room for an opinion above the signatures."""
    signings = [_signing(facts, label) for label, _signers in boxes]
    rows = tuple(
        _box(*box, ("", *recorded), day)
        for box, (recorded, day) in zip(boxes, signings, strict=True)
    )
    return Table((20, 64), rows, note=_note(facts))


def side_by_side(
    boxes: Sequence[Box], facts: RecordFacts | None = None, seal: str = "（公章）"
) -> Table:
    """As on the forms of whole works: the parties in columns, each with seal, name and date."""
    each = WIDTH // len(boxes)
    widths = (*[each] * (len(boxes) - 1), WIDTH - each * (len(boxes) - 1))
    labels = tuple(Cell(label, Kind.LABEL) for label, _signers in boxes)
    room = tuple(_column(seal, signers, *_signing(facts, label)) for label, signers in boxes)
    return Table(widths, (labels, room), note=_note(facts))


def _signing(facts: RecordFacts | None, label: str) -> tuple[tuple[str, ...], str]:
    return signed_lines(facts, _SIGNERS.get(label)) if facts else ((), NO_DAY)


def _note(facts: RecordFacts | None) -> str:
    return signing_note(facts) if facts else ""


def _column(seal: str, signers: str, recorded: tuple[str, ...], day: str) -> Cell:
    told = "\n".join(recorded)
    return Cell(f"{seal}\n{told}\n{signers}\n\n{day}", Kind.SIGN)


def _box(label: str, signers: str, recorded: tuple[str, ...], day: str) -> Row:
    lines = [*recorded, *signers.split("\n"), day]
    ink = "\n".join("　" * 13 + line if line else "" for line in lines)
    return (Cell(label, Kind.LABEL), Cell(ink, Kind.SIGN))
