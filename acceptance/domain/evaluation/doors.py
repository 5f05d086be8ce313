"""What every door does alike: take a method by name and an input as JSON text."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from acceptance.domain.evaluation.catalogue import METHODS
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.json_names import object_of


def parsed(text: str | bytes) -> Any:
    """The JSON text with exact numbers; binary floats, NaN and Infinity never come to be, and of a
    name that stands twice the reader hears."""
    try:
        return json.loads(
            text, parse_float=Decimal, parse_constant=_refused, object_pairs_hook=object_of
        )
    except (ValueError, RecursionError) as error:
        raise InputError("input_not_json") from error


def evaluated(name: str, document: Any) -> Evaluation:
    """The result of the method of this name."""
    method = METHODS.get(name)
    if method is None:
        raise InputError("input_method_unknown", "method")
    return method.of(document)


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")
