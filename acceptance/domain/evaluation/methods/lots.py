"""A lot of strength results: its groups, or the statistics that somebody else took of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain import arithmetic
from acceptance.domain.evaluation.inputs import count, number
from acceptance.domain.evaluation.reading import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The statistics of a lot, strengths in MPa; `deviation` is needed where the rule uses it."""

    n: int = count(least=1)
    mean: Fraction = number(low=0, unit="MPa")
    deviation: Fraction | None = number(low=0, unit="MPa", default=None)
    minimum: Fraction = number(low=0, unit="MPa")


@dataclass(frozen=True, slots=True)
class Lot:
    """What the rules ask of a lot; `deviation` is None where one value has none. `field`
    is the input that says how many groups there are."""

    n: int
    mean: Fraction
    minimum: Fraction
    deviation: Fraction | None
    field: str = "groups"

    @property
    def spread(self) -> Fraction:
        """The deviation, for a rule that cannot do without."""
        if self.deviation is None:
            raise InputError("input_missing", "summary.deviation")
        return self.deviation


def lot_of(groups: tuple[Fraction, ...] | None, summary: Summary | None) -> Lot:
    """The lot from its groups or from its summary: exactly one of the two is given."""
    if groups is not None and summary is not None:
        raise InputError("input_one_of_two", "summary", other="groups")
    if groups is not None:
        deviation = arithmetic.deviation(groups) if len(groups) > 1 else None
        return Lot(len(groups), arithmetic.mean(groups), min(groups), deviation)
    if summary is None:
        raise InputError("input_missing", "groups")
    if summary.minimum > summary.mean:
        raise InputError("input_above_other", "summary.minimum", other="summary.mean")
    return Lot(summary.n, summary.mean, summary.minimum, summary.deviation, "summary.n")
