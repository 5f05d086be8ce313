"""Target responsibility agreements (目标责任书): what a township or a member unit signs for a year.

The bureau's counting rule 13: a township is judged by what it has signed, and by nothing else. The
records here are what is hashed, kept and printed, so that they name offices and no persons.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from acceptance.domain.exact import decimal
from acceptance.domain.indicators import INDICATORS, Comparison, IndicatorCode
from acceptance.domain.rates import Rate

PERCENT, COUNT = "percent", "count"


class AgreementVerdict(StrEnum):
    """What the yearly assessment says of one target."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class AgreedTarget:
    """At least `value` of an indicator: decimal text, per cent of a rate or a number of awards.

    Awards are collected from the year `since`.
    """

    indicator: IndicatorCode
    value: str
    since: int | None = None

    @property
    def is_count(self) -> bool:
        return unit_of(self.indicator) == COUNT

    @property
    def share(self) -> Fraction:
        """The percentage as a share; 1 is 100 %."""
        return Fraction(decimal(self.value)) / 100


@dataclass(frozen=True, slots=True)
class AgreementTerms:
    """One version as drawn up. `unit` is empty where the area's own government signs; the offices
    (县长, 局长) are those of who asks for the targets and of who answers for them."""

    year: int
    version: int
    area_code: str
    area: str
    unit: str
    asking_office: str
    answering_office: str
    drawn_on: date
    targets: tuple[AgreedTarget, ...]
    note: str = ""

    @property
    def holder(self) -> str:
        """Who answers for the targets, by name."""
        return self.unit or self.area


@dataclass(frozen=True, slots=True)
class SignedAgreement:
    """A version as signed: nothing on its paper comes from anywhere else.

    `ledger_position` and `ledger_head` witness the ledger's state before the signing; `replaces`
    is the version that was in force until then, or 0.
    """

    terms: AgreementTerms
    signed_on: date
    issuer: str
    ledger_position: int
    ledger_head: str
    replaces: int = 0


@dataclass(frozen=True, slots=True)
class Assessed:
    """One target of the yearly assessment: `passed` of `decided` projects, or `passed` awards."""

    indicator: IndicatorCode
    value: str
    passed: int
    decided: int
    verdict: AgreementVerdict


@dataclass(frozen=True, slots=True)
class Assessment:
    """The yearly assessment, counted from the ledger up to `ledger_position`."""

    year: int
    ledger_position: int
    lines: tuple[Assessed, ...]


def unit_of(code: IndicatorCode) -> str:
    """Whether an indicator's target is a percentage or a count."""
    counts = INDICATORS[code].comparison is Comparison.COUNT_AT_LEAST
    return COUNT if counts else PERCENT


def judged_rate(target: AgreedTarget, rate: Rate) -> Assessed:
    """A rate held against its target; of nothing there is nothing to assess (rule 9)."""
    met = rate.meets(target.share)
    return Assessed(target.indicator, target.value, rate.passed, rate.decided, verdict_of(met))


def judged_awards(target: AgreedTarget, collected: int) -> Assessed:
    """Awards collected up to the end of the agreement's year, held against their number."""
    met = collected >= int(decimal(target.value))
    return Assessed(target.indicator, target.value, collected, collected, verdict_of(met))


def verdict_of(met: bool | None) -> AgreementVerdict:  # noqa: FBT001 - the three answers themselves
    """The word for met, not met, and nothing to assess."""
    if met is None:
        return AgreementVerdict.NOT_ASSESSED
    return AgreementVerdict.MET if met else AgreementVerdict.NOT_MET


def in_order(targets: Iterable[AgreedTarget]) -> tuple[AgreedTarget, ...]:
    """The targets in the order of the indicators, so that one agreement has one text."""
    places = list(IndicatorCode)
    return tuple(sorted(targets, key=lambda target: places.index(target.indicator)))
