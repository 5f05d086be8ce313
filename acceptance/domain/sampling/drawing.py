"""Drawing by a seed of 64 hexadecimal marks.

Everything follows from it by SHA-256 alone; nobody can choose the places, and a place is never drawn
twice.
"""

from __future__ import annotations

import hashlib

from acceptance.domain.canonical import canonical, sha256

_NUMBERS = 1 << 256


def seed_of(head: str, works: int, template: str, item: str, number: int) -> str:
    """The seed of draw `number` of an item: nobody knows it before the ledger stands at `head`."""
    return sha256(
        canonical(
            {"head": head, "works": works, "template": template, "item": item, "round": number}
        )
    )


def drawn(seed: str, size: int, count: int) -> list[int]:
    """`count` different numbers from 0 to `size` − 1, each set of them equally likely."""
    moved: dict[int, int] = {}
    chosen = []
    for place in range(count):
        at = place + _below(f"{seed} {place}", size - place)
        chosen.append(moved.get(at, at))
        moved[at] = moved.get(place, place)
    return chosen


def _below(seed: str, bound: int) -> int:
    """A number below `bound`; what would favour small numbers is thrown away and drawn again."""
    fair, again = _NUMBERS - _NUMBERS % bound, 0
    while True:
        number = int.from_bytes(hashlib.sha256(f"{seed} {again}".encode()).digest())
        if number < fair:
            return number % bound
        again += 1
