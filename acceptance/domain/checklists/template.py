"""The template of a checklist: an immutable value whose digest names it for ever."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, field, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any

from acceptance.domain.arithmetic import number_text
from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.checklists.frequency import Frequency
from acceptance.domain.checklists.words import (
    CountedPlan,
    Factor,
    ItemClass,
    ItemKind,
    PhotoRule,
    Places,
    Rating,
)
from acceptance.domain.exact import decimal_text
from acceptance.domain.projects import Category, Level
from acceptance.domain.standards.gb_50300_points import POINT_RATES_2013
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2017

_DOMINANT, _GENERAL, _KEY = (
    Decimal(number_text(rate))
    for rate in (POINT_RATES_2013.dominant, POINT_RATES_2013.general, JTG_F80_1_2017.key)
)


@dataclass(frozen=True, slots=True)
class Rates:
    """Least share of good points in percent, by class of item; where a template names none, that of
    the shipped standards.

    `excellent` is the share every general item needs for 优良, None where nothing is graded.
    """

    dominant: Decimal = _DOMINANT
    key: Decimal = _KEY
    general: Decimal = _GENERAL
    excellent: Decimal | None = None

    def of(self, item_class: ItemClass) -> Decimal:
        return {
            ItemClass.DOMINANT: self.dominant,
            ItemClass.KEY: self.key,
            ItemClass.GENERAL: self.general,
        }[item_class]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist.

    `low` and `high` bound the deviation from the design value where `needs_design`, else the value
    itself; both include equality. `extreme_low` and `extreme_high` lie in the same frame: one point
    beyond them fails the item. `cap_factor` forbids any point beyond so many times the tolerance.
    `near` is a margin for the reviewer's eye and has no part in the verdict. `plausible_low` and
    `plausible_high` bound what can be true of a typed value at all. `minimum_rate` is in percent.
    `verified` is False while the figures have not been compared with the printed standard.
    A statistical item names the evaluation method that judges it (`rule`) and the constants of its
    input (`given`, by name, numbers as decimal text); `factors` are inputs of it that the inspector
    may enter beside the points. A counted item with a `plan` other than
    the rate is judged by the accept and reject numbers of a counted sample. `sample` is the
    `frequency` in numbers, where the text has numbers.
    """

    code: str
    title: str
    title_en: str
    item_class: ItemClass
    kind: ItemKind
    requirement: str
    requirement_en: str
    clause: str
    minimum_rate: Decimal
    unit: str = ""
    unit_en: str = ""
    method: str = ""
    method_en: str = ""
    frequency: str = ""
    frequency_en: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    needs_design: bool = False
    extreme_low: Decimal | None = None
    extreme_high: Decimal | None = None
    cap_factor: Decimal | None = None
    near: Decimal | None = None
    plausible_low: Decimal | None = None
    plausible_high: Decimal | None = None
    minimum_points: int = 1
    not_applicable: bool = False
    photo: PhotoRule = PhotoRule.OPTIONAL
    photo_on_failure: bool = False
    verified: bool = True
    rule: str = ""
    given: tuple[tuple[str, str | bool], ...] = ()
    places: Places = Places.FREE
    plan: CountedPlan = CountedPlan.RATE
    sample: Frequency | None = None
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a checklist that is shown under one heading."""

    code: str
    title: str
    title_en: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist as it was published; a record keeps the one it was opened with.

    `clause` is the clause of the pass rule in `standard`; `source` says where the figures are from.
    `items` are those of all sections in order; `digest` is the SHA-256 of the canonical document.
    """

    code: str
    version: str
    title: str
    title_en: str
    category: Category
    level: Level
    standard: str
    edition: str
    clause: str
    sections: tuple[Section, ...]
    rating: Rating = Rating.PASSED_OR_FAILED
    rates: Rates = Rates()
    verified: bool = True
    source: str = ""
    items: tuple[Item, ...] = field(init=False, compare=False, repr=False)
    digest: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        items = tuple(item for section in self.sections for item in section.items)
        object.__setattr__(self, "items", items)
        object.__setattr__(self, "digest", sha256(canonical(self.to_document())))

    @property
    def is_verified(self) -> bool:
        """Whether everything in it has been compared with the printed standard."""
        return self.verified and all(item.verified for item in self.items)

    def to_document(self) -> dict[str, Any]:
        """Plain JSON types, decimals as text. What equals its default is left out, so that a field
        added later does not change the digest of templates that do not use it."""
        return _table(self)


# A file speaks of one section, one item and its class, so the document does as well.
_KEYS = {"sections": "section", "items": "item", "item_class": "class"}


def _table(value: Any) -> dict[str, Any]:
    table = {}
    for each in fields(value):
        if not each.init:
            continue
        content = getattr(value, each.name)
        if each.default is MISSING or content != each.default:
            named = dict(content) if each.name == "given" else content
            table[_KEYS.get(each.name, each.name)] = _plain(named)
    return table


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Section | Item | Rates | Frequency):
        return _table(value)
    return value
