"""Addresses that stay on this site."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import request

LONGEST = 2000


def local_path(target: str | None, otherwise: str = "/") -> str:
    """`target` when it is a path on this site, else `otherwise`.

    Browsers read a backslash as a slash and skip control characters, so both are refused.
    """
    if not target or len(target) > LONGEST or not target.startswith("/"):
        return otherwise
    if target.startswith("//") or "\\" in target or any(ord(sign) < 33 for sign in target):
        return otherwise
    parts = urlsplit(target)
    return otherwise if parts.scheme or parts.netloc else target


def here() -> str:
    """The path and query of this request."""
    query = request.query_string.decode("ascii", "replace")
    return f"{request.path}?{query}" if query else request.path
