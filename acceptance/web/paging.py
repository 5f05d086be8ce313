"""Keyset paging: a page is found by the last row before it, never by a number of rows to skip."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass

from flask import request, url_for

Key = str | int


@dataclass(frozen=True, slots=True)
class Pages:
    """The addresses of the neighbouring pages; empty where there is none."""

    previous: str = ""
    following: str = ""


def cursor(values: Sequence[Key]) -> str:
    """A position in a sorted list, as text for an address."""
    return base64.urlsafe_b64encode(json.dumps(list(values)).encode()).decode().rstrip("=")


def position(name: str, kinds: Sequence[type]) -> tuple[Key, ...] | None:
    """The position an address names, or None when it names none of these kinds."""
    text = request.args.get(name, "")
    try:
        padded = text + "=" * (-len(text) % 4)
        values = json.loads(base64.urlsafe_b64decode(padded))
    except (ValueError, binascii.Error):
        return None
    if not isinstance(values, list) or [type(value) for value in values] != list(kinds):
        return None
    return tuple(values)


def pages(
    before: Sequence[Key] | None, after: Sequence[Key] | None, endpoint: str | None = None
) -> Pages:
    """The neighbours of this page: `before` its first row and `after` its last, where any are."""
    # What the route names stays as it is, and what `url_for` would read as an option is left out.
    kept = {
        name: values
        for name, values in request.args.lists()
        if name not in {"before", "after"} and not name.startswith("_")
    }
    target = endpoint or str(request.endpoint)
    place = request.view_args or {}

    def address(name: str, values: Sequence[Key] | None) -> str:
        if not values:
            return ""
        return url_for(target, **{**kept, **place, name: cursor(values)})

    return Pages(address("before", before), address("after", after))
