"""Strict reading of what an inspector sent: every problem at once, each with its field.

The document is a table by item code: `{"roof-03": {"answer": "no", "reason": "…"}, "roof-04":
{"design": "20", "values": [{"place": "K0+100", "value": "21.5"}]}}`. A field in a finding is the
path to it with the points counted from 0, such as "roof-04.values.0".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from acceptance.domain.checklists.entries import Answers, Entry, Point
from acceptance.domain.checklists.group_answers import group_of
from acceptance.domain.checklists.group_report import GROUP_FIELDS
from acceptance.domain.checklists.template import Item, Template
from acceptance.domain.checklists.typed import LONGEST_NOTE, Typed
from acceptance.domain.checklists.words import Answer, CountedPlan, ItemKind, Places
from acceptance.domain.findings import Finding
from acceptance.domain.places import Chainage, place_code, read_place

MOST_POINTS = 200

OF_POINT = frozenset({"place", "value", *GROUP_FIELDS})
_ALWAYS = frozenset({"answer", "reason", "note"})
_FIELDS = {
    ItemKind.YES_NO: _ALWAYS,
    ItemKind.COUNT: _ALWAYS | {"checked", "failed"},
    ItemKind.MEASURE: _ALWAYS | {"values"},
    ItemKind.STATISTICAL: _ALWAYS | {"values"},
}


def parse_answers(template: Template, document: object) -> Answers | list[Finding]:
    """The answers in `document`, or everything that is wrong with it. Blank is never wrong here."""
    typed = Typed()
    if not isinstance(document, Mapping):
        typed.refuse("answer_wrong_type", "")
        return typed.problems
    entries = {}
    for item in template.items:
        if item.code in document:
            entry = _entry(typed, item, document[item.code])
            if not entry.is_blank:
                entries[item.code] = entry
    known = {item.code for item in template.items}
    for code in document:
        if code not in known:
            typed.refuse("answer_item_unknown", _name(code))
    return typed.problems or Answers(entries)


def _entry(typed: Typed, item: Item, sent: object) -> Entry:
    if not isinstance(sent, Mapping):
        typed.refuse("answer_wrong_type", item.code)
        return Entry(item.code)
    _refuse_unknown(typed, item, sent)
    path = item.code
    entry = Entry(
        item=item.code,
        answer=_answer(typed, item, sent.get("answer")),
        reason=typed.lines(sent.get("reason"), f"{path}.reason"),
        design=typed.number(sent.get("design"), f"{path}.design") if item.needs_design else "",
        values=_values(typed, item, sent.get("values")),
        checked=typed.count(sent.get("checked"), f"{path}.checked"),
        failed=typed.count(sent.get("failed"), f"{path}.failed"),
        second_failed=typed.count(sent.get("second_failed"), f"{path}.second_failed"),
        note=typed.lines(sent.get("note"), f"{path}.note", LONGEST_NOTE),
        **{name: typed.number(sent.get(name), f"{path}.{name}") for name in item.factors},
    )
    for name in ("failed", "second_failed"):
        failed = getattr(entry, name)
        if entry.checked and failed and int(failed) > int(entry.checked):
            typed.refuse("answer_failed_above_checked", f"{path}.{name}")
    return entry


def _refuse_unknown(typed: Typed, item: Item, sent: Mapping[Any, Any]) -> None:
    """A form may send every field; only what has content must belong to the item."""
    fields = _FIELDS[item.kind] | ({"design"} if item.needs_design else set())
    fields |= {*item.factors}
    fields |= {"second_failed"} if item.plan is CountedPlan.DOUBLE else set()
    for key in sent:
        if key not in Entry.__dataclass_fields__ or key == "item":
            typed.refuse("answer_field_unknown", f"{item.code}.{_name(key)}")
        elif key not in fields and sent[key] not in (None, "", []):
            typed.refuse("answer_field_not_of_item", f"{item.code}.{key}")


def _answer(typed: Typed, item: Item, sent: object) -> Answer | None:
    if sent is None or sent == "":
        return None
    field = f"{item.code}.answer"
    if not isinstance(sent, str) or sent not in set(Answer):
        typed.refuse("answer_word_unknown", field)
        return None
    answer = Answer(sent)
    if answer is Answer.NOT_APPLICABLE:
        if not item.not_applicable:
            typed.refuse("answer_must_apply", field)
    elif item.kind is not ItemKind.YES_NO:
        typed.refuse("answer_field_not_of_item", field)
    return answer


def _values(typed: Typed, item: Item, sent: object) -> tuple[Point, ...]:
    if sent is None or not item.kind.has_points:
        return ()
    field = f"{item.code}.values"
    if not isinstance(sent, list | tuple):
        typed.refuse("answer_wrong_type", field)
        return ()
    if len(sent) > MOST_POINTS:
        typed.refuse("answer_too_many_points", field, most=MOST_POINTS, points=len(sent))
        return ()
    points = [_point(typed, item, f"{field}.{index}", each) for index, each in enumerate(sent)]
    # Rows left empty at the end are the form's; those between keep the others' places.
    while points and points[-1].is_blank:
        points.pop()
    return tuple(points)


def _point(typed: Typed, item: Item, field: str, sent: object) -> Point:
    if not isinstance(sent, Mapping):
        return Point(value=typed.number(sent, field))
    for key in sent:
        if key not in OF_POINT:
            typed.refuse("answer_field_unknown", f"{field}.{_name(key)}")
    return Point(
        place=_place(typed, item, sent.get("place"), f"{field}.place"),
        value=typed.number(sent.get("value"), field),
        group=group_of(typed, item, field, sent),
    )


def _place(typed: Typed, item: Item, sent: object, field: str) -> str:
    """Where the point is: what has a notation is written by it, whichever way it was typed."""
    text = typed.line(sent, field)
    place = read_place(text) if text else None
    if text and item.places is Places.CHAINAGE and not isinstance(place, Chainage):
        typed.refuse("answer_not_a_chainage", field)
        return ""
    return text if place is None else place_code(place)


def _name(key: object) -> str:
    """A key somebody made up, fit to be shown."""
    return "".join(mark for mark in str(key)[:40] if mark.isprintable())
