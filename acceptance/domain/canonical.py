"""One text for one value: the form in which records are hashed and compared."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, NFC text. Binary floats are refused: they have no one text."""
    return json.dumps(
        _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def sha256(text: str | bytes) -> str:
    """Lower-case hexadecimal SHA-256 of UTF-8 text or bytes."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def _plain(value: Any) -> Any:
    # Most values are one of these four, and asking for the exact type is the quickest question.
    kind = type(value)
    if kind is str:
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if kind is dict:
        return {_plain(str(key)): _plain(item) for key, item in value.items()}
    if kind is list or kind is tuple:
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int):
        return value
    return _rarer(value)


def _rarer(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", str(value))
    if isinstance(value, Mapping):
        return _plain({str(key): item for key, item in value.items()})
    if isinstance(value, Sequence):
        return _plain(list(value))
    raise TypeError(f"{type(value).__name__} has no canonical text")
