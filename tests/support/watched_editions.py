"""Editions that note which tables are asked for."""

from __future__ import annotations

from acceptance.domain.standards.editions import Editions, Table


class Watched(Editions):
    """The shipped editions; `asked` holds the codes of the tables somebody took."""

    asked: set[str]

    def of(self, shipped: Table) -> Table:
        """The table as shipped, noted."""
        self.asked.add(shipped.code)
        return shipped


def watched() -> Watched:
    """Editions of which nobody has asked for a table yet."""
    editions = Watched()
    object.__setattr__(editions, "asked", set())
    return editions
