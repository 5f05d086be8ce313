"""The sheet as it is drawn: items with what was typed, their limits in words, their messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from acceptance.domain.checklists.answers import parse_answers
from acceptance.domain.checklists.group_report import GROUP_FIELDS
from acceptance.domain.checklists.judge import judge
from acceptance.domain.checklists.shares import in_force
from acceptance.domain.checklists.strength_groups import Specimens, specimens_of
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.words import Factor, ItemKind, ItemOutcome
from acceptance.domain.exact import decimal_text
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.web.wording import gettext

MOST_BLANK_POINTS = 6
MORE_POINTS = 5
RANGE = "～"

Messages = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class PointRow:
    """A measured point as typed; of a group of specimens also its report, by field."""

    place: str = ""
    value: str = ""
    group: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as typed. `number` counts sections and items, such as 2.3; `limits` is short."""

    item: Item
    number: str
    typed: Mapping[str, str]
    points: tuple[PointRow, ...]
    limits: str
    outcome: ItemOutcome
    specimens: Specimens | None = None

    @property
    def title(self) -> str:
        return self.item.title


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section with how far it is done."""

    code: str
    number: int
    title: str
    title_en: str
    items: tuple[ItemRow, ...]

    @property
    def done(self) -> int:
        return sum(row.outcome is not ItemOutcome.NOT_INSPECTED for row in self.items)

    @property
    def failed(self) -> int:
        return sum(row.outcome is ItemOutcome.FAILED for row in self.items)


@dataclass(frozen=True, slots=True)
class Rows:
    """The whole sheet as typed, with the messages by field."""

    sections: tuple[SectionRow, ...]
    messages: Messages = field(default_factory=dict)

    @property
    def items(self) -> tuple[ItemRow, ...]:
        return tuple(row for section in self.sections for row in section.items)

    @property
    def done(self) -> int:
        return sum(section.done for section in self.sections)

    @property
    def total(self) -> int:
        return len(self.items)


def rows_of(
    template: Template,
    document: Mapping[str, Any],
    messages: Messages | None = None,
    more: str = "",
    editions: Editions = SHIPPED,
) -> Rows:
    """The sheet for a document, whether stored, just typed, or typed wrongly."""
    template = in_force(template, editions)
    outcomes = _outcomes(template, document, editions)
    sections = tuple(
        SectionRow(
            section.code,
            number,
            section.title,
            section.title_en,
            tuple(
                _item(item, f"{number}.{place}", document.get(item.code), outcomes, more)
                for place, item in enumerate(section.items, start=1)
            ),
        )
        for number, section in enumerate(template.sections, start=1)
    )
    return Rows(sections, messages or {})


def limit_text(item: Item) -> str:
    """The limits of a measured item, as short as can be: ±5, −5～+10, ≤ 12, ≥ 97, ≤ 设计值."""
    low, high = item.low, item.high
    if low is not None and high is not None:
        if low == -high:
            return f"±{decimal_text(high)}"
        signed = item.needs_design or low < 0
        return f"{_signed(low, plus=signed)}{RANGE}{_signed(high, plus=signed)}"
    limit = low if high is None else high
    if limit is None:
        return ""
    sign = "≥" if high is None else "≤"
    if not item.needs_design:
        return f"{sign}\u00a0{_signed(limit, plus=False)}"
    beyond = _signed(limit, plus=True) if limit else ""
    return f"{sign}\u00a0{gettext('设计值')}\u00a0{beyond}".rstrip("\u00a0")


def _signed(value: Any, *, plus: bool) -> str:
    text = decimal_text(value).replace("-", "−")
    return f"+{text}" if plus and value > 0 else text


def _outcomes(
    template: Template, document: Mapping[str, Any], editions: Editions
) -> Mapping[str, ItemOutcome]:
    """How each item stands by what is typed; unknown while it cannot be read."""
    readable = {
        item.code: document[item.code]
        for item in template.items
        if item.code in document
        and not isinstance(parse_answers(template, {item.code: document[item.code]}), list)
    }
    answers = parse_answers(template, readable)
    if isinstance(answers, list):
        return {}
    return {item.code: item.verdict for item in judge(template, answers, editions).items}


def _item(
    item: Item, number: str, sent: object, outcomes: Mapping[str, ItemOutcome], more: str
) -> ItemRow:
    entry = sent if isinstance(sent, Mapping) else {}
    names = ("answer", "reason", "design", *Factor, "checked", "failed", "second_failed", "note")
    return ItemRow(
        item=item,
        number=number,
        typed={name: _text(entry.get(name)) for name in names},
        points=_points(item, entry.get("values"), more=more == item.code),
        limits=limit_text(item) if item.kind is ItemKind.MEASURE else "",
        outcome=outcomes.get(item.code, ItemOutcome.NOT_INSPECTED),
        specimens=specimens_of(item),
    )


def _points(item: Item, sent: object, *, more: bool) -> tuple[PointRow, ...]:
    """What was typed, and blank rows up to as many points as the item needs."""
    if not item.kind.has_points:
        return ()
    typed = [
        _point(point)
        for point in (sent if isinstance(sent, list | tuple) else ())
        if isinstance(point, Mapping)
    ]
    wanted = max(min(item.minimum_points, MOST_BLANK_POINTS), len(typed))
    wanted += MORE_POINTS if more else 0
    return (*typed, *(PointRow() for _ in range(wanted - len(typed))))


def _point(sent: Mapping[str, Any]) -> PointRow:
    group = {name: _text(sent[name]) for name in GROUP_FIELDS if sent.get(name)}
    return PointRow(_text(sent.get("place")), _text(sent.get("value")), group)


def _text(value: object) -> str:
    """What somebody typed; a value that came twice is shown once."""
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    return value if isinstance(value, str) else ""
