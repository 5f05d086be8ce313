"""What every answer says to the browser about trust, and who may keep a copy."""

from __future__ import annotations

from flask import Flask, Response, g, request

RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
)
TWO_YEARS = 2 * 365 * 24 * 3600


def init_app(app: Flask) -> None:
    """Set the headers on every answer, errors included."""
    app.after_request(_protect)


def _protect(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", "; ".join(RULES))
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "geolocation=(), microphone=(), interest-cohort=()")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if request.is_secure:
        headers.setdefault("Strict-Transport-Security", f"max-age={TWO_YEARS}; includeSubDomains")
    if request.endpoint != "static" and (g.get("viewer") or "Cache-Control" not in headers):
        headers["Cache-Control"] = "no-store"
        response.vary.add("Cookie")
    return response
