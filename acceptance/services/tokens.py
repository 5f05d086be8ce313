"""Secrets that a browser or a link carries. Only their hashes are kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets


def new_token() -> str:
    """256 random bits, as text that fits an address."""
    return secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def keyed(secret: str, text: str) -> str:
    """A digest of something guessable (a login, an address) that the table alone cannot undo."""
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
