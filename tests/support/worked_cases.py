"""Worked cases of the statutory arithmetic, and when a result agrees with one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from acceptance.domain.evaluation.doors import evaluated, parsed
from acceptance.domain.evaluation.reading import InputError
from acceptance.i18n.evaluations import error_document, result_document

CASES = Path(__file__).parent.parent / "unit" / "domain" / "evaluation" / "cases.jsonl"
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?\Z", re.ASCII)


def worked_cases() -> list[dict[str, Any]]:
    """Every case of the file, numbers exact."""
    return [parsed(line) for line in CASES.read_text(encoding="utf-8").splitlines() if line]


def answer(method: str, given: Any) -> dict[str, Any]:
    """What every door answers."""
    try:
        return result_document(evaluated(method, given))
    except InputError as error:
        return {"error": error_document(error.finding)}


def ask(method: str, **given: Any) -> dict[str, Any]:
    """The same for an input written in Python; numbers as whole numbers or text."""
    return answer(method, parsed(json.dumps(given)))


def disagreements(expected: Any, found: Any, at: str = "") -> list[str]:
    """Where a result differs from what a case lists: texts exactly, numbers to the digits printed."""
    if isinstance(expected, Mapping):
        if not isinstance(found, Mapping):
            return [f"{at}: {found!r} is no object"]
        return [
            each
            for key, value in expected.items()
            for each in disagreements(value, found.get(key), f"{at}.{key}")
        ]
    if isinstance(expected, list):
        if not isinstance(found, list) or len(expected) != len(found):
            return [f"{at}: {found!r} instead of {expected!r}"]
        pairs = enumerate(zip(expected, found, strict=True))
        return [e for i, (a, b) in pairs for e in disagreements(a, b, f"{at}.{i}")]
    return [] if _same(expected, found) else [f"{at}: {found!r} instead of {expected!r}"]


def _same(expected: Any, found: Any) -> bool:
    if isinstance(expected, bool) or expected is None or isinstance(found, bool):
        return expected is found
    if isinstance(expected, str) and not _NUMBER.match(expected):
        return bool(expected == found)
    if found is None or not _NUMBER.match(str(found)):
        return False
    printed = Decimal(str(expected))
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    return Decimal(str(found)).quantize(step, ROUND_HALF_UP) == printed
