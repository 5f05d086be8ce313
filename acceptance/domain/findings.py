"""One reason why something is not so, in a form that can be stored and said in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from acceptance.domain.parties import PartyRole

Value = str | int


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason with its clause and the party who can remove it.

    `code` names a sentence in `acceptance.i18n.findings`; `data` fills that sentence.
    `field` is the form field or item code the reason belongs to, empty when there is none.
    `unverified` says that the clause has not been compared with the printed standard.
    """

    code: str
    clause: str = ""
    party: PartyRole | None = None
    field: str = ""
    data: tuple[tuple[str, Value], ...] = ()
    unverified: bool = False

    @classmethod
    def of(
        cls,
        code: str,
        clause: str = "",
        party: PartyRole | None = None,
        field: str = "",
        **data: Value,
    ) -> Finding:
        """Make a finding with its sentence's values given by name."""
        return cls(code, clause, party, field, tuple(sorted(data.items())))

    @property
    def values(self) -> Mapping[str, Value]:
        return dict(self.data)
