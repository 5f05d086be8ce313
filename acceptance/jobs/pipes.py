"""Whole messages through a pipe: four bytes of length, then the message."""

from __future__ import annotations

from typing import BinaryIO

LARGEST = 64 * 1024 * 1024


def send(pipe: BinaryIO, message: bytes) -> None:
    """Write one message and push it through."""
    pipe.write(len(message).to_bytes(4, "big") + message)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes | None:
    """The next message; None when the other side has gone."""
    head = pipe.read(4)
    if len(head) < 4:
        return None
    length = int.from_bytes(head, "big")
    if length > LARGEST:
        raise ValueError(f"a message of {length} bytes is none of ours")
    message = pipe.read(length)
    return message if len(message) == length else None
