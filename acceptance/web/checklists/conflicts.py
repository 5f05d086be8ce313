"""The page for two hands: what merged by itself, and what a person must choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from acceptance.domain.checklists.diff import Conflict, compare, resolve
from acceptance.domain.checklists.limits import limits_of
from acceptance.domain.checklists.template import Template
from acceptance.domain.checklists.words import Answer, Factor, ItemOutcome
from acceptance.domain.exact import decimal_text
from acceptance.web.checklists.messages import place_of, row_of
from acceptance.web.checklists.rows import ItemRow, Rows, rows_of
from acceptance.web.language import locale, placed, titled
from acceptance.web.wording import gettext as _

SIDES = ("theirs", "mine", "base")
# Fields that only make sense together are shown and chosen together.
_PARTS = {"answer": ("reason",), "checked": ("failed", "second_failed")}
_HEADS = {tail: head for head, tails in _PARTS.items() for tail in tails}


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a choice: its first line, and what belongs to it."""

    side: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A place both changed. `name` is the field of the form, `chosen` what was picked so far."""

    name: str
    place: str
    limits: str
    versions: tuple[Version, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Both hands compared: the choices left, what merged by itself in words, and the document."""

    choices: tuple[Choice, ...]
    merged: tuple[tuple[str, str], ...]
    conflicts: tuple[Conflict, ...]
    document: Mapping[str, Any]

    @property
    def missing(self) -> int:
        return sum(not choice.chosen for choice in self.choices)


def merge(
    template: Template,
    base: Mapping[str, Any],
    theirs: Mapping[str, Any],
    mine: Mapping[str, Any],
    chosen: Mapping[str, str],
) -> Merge:
    """Compare both hands with what they began from; `chosen` is a side by field."""
    document, found = compare(base, theirs, mine)
    conflicts = tuple(_whole(found, base, theirs, mine))
    rows = rows_of(template, document)
    return Merge(
        choices=tuple(_choices(rows, conflicts, chosen)),
        merged=tuple(_merged(rows, base, document, conflicts)),
        conflicts=conflicts,
        document=document,
    )


def chosen_document(found: Merge, chosen: Mapping[str, str]) -> dict[str, Any]:
    """The document with each choice made; theirs where nobody chose."""
    conflicts = tuple(
        replace(each, mine=each.base) if chosen.get(_head(each.field)) == "base" else each
        for each in found.conflicts
    )
    ours = {each.field for each in conflicts if chosen.get(_head(each.field)) in {"mine", "base"}}
    return resolve(found.document, conflicts, frozenset(ours))


def _choices(
    rows: Rows, conflicts: Iterable[Conflict], chosen: Mapping[str, str]
) -> Iterable[Choice]:
    groups: dict[str, list[Conflict]] = {}
    for conflict in conflicts:
        groups.setdefault(_head(conflict.field), []).append(conflict)
    for head, group in groups.items():
        picked = chosen.get(head, "")
        row = row_of(rows, head)
        yield Choice(
            name=head,
            place=place_of(rows, head),
            limits=f"{row.limits}\u00a0{_unit(row)}" if row and row.limits else "",
            versions=tuple(_version(row, head, side, group) for side in SIDES),
            chosen=picked if picked in SIDES else "",
        )


def _whole(
    conflicts: Iterable[Conflict],
    base: Mapping[str, Any],
    theirs: Mapping[str, Any],
    mine: Mapping[str, Any],
) -> Iterable[Conflict]:
    """The choices with all parts of each group, also when the hands differ in one part only:
    a reason without its answer says nothing, and going back means going back with all of them."""
    done = set()
    for conflict in conflicts:
        code, _dot, head = _head(conflict.field).partition(".")
        if head not in _PARTS:
            yield conflict
        elif (code, head) not in done:
            done.add((code, head))
            for name in (head, *_PARTS[head]):
                sides = (document.get(code, {}).get(name) for document in (base, theirs, mine))
                yield Conflict(f"{code}.{name}", *sides)


def _version(row: ItemRow | None, head: str, side: str, group: list[Conflict]) -> Version:
    contents = [(each.field, getattr(each, side)) for each in group]
    lines = [_said(row, field, content) for field, content in contents if content or field == head]
    if row is not None and ".values." in head:
        lines.append(_judged(row, contents[0][1]))
    return Version(side, tuple(line for line in lines if line))


def _judged(row: ItemRow, point: Any) -> str:
    """What the value comes to against its limits; empty where that is not known."""
    item, design = row.item, row.typed["design"]
    if not point or not point.get("value") or (item.needs_design and not design):
        return ""
    tolerated = limits_of(item, Decimal(design) if item.needs_design else None).tolerated
    excess = tolerated.excess(Decimal(point["value"]))
    if excess:
        return str(_("超 %(excess)s %(unit)s", excess=decimal_text(excess), unit=_unit(row)))
    if item.near is not None and tolerated.touches(Decimal(point["value"]), item.near):
        return str(_("接近限值"))
    return titled(ItemOutcome.PASSED)


def _merged(
    rows: Rows, base: Mapping[str, Any], document: Mapping[str, Any], conflicts: Iterable[Conflict]
) -> Iterable[tuple[str, str]]:
    """The places that only one hand changed, with what stands there now."""
    open_fields = {conflict.field.partition(".values")[0] for conflict in conflicts}
    for code, entry in document.items():
        before = base.get(code, {})
        for name, content in entry.items():
            field = f"{code}.{name}"
            if content != before.get(name) and code not in open_fields and field not in open_fields:
                yield place_of(rows, field), _said(row_of(rows, field), field, content)


def _unit(row: ItemRow) -> str:
    return row.item.unit if locale() == "zh" else row.item.unit_en or row.item.unit


def _head(field: str) -> str:
    code, _dot, name = field.partition(".")
    return f"{code}.{_HEADS.get(name, name)}"


def _said(row: ItemRow | None, field: str, content: Any) -> str:
    """A value in words; blank is said to be blank."""
    if not content:
        return str(_("未填"))
    if field.endswith(".answer"):
        return titled(Answer(content))
    if isinstance(content, Mapping):
        return _point(row, content)
    if isinstance(content, list):
        return _("；").join(_point(row, point) for point in content)
    name = field.rpartition(".")[2]
    if name in set(Factor):
        return f"{titled(Factor(name))} {content}"
    counts = {
        "checked": _("检查 %(count)s", count=content),
        "second_failed": _("第二次不合格 %(count)s", count=content),
        "failed": _("不合格 %(count)s", count=content),
    }
    return str(counts.get(name, content))


def _point(row: ItemRow | None, point: Mapping[str, Any]) -> str:
    value = point.get("value", "")
    measured = f"{value}\u00a0{_unit(row)}" if value and row else value
    return f"{placed(point.get('place', ''))} {measured}".strip() or str(_("未填"))
