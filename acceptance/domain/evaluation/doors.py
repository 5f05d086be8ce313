"""What every door does alike: take a method by name and an input as JSON text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Evaluation


def parsed(text: str | bytes) -> Any:
    """The JSON text with exact numbers; binary floats, NaN and Infinity never come to be."""
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise InputError("input_not_json") from error


def as_object(document: Any) -> Mapping[str, Any]:
    """The document as an object with named parts."""
    if not isinstance(document, Mapping):
        raise InputError("input_object_wanted")
    return document


def evaluated(name: str, document: Any) -> Evaluation:
    """The result of the method of this name."""
    method = METHODS.get(name)
    if method is None:
        raise InputError("input_method_unknown", "method")
    return method.of(document)


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")
