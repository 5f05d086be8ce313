"""How reasons become a stand, and the reasons that are the same under every standard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from acceptance.domain.findings import Finding
from acceptance.domain.parties import PartyRole
from acceptance.domain.rollup.parts import Part, Standing, accidents_treated
from acceptance.domain.rollup.words import Stand, Treatment


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a part fails, and what is still to be known before it can be said to pass."""

    failed: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()

    def __add__(self, other: Reasons) -> Reasons:
        return Reasons(self.failed + other.failed, self.open + other.open)

    @property
    def stand(self) -> Stand:
        """A single failure decides; then a single open question."""
        if self.failed:
            return Stand.FAILED
        return Stand.OPEN if self.open else Stand.PASSED

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.failed + self.open


def of_parts(below: Iterable[Standing], clause: str) -> Reasons:
    """Every part has passed; each one that stands in the way is named."""
    below = tuple(below)
    if not below:
        return Reasons(open=(Finding.of("no_parts", clause, PartyRole.CONTRACTOR),))
    return Reasons(
        tuple(_named("part_failed", each, clause) for each in below if each.stand is Stand.FAILED),
        tuple(_named("part_open", each, clause) for each in below if each.stand is Stand.OPEN),
    )


def of_record(part: Part, forbidding: str) -> Reasons:
    """Nothing in the part is forbidden to be accepted, and every accident is treated."""
    failed = []
    if part.record.treatment is Treatment.FORBIDDEN:
        failed.append(Finding.of("acceptance_forbidden", forbidding, PartyRole.CONTRACTOR))
    if not accidents_treated(part):
        failed.append(Finding.of("accident_not_treated", "", PartyRole.CONTRACTOR))
    return Reasons(tuple(failed))


def _named(code: str, standing: Standing, clause: str) -> Finding:
    name = standing.part.name if standing.part else ""
    return Finding.of(code, clause, PartyRole.CONTRACTOR, part=standing.code, name=name)
