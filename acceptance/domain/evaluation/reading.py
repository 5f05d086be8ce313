"""Strict reading of one input object: a wrong field is named, and nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import Field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar, cast

from acceptance.domain.evaluation.inputs import (
    Kind,
    Shape,
    inputs_of,
    is_required,
    name_of,
    shape_of,
)
from acceptance.domain.findings import Finding, Value
from acceptance.domain.json_names import repeated

Given = TypeVar("Given")

_DECIMAL = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
LONGEST = 100
"""So many digits a number has at most, and so much of a wrong name is said again."""
_LARGEST = Fraction(10**15)


class InputError(ValueError):
    """The input cannot be evaluated; `finding.field` names what is wrong."""

    def __init__(self, code: str, field: str = "", **data: Value) -> None:
        super().__init__(f"{field}: {code}")
        self.finding = Finding(code, field=field, data=tuple(sorted(data.items())))


def read(given: type[Given], document: Any, place: str = "") -> Given:
    """The declared input from plain JSON types (numbers as int or Decimal, never a binary float)."""
    document = _named_parts(document, place)
    declared = inputs_of(given)
    known = {name_of(entry) for entry in declared}
    for key in document:
        if key not in known:
            raise InputError("input_unknown", _at(place, str(key)[:LONGEST]))
    values = {}
    for entry in declared:
        name = name_of(entry)
        found = read_field(entry, document.get(name), _at(place, name))
        if found is not None:
            values[entry.name] = found
    return given(**values)


def _named_parts(document: Any, place: str) -> Mapping[str, Any]:
    """The document as an object in which every name stands once."""
    if not isinstance(document, Mapping):
        raise InputError("input_object_wanted", place)
    for name in repeated(document):
        raise InputError("input_repeated", _at(place, name[:LONGEST]))
    return document


def _at(place: str, name: str | int) -> str:
    return f"{place}.{name}" if place else str(name)


def read_field(entry: Field[Any], value: Any, place: str) -> Any:
    """The value of one declared input; None where it is absent and may be."""
    if value is None:
        if is_required(entry):
            raise InputError("input_missing", place)
        return None
    shape = shape_of(entry)
    return _READERS[shape.kind](shape, value, place)


def _number(shape: Shape, value: Any, place: str) -> Fraction:
    if isinstance(value, str):
        if len(value) > LONGEST or not _DECIMAL.match(value):
            raise InputError("input_number_wanted", place)
        value = Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise InputError("input_number_wanted", place)
    if isinstance(value, Decimal) and _is_too_long(value):
        raise InputError("input_number_wanted", place)
    exact = Fraction(value)
    if abs(exact) > _LARGEST:
        raise InputError("input_number_wanted", place)
    return _bounded(shape, exact, place)


def _is_too_long(value: Decimal) -> bool:
    """A million digits, or an exponent of so many, are refused before anything is computed."""
    _sign, digits, exponent = value.as_tuple()
    return not isinstance(exponent, int) or max(len(digits), abs(exponent)) > LONGEST


def _bounded(shape: Shape, value: Fraction, place: str) -> Fraction:
    if shape.low is not None and value < shape.low:
        raise InputError("input_below", place, limit=_said(shape.low))
    if shape.above is not None and value <= shape.above:
        raise InputError("input_not_above", place, limit=_said(shape.above))
    if shape.high is not None and value > shape.high:
        raise InputError("input_above", place, limit=_said(shape.high))
    return value


def _said(limit: Fraction) -> str:
    return (
        str(limit)
        if limit.denominator == 1
        else format(Decimal(limit.numerator) / limit.denominator)
    )


def _count(shape: Shape, value: Any, place: str) -> int | str:
    if isinstance(value, str) and value in shape.words:
        return value
    exact = _number(shape, value, place)
    if exact.denominator != 1:
        raise InputError("input_whole_wanted", place)
    return int(exact)


def _flag(_shape: Shape, value: Any, place: str) -> bool:
    if not isinstance(value, bool):
        raise InputError("input_flag_wanted", place)
    return value


def _word(shape: Shape, value: Any, place: str) -> str:
    if not isinstance(value, str) or value not in shape.words:
        raise InputError("input_word_unknown", place, known=", ".join(shape.words))
    return value


def _day(_shape: Shape, value: Any, place: str) -> date:
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise InputError("input_day_wanted", place)


def _listed(shape: Shape, value: Any, place: str) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise InputError("input_list_wanted", place)
    if len(value) < shape.least:
        raise InputError("input_too_few", place, least=shape.least, given=len(value))
    if len(value) > shape.most:
        raise InputError("input_too_many", place, most=shape.most, given=len(value))
    return value


def _numbers(shape: Shape, value: Any, place: str) -> tuple[Fraction, ...]:
    listed = _listed(shape, value, place)
    return tuple(_number(shape, each, _at(place, at)) for at, each in enumerate(listed))


def _row(shape: Shape, value: Any, place: str) -> Any:
    return read(cast("type[Any]", shape.row), value, place)


def _rows(shape: Shape, value: Any, place: str) -> tuple[Any, ...]:
    return tuple(
        None if each is None and shape.empty_rows else _row(shape, each, _at(place, at))
        for at, each in enumerate(_listed(shape, value, place))
    )


def _table(shape: Shape, value: Any, place: str) -> dict[str, Any]:
    value = _named_parts(value, place)
    for key in value:
        if key not in shape.words:
            raise InputError("input_unknown", _at(place, str(key)[:LONGEST]))
    if len(value) < shape.least:
        raise InputError("input_too_few", place, least=shape.least, given=len(value))
    return {
        name: _row(shape, value[name], _at(place, name)) for name in shape.words if name in value
    }


_READERS = {
    Kind.NUMBER: _number,
    Kind.COUNT: _count,
    Kind.FLAG: _flag,
    Kind.WORD: _word,
    Kind.DAY: _day,
    Kind.NUMBERS: _numbers,
    Kind.ROW: _row,
    Kind.ROWS: _rows,
    Kind.TABLE: _table,
}
