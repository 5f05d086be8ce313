"""Strict reading of the report behind a group of specimens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from acceptance.domain.checklists.group_report import GROUP_FIELDS, NO_REPORT, GroupReport
from acceptance.domain.checklists.strength_groups import specimens_of
from acceptance.domain.checklists.template import Item
from acceptance.domain.checklists.typed import Typed
from acceptance.domain.checklists.words import Curing

LONGEST_NUMBER = 60
LONGEST_NAME = 100

# What nearly every point has and nothing more: a long sheet has hundreds of them.
_PLAIN = frozenset({"place", "value"})


def group_of(typed: Typed, item: Item, field: str, sent: Mapping[Any, Any]) -> GroupReport:
    """What was sent of the report; what has content belongs to a strength lot only."""
    if sent.keys() <= _PLAIN:
        return NO_REPORT
    named = [name for name in GROUP_FIELDS if sent.get(name) not in (None, "")]
    if not named:
        return NO_REPORT
    kind = specimens_of(item)
    if kind is None:
        for name in named:
            typed.refuse("answer_field_not_of_item", f"{field}.{name}")
        return NO_REPORT
    return GroupReport(
        report=typed.line(sent.get("report"), f"{field}.report", LONGEST_NUMBER),
        laboratory=typed.line(sent.get("laboratory"), f"{field}.laboratory", LONGEST_NAME),
        cast=typed.day(sent.get("cast"), f"{field}.cast"),
        tested=typed.day(sent.get("tested"), f"{field}.tested"),
        curing=typed.word(sent.get("curing"), f"{field}.curing", set(Curing)),
        degree_days=typed.number(sent.get("degree_days"), f"{field}.degree_days"),
        size=typed.word(sent.get("size"), f"{field}.size", kind.factors),
        s1=_bore(typed, sent, f"{field}.s1"),
        s2=_bore(typed, sent, f"{field}.s2"),
        s3=_bore(typed, sent, f"{field}.s3"),
    )


def _bore(typed: Typed, sent: Mapping[Any, Any], field: str) -> str:
    """What one specimen bore: a number from nought."""
    text = typed.number(sent.get(field.rpartition(".")[2]), field)
    if text.startswith("-"):
        typed.refuse("answer_below_nought", field)
        return ""
    return text
