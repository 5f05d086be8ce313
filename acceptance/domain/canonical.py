"""One text for one value: the form in which records are hashed and compared."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

# Where the encoder would write what has no one text without asking: a binary float, or a key
# that is no text. Texts that only look like it take the long way too, which is right for all.
_DOUBTFUL = re.compile(r'(?:\A|[\[:,])-?\d+[.e]|"(?:-?[\dIN][^"]*|true|false|null)":')


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, NFC text. Binary floats are refused: they have no one text."""
    try:
        text = _encoded(value)
    except (TypeError, ValueError):
        return _encoded(_plain(value))
    # A part of a text in NFC is in NFC, so that the whole may be asked at once.
    if _DOUBTFUL.search(text) or not unicodedata.is_normalized("NFC", text):
        return _encoded(_plain(value))
    return text


def _encoded(value: object) -> str:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
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
