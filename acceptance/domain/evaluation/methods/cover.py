"""`rebar-cover`: the cover of reinforcement found in the finished structure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.inputs import count
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import (
    Basis,
    Evaluation,
    EvaluationVerdict,
    Step,
    passed_if,
)
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.rebar_cover import REBAR_COVER_2015 as RULES
from acceptance.domain.standards.rebar_cover import RebarCover

_USED = ("pass_rate", "resample_rate", "cap")
_CLAUSE = f"{RULES.name} {RULES.clause}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Points checked and failed in the first sample and, where there was one, in the second.
    `beyond_cap` of the failed are more than 1.5 times the tolerance off."""

    points: int = count(least=1)
    failed: int = count()
    second_points: int | None = count(least=1, default=None)
    second_failed: int | None = count(default=None)
    beyond_cap: int = count(default=0)


def rebar_cover(given: Cover, editions: Editions = SHIPPED) -> Evaluation:
    """90 % pass; from 80 % on a second sample is taken and the sum must reach 90 %."""
    _check(given)
    rules = editions.of(RULES)
    points, failed = given.points, given.failed
    rate = _rate(points, failed)
    is_open = rules.resample_rate <= rate < rules.pass_rate
    if is_open and given.second_points is not None and given.second_failed is not None:
        points, failed = points + given.second_points, failed + given.second_failed
        rate, is_open = _rate(points, failed), False
    findings = _findings(given, rules, rate, is_open=is_open)
    verdict = passed_if(not findings)
    if is_open and not given.beyond_cap:
        verdict = EvaluationVerdict.SECOND_SAMPLE
    return Evaluation(
        verdict=verdict,
        figures={
            "n": points, "checked": points, "qualified": points - failed,
            "rate": rate, "beyond_cap": given.beyond_cap,
        },
        basis=Basis(
            rules.standard, rules.year_by(*_USED), rules.clause,
            {"pass_rate": rules.pass_rate, "resample_rate": rules.resample_rate, "cap": rules.cap},
            {}, rules.doubtful(*_USED),
        ),
        findings=findings,
        working=(Step("rate", "", "n₁/n×100", f"{points - failed}/{points}×100", rate),),
    )  # fmt: skip


REBAR_COVER = Method("rebar-cover", Field.ANY, Cover, rebar_cover, (RULES,))


def _rate(points: int, failed: int) -> Fraction:
    return Fraction((points - failed) * 100, points)


def _check(given: Cover) -> None:
    if given.failed > given.points:
        raise InputError("input_above_other", "failed", other="points")
    if (given.second_points is None) != (given.second_failed is None):
        missing = "second_points" if given.second_points is None else "second_failed"
        raise InputError("input_missing", missing)
    if (given.second_failed or 0) > (given.second_points or 0):
        raise InputError("input_above_other", "second_failed", other="second_points")
    if given.beyond_cap > given.failed + (given.second_failed or 0):
        raise InputError("input_above_other", "beyond_cap", other="failed")


def _findings(
    given: Cover, rules: RebarCover, rate: Fraction, *, is_open: bool
) -> tuple[Finding, ...]:
    findings = []
    if given.beyond_cap:
        cap = short_text(rules.cap)
        findings.append(Finding.of("beyond_cap", _CLAUSE, points=given.beyond_cap, cap=cap))
    if is_open:
        findings.append(Finding.of("second_sample_wanted", _CLAUSE, size=given.points))
    elif rate < rules.pass_rate:
        findings.append(
            Finding.of(
                "rate_below", _CLAUSE, value=short_text(rate), limit=short_text(rules.pass_rate)
            )
        )
    return tuple(findings)
