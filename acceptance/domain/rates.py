"""Pass rates and failure budgets: whole numbers, compared exactly, never rounded first."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil


@dataclass(frozen=True, slots=True)
class Rate:
    """How many passed of how many decided. A rate of nothing is unknown, not zero.

    Adding two rates adds their counts, so that an average of percentages cannot be written.
    """

    passed: int
    decided: int

    def __post_init__(self) -> None:
        if not 0 <= self.passed <= self.decided:
            raise ValueError(f"{self.passed} of {self.decided} is not a rate")

    def __add__(self, other: Rate) -> Rate:
        return Rate(self.passed + other.passed, self.decided + other.decided)

    def without(self, *others: Rate) -> Rate:
        """What is left when these parts of it are taken out."""
        return Rate(
            self.passed - sum(other.passed for other in others),
            self.decided - sum(other.decided for other in others),
        )

    @property
    def failed(self) -> int:
        """How many were decided and did not pass."""
        return self.decided - self.passed

    @property
    def value(self) -> Fraction | None:
        return Fraction(self.passed, self.decided) if self.decided else None

    def meets(self, target: Fraction) -> bool | None:
        """Whether the share reaches `target` (1 is 100 %); None when there is nothing to assess."""
        return None if self.value is None else self.value >= target

    def percent_text(self, places: int = 1) -> str | None:
        """The percentage for showing only: truncated, so that 100.0 means every single one."""
        if not self.decided:
            return None
        digits = str(self.passed * 10 ** (places + 2) // self.decided).rjust(places + 1, "0")
        return f"{digits[:-places]}.{digits[-places:]}" if places else digits


NOTHING = Rate(0, 0)


@dataclass(frozen=True, slots=True)
class Budget:
    """What may still go wrong in a period (indicators.md, counting rule 12).

    `allowed` failures are of all planned acceptances; `left` may be negative; `passes_needed`
    counts further passes.
    """

    allowed: int
    left: int
    reachable: bool
    passes_needed: int


def budget(planned: int, decided: int, failed: int, target: Fraction) -> Budget:
    """The failure budget of `planned` acceptances, of which `decided` are over and `failed` lost."""
    if not 0 <= failed <= decided <= planned:
        raise ValueError(f"{failed} failed of {decided} decided of {planned} planned")
    required = ceil(target * planned)
    left = planned - required - failed
    return Budget(
        allowed=planned - required,
        left=left,
        reachable=left >= 0,
        passes_needed=max(0, required - (decided - failed)),
    )
