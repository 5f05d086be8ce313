"""The value of a group of three specimens: the mean, the middle one, or none."""

from __future__ import annotations

from fractions import Fraction

from acceptance.domain import arithmetic
from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.result import Basis, Evaluation, EvaluationVerdict, Figure, Step
from acceptance.domain.findings import Finding
from acceptance.domain.standards.specimens import SpecimenGroup


def group_value(
    strengths: tuple[Fraction, ...],
    factor: Fraction,
    rules: SpecimenGroup,
    figures: dict[str, Figure],
) -> Evaluation:
    """The value of the group, or that it is void; `figures` are shown before it."""
    rule, raw = _representative(strengths, rules.most_apart)
    value = None if raw is None else raw * factor
    findings = () if value is not None else (_void(strengths, rules),)
    return Evaluation(
        verdict=EvaluationVerdict.INVALID if value is None else None,
        figures={"n": len(strengths), **figures, "value": value, "rule": rule},
        basis=Basis(
            rules.standard, rules.year_by("most_apart"), rules.clause,
            {"most_apart": rules.most_apart, "size_factor": factor},
            {"rounding": "none"}, rules.doubtful("most_apart"),
        ),
        findings=findings,
        working=_working(strengths, rule, value, factor),
    )  # fmt: skip


def _representative(values: tuple[Fraction, ...], share: Fraction) -> tuple[str, Fraction | None]:
    """How the value of the group is found. Exactly at the limit does not exceed it."""
    low, middle, high = sorted(values)
    is_low_far, is_high_far = middle - low > share * middle, high - middle > share * middle
    if is_low_far and is_high_far:
        return "void", None
    if is_low_far or is_high_far:
        return "middle", middle
    return "mean", arithmetic.mean(values)


def _void(strengths: tuple[Fraction, ...], rules: SpecimenGroup) -> Finding:
    low, middle, high = (short_text(value) for value in sorted(strengths))
    limit = short_text(rules.most_apart * 100)
    return Finding.of(
        "specimen_group_void",
        f"{rules.name} {rules.clause}",
        low=low, middle=middle, high=high, limit=limit,
    )  # fmt: skip


def _working(
    strengths: tuple[Fraction, ...], rule: str, value: Fraction | None, factor: Fraction
) -> tuple[Step, ...]:
    if value is None:
        return ()
    low, middle, high = (short_text(each) for each in sorted(strengths))
    times = "" if factor == 1 else f"×{short_text(factor)}"
    if rule == "middle":
        return (Step("value", "f", "f₂·c", f"{middle}{times}", value),)
    return (
        Step("value", "f", "(f₁ + f₂ + f₃)/3·c", f"({low} + {middle} + {high})/3{times}", value),
    )
