"""The declared inputs of a method as a JSON Schema (2020-12), for the description of the interface."""

from __future__ import annotations

from dataclasses import Field
from typing import Any

from acceptance.domain.arithmetic import number_text
from acceptance.domain.evaluation.inputs import (
    Kind,
    Shape,
    inputs_of,
    is_required,
    name_of,
    shape_of,
)

# A bound is exact decimal text, which JSON Schema cannot compare with; it is said in words.
_DECIMAL = r"^[+-]?[0-9]+(\.[0-9]+)?$"


def schema_of(given: type[Any]) -> dict[str, Any]:
    """The schema of an input or of one of its rows; an optional field may also be null."""
    entries = inputs_of(given)
    return {
        "type": "object",
        "properties": {name_of(entry): _field(entry) for entry in entries},
        "required": [name_of(entry) for entry in entries if is_required(entry)],
        "additionalProperties": False,
    }


def _field(entry: Field[Any]) -> dict[str, Any]:
    schema = _shape(shape_of(entry))
    return schema if is_required(entry) else {"anyOf": [schema, {"type": "null"}]}


def _shape(shape: Shape) -> dict[str, Any]:
    if shape.kind is Kind.FLAG:
        return {"type": "boolean"}
    if shape.kind is Kind.WORD:
        return {"enum": list(shape.words)}
    if shape.kind is Kind.DAY:
        return {"type": "string", "format": "date"}
    if shape.kind in {Kind.NUMBERS, Kind.ROWS}:
        return _list(shape)
    if shape.kind is Kind.ROW:
        return _row(shape)
    if shape.kind is Kind.TABLE:
        return _table(shape)
    return _number(shape)


def _number(shape: Shape) -> dict[str, Any]:
    kind = "integer" if shape.kind is Kind.COUNT else "number"
    forms: list[dict[str, Any]] = [{"type": kind}, {"type": "string", "pattern": _DECIMAL}]
    if shape.words:
        forms.append({"enum": list(shape.words)})
    schema: dict[str, Any] = {"anyOf": forms}
    bounds = (("≥", shape.low), (">", shape.above), ("≤", shape.high))
    said = [f"{sign} {number_text(bound)}" for sign, bound in bounds if bound is not None]
    words = [*said, *([shape.unit] if shape.unit else [])]
    return {**schema, "description": ", ".join(words)} if words else schema


def _list(shape: Shape) -> dict[str, Any]:
    each = _number(shape) if shape.kind is Kind.NUMBERS else _row(shape)
    if shape.empty_rows:
        each = {"anyOf": [each, {"type": "null"}]}
    return {"type": "array", "items": each, "minItems": shape.least, "maxItems": shape.most}


def _row(shape: Shape) -> dict[str, Any]:
    if shape.row is None:
        raise TypeError("a row declares its dataclass")
    return schema_of(shape.row)


def _table(shape: Shape) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {name: _row(shape) for name in shape.words},
        "minProperties": shape.least,
        "additionalProperties": False,
    }
