"""The representative value of a stretch of road, and the methods that judge by it.

`compaction`, `layer-thickness` (key items) and `skid-resistance`: mean − (t_α/√n)·S is the lower
bound of the mean at a confidence (JTG F80/1 appendix B, H, L).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain import arithmetic
from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import number, numbers
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Figure, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.jtg_coefficients import CONFIDENCES, LAST, coefficient
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2017 as RULES
from acceptance.domain.standards.jtg_f80_1 import RoadRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Compaction:
    """Degrees of compaction in percent. A point is good down to `margin` below the required one, and
    one below `extreme` fails the item. Without a `margin` that of the edition holds."""

    values: tuple[Fraction, ...] = numbers(least=2, low=0, unit="%")
    required: Fraction = number(above=0, unit="%")
    confidence: Fraction = number()
    margin: Fraction | None = number(low=0, unit="%", default=None)
    extreme: Fraction | None = number(low=0, unit="%", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thickness:
    """Thicknesses and their design value in one unit of length; the deviations are signed (−8, not
    8) and allowed for the representative value, for a single value, and for the worst one."""

    values: tuple[Fraction, ...] = numbers(least=2, low=0)
    design: Fraction = number(above=0)
    representative_deviation: Fraction = number()
    single_deviation: Fraction = number()
    extreme_deviation: Fraction | None = number(default=None)
    confidence: Fraction = number()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skid:
    """Side-force coefficients of a stretch, and the design value."""

    values: tuple[Fraction, ...] = numbers(least=2, low=0)
    design: Fraction = number(above=0)
    confidence: Fraction = number()


@dataclass(frozen=True, slots=True)
class Representative:
    """The statistics of the points, and the lower bound of their mean."""

    n: int
    mean: Fraction
    deviation: Fraction
    coefficient: Fraction
    value: Fraction


def representative(values: tuple[Fraction, ...], confidence: Fraction) -> Representative:
    """Mean less coefficient times deviation; the confidence is one of the three of the table."""
    if confidence not in CONFIDENCES:
        raise InputError("input_word_unknown", "confidence", known="0.90, 0.95, 0.99")
    factor = coefficient(len(values), confidence)
    mean, deviation = arithmetic.mean(values), arithmetic.deviation(values)
    return Representative(len(values), mean, deviation, factor, mean - factor * deviation)


def compaction(given: Compaction, editions: Editions = SHIPPED) -> Evaluation:
    """Appendix B: the representative value, every single value, and the share of good ones."""
    rules = editions.of(RULES)
    margin = rules.margin if given.margin is None else given.margin
    return _judged(
        rules,
        "附录B",
        representative(given.values, given.confidence),
        given,
        limit=given.required,
        good=lambda value: value >= given.required - margin,
        extreme=given.extreme,
        coefficients={"margin": margin},
        symbols=("K", "K₀"),
    )


def layer_thickness(given: Thickness, editions: Editions = SHIPPED) -> Evaluation:
    """Appendix H: the same for thicknesses, by their deviation from the design value."""
    limit = given.design + given.representative_deviation
    extreme = given.extreme_deviation
    return _judged(
        editions.of(RULES),
        "附录H",
        representative(given.values, given.confidence),
        given,
        limit=limit,
        good=lambda value: value - given.design >= given.single_deviation,
        extreme=None if extreme is None else given.design + extreme,
        coefficients={},
        symbols=("X_L", "H"),
        more={"representative_limit": limit},
    )


def skid_resistance(given: Skid, editions: Editions = SHIPPED) -> Evaluation:
    """Appendix L: it fails only by the representative value; the share of good points is told."""
    found = representative(given.values, given.confidence)
    return _judged(
        editions.of(RULES),
        "附录L",
        found,
        given,
        limit=given.design,
        good=lambda value: value >= given.design,
        extreme=None,
        coefficients={},
        symbols=("SFC_r", "SFC"),
        is_key=False,
    )


COMPACTION = Method("compaction", Field.ROAD, Compaction, compaction, (RULES,))
LAYER_THICKNESS = Method("layer-thickness", Field.ROAD, Thickness, layer_thickness, (RULES,))
SKID_RESISTANCE = Method("skid-resistance", Field.ROAD, Skid, skid_resistance, (RULES,))


def _judged(
    rules: RoadRules,
    clause: str,
    found: Representative,
    given: Compaction | Thickness | Skid,
    *,
    limit: Fraction,
    good: Callable[[Fraction], bool],
    extreme: Fraction | None,
    coefficients: dict[str, Figure],
    symbols: tuple[str, str],
    more: dict[str, Figure] | None = None,
    is_key: bool = True,
) -> Evaluation:
    qualified = sum(map(good, given.values))
    rate = Fraction(qualified * 100, found.n)
    findings = _findings(rules, clause, given.values, found, rate, limit, extreme,
                         is_key=is_key)  # fmt: skip
    is_own_margin = isinstance(given, Compaction) and given.margin is None
    used = (*(("key",) if is_key else ()), *(("margin",) if is_own_margin else ()))
    doubtful = (*rules.doubtful(*used), *(("coefficient",) if found.n > LAST else ()))
    return Evaluation(
        verdict=passed_if(not findings),
        figures={
            "n": found.n, "mean": found.mean, "deviation": found.deviation,
            "coefficient": found.coefficient, "representative": found.value,
            **(more or {}), "qualified": qualified, "rate": rate,
        },
        basis=Basis(
            rules.standard, rules.year_by(*used), clause,
            {
                "coefficient": found.coefficient, "of_n": found.n,
                "confidence": given.confidence, **coefficients,
            },
            {"rounding": "none", "rejection": "none"}, doubtful,
        ),
        findings=findings,
        working=_working(found, symbols[0], qualified, rate),
    )  # fmt: skip


def _findings(
    rules: RoadRules,
    place: str,
    values: tuple[Fraction, ...],
    found: Representative,
    rate: Fraction,
    limit: Fraction,
    extreme: Fraction | None,
    *,
    is_key: bool,
) -> tuple[Finding, ...]:
    reasons, clause = [], f"{rules.name} {place}"
    if found.value < limit:
        reasons.append(
            Finding.of("representative_below", clause, value=short_text(found.value),
                       limit=short_text(limit))
        )  # fmt: skip
    beyond = 0 if extreme is None else sum(value < extreme for value in values)
    if beyond and extreme is not None:
        reasons.append(
            Finding.of("points_beyond_extreme", clause, points=beyond, limit=short_text(extreme))
        )
    if is_key and rate < rules.key:
        reasons.append(
            Finding.of("rate_below", f"{rules.name} {rules.clause}", value=short_text(rate),
                       limit=short_text(rules.key))
        )  # fmt: skip
    return tuple(reasons)


def _working(found: Representative, sign: str, qualified: int, rate: Fraction) -> tuple[Step, ...]:
    mean, spread, factor = map(short_text, (found.mean, found.deviation, found.coefficient))
    return (
        Step("representative", sign, "x̄ − (t_α/√n)·S", f"{mean} − {factor}×{spread}", found.value),
        Step("rate", "", "n₁/n×100", f"{qualified}/{found.n}×100", rate),
    )
