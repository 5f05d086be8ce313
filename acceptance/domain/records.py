"""Frozen records as plain JSON values and back, checked field by field."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")


class NotARecordError(ValueError):
    """The document does not hold such a record."""


def to_document(record: Any) -> dict[str, Any]:
    """Mappings, lists, text, whole numbers and truths; dates as ISO text."""
    return {field.name: _encoded(getattr(record, field.name)) for field in fields(record)}


def from_document(record: type[Record], document: Mapping[str, Any]) -> Record:
    """The record that `to_document` wrote; anything else raises `NotARecordError`.

    A field with a default may be missing: documents outlive the fields that were added later.
    """
    made: Record = _decoded_record(record, document)
    return made


def _encoded(value: Any) -> Any:
    if is_dataclass(value):
        return to_document(value)
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _decoded(wanted: Any, value: Any) -> Any:
    """`value` as the annotated type `wanted`."""
    if get_origin(wanted) in {types.UnionType, Union}:
        inner = next(kind for kind in get_args(wanted) if kind is not types.NoneType)
        return None if value is None else _decoded(inner, value)
    if get_origin(wanted) is tuple:
        return tuple(_decoded(get_args(wanted)[0], item) for item in _of_type(list, value))
    if is_dataclass(wanted):
        return _decoded_record(wanted, value)
    if wanted is date or issubclass(wanted, StrEnum):
        text = _of_type(str, value)
        try:
            return date.fromisoformat(text) if wanted is date else wanted(text)
        except ValueError as error:
            raise NotARecordError(str(error)) from error
    return _of_type(wanted, value)


def _decoded_record(record: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise NotARecordError(f"{record.__name__} is not a mapping")
    types_by_name = get_type_hints(record)
    required = {field.name for field in fields(record) if field.default is MISSING}
    if odd := (value.keys() - types_by_name.keys()) | (required - value.keys()):
        raise NotARecordError(f"{record.__name__}: missing or unknown {sorted(odd)}")
    return record(**{name: _decoded(types_by_name[name], item) for name, item in value.items()})


def _of_type(wanted: type, value: Any) -> Any:
    # A bool is an int to Python, and never one to us.
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise NotARecordError(f"{value!r} is no {wanted.__name__}")
    return value
