"""Where files lie: the promise, and the directory that keeps it."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path
from typing import Protocol

from acceptance.domain.canonical import sha256

_DIGEST = re.compile(r"[0-9a-f]{64}\Z", re.ASCII)
_WAITING = ".waiting"


class MissingFileError(LookupError):
    """No file with this digest is stored here."""


class DamagedFileError(RuntimeError):
    """A stored file no longer has the digest it is filed under."""


class Store(Protocol):
    """Files by their SHA-256 in lower-case hexadecimal."""

    def put(self, content: bytes) -> str:
        """Keep `content` and return its digest. When this returns, the file is on the disk."""

    def get(self, digest: str) -> bytes:
        """The file; `MissingFileError` when it is not here."""

    def has(self, digest: str) -> bool:
        """Whether the file is here."""


class DirectoryStore:
    """A directory of files named by their digests: `ab/cd/abcd…`, readable by the owner alone."""

    def __init__(self, root: Path) -> None:
        if not root.is_absolute():
            raise ValueError("the root of a store must be an absolute path")
        self._root = root.resolve()

    def put(self, content: bytes) -> str:
        digest = sha256(content)
        place = self._place(digest)
        if place.is_file() and place.stat().st_size == len(content):
            return digest
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        waiting = self._root / _WAITING / secrets.token_hex(16)
        waiting.parent.mkdir(mode=0o700, exist_ok=True)
        try:
            _write(waiting, content)
            waiting.replace(place)
        finally:
            waiting.unlink(missing_ok=True)
        # The name must be as durable as the content, and so must the folders it lies in.
        for folder in (place.parent, place.parent.parent, self._root):
            _sync(folder)
        return digest

    def get(self, digest: str) -> bytes:
        try:
            content = self._place(digest).read_bytes()
        except FileNotFoundError:
            raise MissingFileError(digest) from None
        if sha256(content) != digest:
            raise DamagedFileError(digest)
        return content

    def has(self, digest: str) -> bool:
        return self._place(digest).is_file()

    def _place(self, digest: str) -> Path:
        if not _DIGEST.match(digest):
            raise MissingFileError(digest)
        place = self._root / digest[:2] / digest[2:4] / digest
        if not place.resolve().is_relative_to(self._root):
            raise MissingFileError(digest)
        return place


def _write(file: Path, content: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as target:
        target.write(content)
        target.flush()
        os.fsync(target.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
