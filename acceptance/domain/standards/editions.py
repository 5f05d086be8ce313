"""The editions that a result is found by: those shipped, with what the bureau has confirmed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeVar

from acceptance.domain.canonical import canonical, sha256
from acceptance.domain.standards.edition import Edition

Table = TypeVar("Table", bound=Edition)
Confirmed = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Editions:
    """`confirmed` holds by the code of a table and the name of a limit its value as text, a
    decimal or a fraction, empty where what stands there was confirmed. An argument of every evaluation: there is no
    present set of editions that a result could depend on unseen. `of_items` is False for results of
    the time when measured items of a checklist kept the shares of their template throughout."""

    confirmed: Confirmed = field(default_factory=dict)
    of_items: bool = True

    def of(self, shipped: Table) -> Table:
        """The table as it is to be used."""
        values = self.confirmed.get(shipped.code)
        if not values:
            return shipped
        return shipped.confirmed(
            {name: Fraction(value) if value else None for name, value in values.items()}
        )

    def only(self, tables: Iterable[Edition]) -> Editions:
        """What is confirmed of these tables, and nothing of others."""
        codes = {table.code for table in tables}
        own = {code: each for code, each in self.confirmed.items() if code in codes}
        return Editions(own, self.of_items)

    def to_document(self, tables: Collection[Edition]) -> dict[str, Any]:
        """What of these tables the bureau has confirmed, and a digest of every single limit of the
        tables concerned: with it a later reader knows the whole table that was used."""
        own = self.only(tables).confirmed
        used = {
            table.code: {n: str(v) for n, v in self.of(table).single_limits().items()}
            for table in tables
            if table.code in own
        }
        limits = {code: dict(values) for code, values in own.items()}
        document: dict[str, Any] = {"limits": limits, "digest": sha256(canonical(used))}
        return document | ({"of_items": True} if self.of_items else {})

    @classmethod
    def from_document(cls, document: Mapping[str, Any] | None) -> Editions:
        """The editions that a stored verdict names; those shipped where it names none."""
        if document is None:
            return cls()
        return cls(document["limits"], document.get("of_items", False))


SHIPPED = Editions()
