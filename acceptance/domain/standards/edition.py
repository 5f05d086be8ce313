"""What every edition of a standard says of itself, and how a limit is confirmed or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of a standard or of one of its tables. The limits are the fields of subclasses.

    `name` is standard and year as it is cited; `in_force` is the first day (ISO), empty where not
    known. `clauses` gives the clause of a field by its name. `unverified` names the fields whose
    value has not been compared with the printed text; `changed` those that the bureau has set.
    """

    name: str
    title: str
    clause: str
    in_force: str = ""
    clauses: Mapping[str, str] = field(default_factory=dict)
    unverified: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()

    @property
    def standard(self) -> str:
        """The number of the standard without its year."""
        return self.name.rpartition("-")[0]

    @property
    def year(self) -> str:
        """The edition."""
        return self.name.rpartition("-")[2]

    def clause_of(self, name: str) -> str:
        """The clause of a limit, the clause of the whole rule where none is given."""
        return self.clauses.get(name, self.clause)

    def doubtful(self, *names: str) -> tuple[str, ...]:
        """Which of these limits are still to be checked against the printed standard."""
        return tuple(name for name in names if name in self.unverified)

    def limits(self) -> dict[str, Any]:
        """Every limit of this edition by the name of its field."""
        own = {entry.name for entry in fields(Edition)}
        return {e.name: getattr(self, e.name) for e in fields(self) if e.name not in own}

    def confirmed(self, values: Mapping[str, Fraction]) -> Self:
        """A new edition of the table with these single limits as the bureau confirmed them."""
        known = self.limits()
        for name in values:
            if not isinstance(known.get(name), Fraction):
                raise KeyError(f"{self.name} has no single limit {name}")
        changed = {name for name, value in values.items() if known[name] != value}
        changes: dict[str, Any] = {
            **values,
            "unverified": self.unverified - values.keys(),
            "changed": self.changed | changed,
        }
        return replace(self, **changes)
