"""Limits of standards and proposals, as lines of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from acceptance.domain.standards.edition import Edition


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A limit of a table as it is used here. `value` is empty where it is no single number, and
    then it can only be confirmed as it stands."""

    table: Edition
    name: str
    value: str
    is_doubtful: bool
    is_changed: bool
    is_pending: bool

    @property
    def clause(self) -> str:
        return self.table.clause_of(self.name)


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal with what became of it; `confirmed` is None while nobody has decided."""

    id: int
    code: str
    table: Edition | None
    name: str
    value: str
    before: str
    seen: str
    reason: str
    proposed_by: str
    proposed_at: datetime
    is_own: bool
    confirmed: bool | None
    decision_reason: str
    decided_by: str
    decided_at: datetime | None

    @property
    def cited(self) -> str:
        """The table in a list; its code where the house no longer has it."""
        return self.table.name if self.table else self.code


@dataclass(frozen=True, slots=True)
class LimitsPage:
    """What waits for the second person, what is to be checked, and what was decided before."""

    pending: tuple[ProposalLine, ...]
    doubtful: tuple[LimitLine, ...]
    decided: tuple[ProposalLine, ...]
