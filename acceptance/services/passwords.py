"""Passwords as argon2id hashes. Slow on purpose: never called inside a transaction."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 19 MiB, two passes: the smaller of the settings OWASP recommends, for a small office's server.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# A hash of nothing anybody knows: an unknown person costs the same work as a wrong password.
_NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$QQnvPEhYP90t4rZZDlqqLA"
    "$Oczz0BRuDVNKjXDX3yY8nvqlyGXq2R4tnEA9hg8BXYo"
)


def hashed(password: str) -> str:
    """The hash to store; it carries its own settings and salt."""
    return _HASHER.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether this is the password; takes the same time when there is no such person."""
    try:
        _HASHER.verify(stored or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None
