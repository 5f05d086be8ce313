"""The evaluation method behind a statistical item: which input the points fill, which the design."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field
from typing import Any

from acceptance.domain.checklists.entries import Entry
from acceptance.domain.checklists.template import Item
from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.inputs import Kind, inputs_of, is_required, shape_of
from acceptance.domain.evaluation.reading import InputError, read_field

# What the entered design value means to a method that has no design value of its own.
_DESIGNS = ("design", "required", "acceptance")


def points_input(rule: str) -> str:
    """The input that the points fill: the first list of numbers; empty where there is none."""
    lists = (e.name for e in _inputs(rule) if shape_of(e).kind is Kind.NUMBERS)
    return next(lists, "")


def design_input(rule: str) -> str:
    """The input that the entered design value fills; empty where there is none."""
    names = {entry.name for entry in _inputs(rule)}
    return next((name for name in _DESIGNS if name in names), "")


def method_input(item: Item, entry: Entry) -> dict[str, Any]:
    """What the method is given: the constants of the template, the design value, factors that were
    entered, the points."""
    document: dict[str, Any] = dict(item.given)
    document |= {name: getattr(entry, name) for name in item.factors if getattr(entry, name)}
    if item.needs_design:
        document[design_input(item.rule)] = entry.design
    document[points_input(item.rule)] = [point.value for point in entry.values if point.value]
    return document


def of_rule(item: Item) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What is wrong with the method and its constants, as code, key and data."""
    if item.rule not in METHODS:
        yield "template_rule_unknown", "rule", {"known": ", ".join(METHODS)}
        return
    points, design = points_input(item.rule), design_input(item.rule)
    entered = {points, *item.factors} | ({design} if item.needs_design else set())
    if not points:
        yield "template_rule_without_points", "rule", {}
    if item.needs_design and not design:
        yield "template_rule_without_design", "needs_design", {}
    given = dict(item.given)
    for name in given.keys() - {entry.name for entry in _inputs(item.rule)}:
        yield "template_given_unknown", f"given.{name}", {}
    for entry in _inputs(item.rule):
        yield from _of_input(entry, given, entered)
    for name in item.factors:
        if name not in {entry.name for entry in _inputs(item.rule)}:
            yield "template_given_unknown", "factors", {}


def _of_input(
    entry: Field[Any], given: dict[str, Any], entered: set[str]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    key = f"given.{entry.name}"
    if entry.name in given and entry.name in entered:
        yield "template_given_entered", key, {}
    elif entry.name in given:
        try:
            read_field(entry, given[entry.name], entry.name)
        except InputError:
            yield "template_given_wrong", key, {"given": str(given[entry.name])}
    elif is_required(entry) and entry.name not in entered:
        yield "template_given_missing", key, {}


def _inputs(rule: str) -> tuple[Field[Any], ...]:
    return inputs_of(METHODS[rule].given)
