"""`base-strength` and `deflection`: layers judged by mean and deviation (JTG F80/1 appendix G, J)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain import arithmetic
from acceptance.domain.arithmetic import exact, short_text
from acceptance.domain.evaluation.inputs import count, number, numbers
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.judging import Limit, unmet
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Figure, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2017 as RULES

ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseStrength:
    """Unconfined compressive strengths after seven days, the design strength (MPa), and Z_α: 1.282
    for other roads, 1.645 for expressways and class 1."""

    values: tuple[Fraction, ...] = numbers(least=2, above=0, unit="MPa")
    design: Fraction = number(above=0, unit="MPa")
    z: Fraction = number(low=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deflection:
    """Deflections in 0.01 mm. Values farther than `rejection_multiple` deviations from the mean are
    thrown out in at most `rejection_passes` passes; `acceptance` is the greatest that is allowed."""

    values: tuple[Fraction, ...] = numbers(least=2, low=0, unit="0.01mm")
    coefficient: Fraction = number(low=0)
    moisture_factor: Fraction = number(above=0, default=exact(1))
    temperature_factor: Fraction = number(above=0, default=exact(1))
    rejection_multiple: Fraction = number(above=0, default=exact(2))
    rejection_passes: int | str = count(words=(ALL,), default=0)
    acceptance: Fraction | None = number(above=0, unit="0.01mm", default=None)


def base_strength(given: BaseStrength, _editions: Editions = SHIPPED) -> Evaluation:
    """Accepted when the mean reaches R_d/(1 − Z_α·C_v). With a spread so wide that nothing is left
    of the bracket no mean is enough."""
    mean, deviation = arithmetic.mean(given.values), arithmetic.deviation(given.values)
    spread = deviation / mean
    left = 1 - given.z * spread
    threshold = given.design / left if left > 0 else None
    findings = _unreached(mean, spread, threshold)
    return Evaluation(
        verdict=passed_if(not findings),
        figures={
            "n": len(given.values), "mean": mean, "deviation": deviation, "cv": spread * 100,
            "threshold": threshold,
        },
        basis=Basis(RULES.standard, RULES.year, "附录G", {"z": given.z}, {"rounding": "none"}),
        findings=findings,
        working=_base_working(given, spread, threshold),
    )  # fmt: skip


def _unreached(mean: Fraction, spread: Fraction, threshold: Fraction | None) -> tuple[Finding, ...]:
    clause = f"{RULES.name} 附录G"
    if threshold is None:
        return (Finding.of("spread_too_wide", clause, value=short_text(spread * 100)),)
    return unmet(clause, (Limit("strength_mean_below", mean, threshold),))


def _base_working(
    given: BaseStrength, spread: Fraction, threshold: Fraction | None
) -> tuple[Step, ...]:
    if threshold is None:
        return ()
    said = f"{short_text(given.design)}/(1 − {short_text(given.z)}×{short_text(spread)})"
    return (Step("threshold", "", "R_d/(1 − Z_α·C_v)", said, threshold),)


@dataclass(frozen=True, slots=True)
class _Round:
    values: tuple[Fraction, ...]
    mean: Fraction
    deviation: Fraction
    rejected: int


def deflection(given: Deflection, _editions: Editions = SHIPPED) -> Evaluation:
    """l_r = (mean + β·S)·K₁·K₃, after what the rejection policy throws out."""
    rounds = _rounds(given)
    used = rounds[-1]
    factors = given.moisture_factor * given.temperature_factor
    value = (used.mean + given.coefficient * used.deviation) * factors
    findings: tuple[Finding, ...] = ()
    if given.acceptance is not None:
        limit = Limit("deflection_above", value, given.acceptance, most=True)
        findings = unmet(f"{RULES.name} 附录J", (limit,))
    policy = f"{short_text(given.rejection_multiple)}S, {given.rejection_passes}"
    taken: dict[str, Figure] = {
        "coefficient": given.coefficient,
        "moisture_factor": given.moisture_factor,
        "temperature_factor": given.temperature_factor,
    }
    return Evaluation(
        verdict=None if given.acceptance is None else passed_if(not findings),
        figures={
            "n": len(given.values),
            "representative": value,
            "rounds": tuple(_told(each) for each in rounds),
        },
        basis=Basis(
            RULES.standard, RULES.year, "附录J", taken, {"rounding": "none", "rejection": policy}
        ),
        findings=findings,
        working=(_deflection_step(given, used, value),),
    )


def _told(each: _Round) -> dict[str, Figure]:
    return {
        "n": len(each.values),
        "mean": each.mean,
        "deviation": each.deviation,
        "rejected": each.rejected,
    }


def _deflection_step(given: Deflection, used: _Round, value: Fraction) -> Step:
    mean, beta, spread, moisture, temperature = map(
        short_text,
        (
            used.mean, given.coefficient, used.deviation, given.moisture_factor,
            given.temperature_factor,
        ),
    )  # fmt: skip
    said = f"({mean} + {beta}×{spread})×{moisture}×{temperature}"
    return Step("representative", "l_r", "(l̄ + β·S)·K₁·K₃", said, value)


def _rounds(given: Deflection) -> list[_Round]:
    """Every computed round; the last one throws nothing out or is as far as is allowed.

    What is thrown out of the sorted values lies at their two ends.
    """
    values, passes = tuple(sorted(given.values)), given.rejection_passes
    rounds: list[_Round] = []
    while True:
        if len(values) < 2:
            raise InputError("input_rejects_all", "rejection_multiple")
        mean, deviation = arithmetic.mean(values), arithmetic.deviation(values)
        is_last = passes != ALL and len(rounds) >= int(passes)
        reach = given.rejection_multiple * deviation
        first, end = bisect_left(values, mean - reach), bisect_right(values, mean + reach)
        kept = values if is_last else values[first:end]
        rounds.append(_Round(values, mean, deviation, len(values) - len(kept)))
        if len(kept) == len(values):
            return rounds
        values = kept


BASE_STRENGTH = Method("base-strength", Field.ROAD, BaseStrength, base_strength)
DEFLECTION = Method("deflection", Field.ROAD, Deflection, deflection)
