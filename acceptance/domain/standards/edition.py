"""What every edition of a standard says of itself, and how a limit is confirmed or changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from typing import Any, Self

OF_THE_BUREAU = "本局核定"
"""Said beside the year where a limit was used that the bureau has set itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of a standard or of one of its tables. The limits are the fields of subclasses.

    `name` is standard and year as it is cited; `table` tells the tables of one standard apart;
    `in_force` is the first day (ISO), empty where not known. `clauses` gives the clause of a field
    by its name. `unverified` names the fields whose value has not been compared with the printed
    text; `changed` those that the bureau has set.
    """

    name: str
    title: str
    clause: str
    table: str = ""
    in_force: str = ""
    clauses: Mapping[str, str] = field(default_factory=dict)
    unverified: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        """What the records call this table by; it stays the same for ever."""
        return f"{self.name} {self.table}".rstrip()

    @property
    def standard(self) -> str:
        """The number of the standard without its year."""
        return self.name.rpartition("-")[0] or self.name

    @property
    def year(self) -> str:
        """The edition."""
        return self.name.rpartition("-")[2]

    def year_by(self, *names: str) -> str:
        """The edition as a result names it that was found with these limits."""
        return f"{self.year}, {OF_THE_BUREAU}" if self.changed.intersection(names) else self.year

    def clause_of(self, name: str) -> str:
        """The clause of a limit, the clause of the whole rule where none is given."""
        return self.clauses.get(name, self.clause)

    def cited(self, name: str) -> str:
        """The clause of a limit with the standard before it."""
        return f"{self.name} {self.clause_of(name)}".rstrip()

    def doubtful(self, *names: str) -> tuple[str, ...]:
        """Which of these limits are still to be checked against the printed standard."""
        return tuple(name for name in names if name in self.unverified)

    def limits(self) -> dict[str, Any]:
        """Every limit of this edition by the name of its field."""
        own = {entry.name for entry in fields(Edition)}
        return {e.name: getattr(self, e.name) for e in fields(self) if e.name not in own}

    def single_limits(self) -> dict[str, Fraction | int]:
        """The limits that are one number; tables, words and conditions are not."""
        return {
            name: value
            for name, value in self.limits().items()
            if isinstance(value, Fraction | int) and not isinstance(value, bool)
        }

    def confirmed(self, values: Mapping[str, Fraction | None]) -> Self:
        """A new edition of the table with these single limits as the bureau confirmed them.

        None confirms what stands there, which may be a table. A count takes whole numbers only.
        """
        known = self.single_limits()
        changes: dict[str, Any] = {}
        for name, value in values.items():
            if value is None:
                continue
            if name not in known:
                raise KeyError(f"{self.code} has no single limit {name}")
            changes[name] = value if isinstance(known[name], Fraction) else _whole(value)
        changed = {name for name, value in changes.items() if known[name] != value}
        return replace(
            self,
            **changes,
            unverified=self.unverified - values.keys(),
            changed=self.changed | changed,
        )


def _whole(value: Fraction) -> int:
    if value.denominator != 1:
        raise ValueError("a count is a whole number")
    return int(value)
