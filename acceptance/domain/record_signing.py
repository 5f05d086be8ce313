"""Who signed the acceptance of a part, as it was recorded: evidence of ink, never a signature."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acceptance.domain.parties import PartyRole


@dataclass(frozen=True, slots=True)
class Signer:
    """A unit that signed, with so many `people`; `names` stand there only where they were recorded."""

    role: PartyRole
    organisation: str = ""
    names: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class HeldAcceptance:
    """The acceptance that a part stands by: its title, standard and clause, its day and who signed.

    `outside` counts experts of other units, `agree` the members who agreed, where that was asked.
    """

    title: str
    clause: str
    day: date
    signers: tuple[Signer, ...]
    chair: PartyRole | None = None
    number: str = ""
    outside: int | None = None
    agree: int | None = None
    verified: bool = True

    def signers_as(self, role: PartyRole) -> tuple[Signer, ...]:
        """Those who signed in this role."""
        return tuple(signer for signer in self.signers if signer.role is role)


@dataclass(frozen=True, slots=True)
class SupervisionOpinion:
    """What the body that supervises quality did with the report (`act`: 核备 or 核定), and when."""

    act: str
    day: date
    approved: bool
    number: str = ""
