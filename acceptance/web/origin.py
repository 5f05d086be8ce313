"""Forms are only taken from our own pages; CSRF tokens are the second lock, this is the first."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, request

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN = frozenset({"same-origin", "none"})


def init_app(app: Flask) -> None:
    """Refuse what another site makes a browser send here."""
    app.before_request(_refuse_foreign)


def _refuse_foreign() -> None:
    if request.method in SAFE or request.routing_exception is not None:
        return
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        foreign = site not in OWN
    else:
        origin = request.headers.get("Origin")
        foreign = origin is not None and urlsplit(origin).netloc != request.host
    if foreign:
        abort(403)
