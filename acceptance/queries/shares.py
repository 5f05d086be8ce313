"""A part's share of the whole, and its own signed target where it has one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from acceptance.domain.agreements import AgreedTarget
from acceptance.domain.indicators import IndicatorCode
from acceptance.domain.rates import Budget, Rate
from acceptance.persistence.agreements import Agreement, AgreementTarget
from acceptance.queries.places import Place
from acceptance.queries.rates import allowance

Own = Mapping[tuple[int, int | None], tuple[int, AgreedTarget]]


@dataclass(frozen=True, slots=True)
class Share:
    """What a part has of the whole. `budget` and `agreement` stand only where the part has signed
    a target of its own; `place` or `unit_id` tells the part, neither means no unit was named."""

    name: str
    rate: Rate
    planned: int
    place: Place | None = None
    unit_id: int | None = None
    agreement: int | None = None
    budget: Budget | None = None
    met: bool | None = None


def own_targets(
    rows: Iterable[tuple[Agreement, AgreementTarget]], code: IndicatorCode, year: int
) -> Own:
    """The signed target of each holder for this indicator and year."""
    return {
        (row.area_id, row.unit_id): (row.id, AgreedTarget(code, target.value, target.since))
        for row, target in rows
        if target.indicator == code and row.year == year
    }


def judged(share: Share, own: tuple[int, AgreedTarget] | None) -> Share:
    """The share held against the target that its holder signed, if any."""
    if own is None:
        return share
    agreement, target = own
    return replace(
        share,
        agreement=agreement,
        budget=allowance(share.rate, share.planned, target.share),
        met=share.rate.meets(target.share),
    )
