"""What the ratings of water works have in common: shares of counts, and a grade from two lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from acceptance.domain.arithmetic import short_text
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import (
    Basis,
    Evaluation,
    Figure,
    QualityGrade,
    Step,
    passed_if,
)
from acceptance.domain.findings import Finding

Reasons = Iterable[Finding | None]
"""Reasons as they are looked for: None where there is nothing to say."""


def share_of(some: int, whole: int) -> Fraction:
    """The percentage of a whole that is not empty."""
    return Fraction(100 * some, whole)


def share_step(figure: str, some: int, whole: int) -> Step:
    """The line on paper of a share of counts."""
    return Step(figure, "", "m/n×100", f"{some}/{whole}×100", share_of(some, whole))


def refuse_more(given: object, *pairs: tuple[str, str]) -> None:
    """A part is not larger than its whole; each pair names the part and the whole."""
    for part, whole in pairs:
        if getattr(given, part) > getattr(given, whole):
            raise InputError("input_above_other", part, other=whole)


def all_of(code: str, clause: str, some: int, whole: int) -> Finding | None:
    """The reason when not every single one is."""
    return None if some == whole else Finding.of(code, clause, value=some, limit=whole)


def at_least(code: str, clause: str, share: Fraction, limit: Fraction) -> Finding | None:
    """The reason when a share stays below its limit; equality reaches it."""
    if share >= limit:
        return None
    return Finding.of(code, clause, value=short_text(share), limit=short_text(limit))


def said_if(condition: bool, code: str, clause: str) -> Finding | None:  # noqa: FBT001
    """The reason when the condition holds."""
    return Finding.of(code, clause) if condition else None


def graded(
    failures: Reasons,
    shortfalls: Reasons,
    figures: Mapping[str, Figure],
    basis: Basis,
    working: tuple[Step, ...] = (),
) -> Evaluation:
    """不合格 with any failure, 合格 with any shortfall of 优良, else 优良.

    What keeps a 合格 from being 优良 is said; of a 不合格 only why it fails.
    """
    failed = tuple(reason for reason in failures if reason)
    short = tuple(reason for reason in shortfalls if reason)
    grade = QualityGrade.QUALIFIED if short else QualityGrade.EXCELLENT
    return Evaluation(
        verdict=passed_if(not failed),
        grade=QualityGrade.UNQUALIFIED if failed else grade,
        figures=figures,
        basis=basis,
        findings=failed or short,
        working=working,
    )
