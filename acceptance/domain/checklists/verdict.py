"""What a filled checklist comes to, with everything needed to compute it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from acceptance.domain.checklists.words import ItemOutcome, Verdict
from acceptance.domain.evaluation.plain import plain
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Grade


@dataclass(frozen=True, slots=True)
class ItemVerdict:
    """What one item comes to.

    `rate` is the percentage for showing, truncated to one decimal. `near` and `out` are 0-based
    places in the list of points: close to a limit but good, and beyond it. `evaluation` is the
    worked result of a statistical item.
    """

    code: str
    verdict: ItemOutcome
    checked: int = 0
    qualified: int = 0
    rate: str | None = None
    near: tuple[int, ...] = ()
    out: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()
    evaluation: Evaluation | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """The rule the verdict rests on; rates are percents as text. Nothing is rounded."""

    standard: str
    edition: str
    clause: str
    rating: str
    rates: tuple[tuple[str, str], ...]
    template: str
    digest: str
    rounding: str = "none"


@dataclass(frozen=True, slots=True)
class ChecklistVerdict:
    """The verdict with the reasons for it; `grade` is None where the template does not grade,
    where it failed and while it is incomplete. `findings` lists those of all items, in order."""

    verdict: Verdict
    grade: Grade | None
    items: tuple[ItemVerdict, ...]
    findings: tuple[Finding, ...]
    basis: Basis

    @property
    def failed(self) -> tuple[ItemVerdict, ...]:
        return tuple(item for item in self.items if item.verdict is ItemOutcome.FAILED)

    @property
    def near(self) -> tuple[ItemVerdict, ...]:
        """Items with a point close to its limit."""
        return tuple(item for item in self.items if item.near)

    def of(self, code: str) -> ItemVerdict:
        """The verdict of one item."""
        return next(item for item in self.items if item.code == code)

    def to_document(self) -> dict[str, Any]:
        """Plain JSON types, equal for equal templates and answers for ever."""
        return {
            "verdict": self.verdict.value,
            "grade": None if self.grade is None else self.grade.value,
            "items": [_item(item) for item in self.items],
            "findings": [_finding(finding) for finding in self.findings],
            "basis": {
                "standard": self.basis.standard,
                "edition": self.basis.edition,
                "clause": self.basis.clause,
                "rating": self.basis.rating,
                "rates": dict(self.basis.rates),
                "template": self.basis.template,
                "digest": self.basis.digest,
                "rounding": self.basis.rounding,
            },
        }


def _item(item: ItemVerdict) -> dict[str, Any]:
    document: dict[str, Any] = {
        "code": item.code,
        "verdict": item.verdict.value,
        "checked": item.checked,
        "qualified": item.qualified,
        "rate": item.rate,
        "near": list(item.near),
        "out": list(item.out),
        "findings": [_finding(finding) for finding in item.findings],
    }
    if item.evaluation is not None:
        document["evaluation"] = _evaluation(item.evaluation)
    return document


def _evaluation(evaluation: Evaluation) -> dict[str, Any]:
    """Figures and basis; the input stands among the answers and in the template."""
    basis = evaluation.basis
    return {
        "method": basis.method,
        "standard": basis.standard,
        "edition": basis.edition,
        "clause": basis.clause,
        "coefficients": plain(basis.coefficients),
        "rules": dict(basis.rules),
        "unverified": list(basis.unverified),
        "figures": plain(evaluation.figures),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "clause": finding.clause,
        "field": finding.field,
        "data": dict(finding.data),
    }
