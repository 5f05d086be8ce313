"""What a filled checklist comes to, with everything needed to compute it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from acceptance.domain.checklists.words import ItemOutcome, Verdict
from acceptance.domain.evaluation.plain import plain
from acceptance.domain.evaluation.result import Evaluation
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Grade
from acceptance.domain.standards.editions import Editions


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
    """The rule the verdict rests on; rates are percents as text. Nothing is rounded. `editions` is
    what the bureau has confirmed of the tables used, None where they are as shipped."""

    standard: str
    edition: str
    clause: str
    rating: str
    rates: tuple[tuple[str, str], ...]
    template: str
    digest: str
    rounding: str = "none"
    editions: Mapping[str, Any] | None = None


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
            "basis": _basis(self.basis),
        }


def editions_of(document: Mapping[str, Any]) -> Editions:
    """The editions that a stored verdict was found by, to find it by them again."""
    return Editions.from_document(document["basis"].get("editions"))


def _basis(basis: Basis) -> dict[str, Any]:
    document: dict[str, Any] = {
        "standard": basis.standard,
        "edition": basis.edition,
        "clause": basis.clause,
        "rating": basis.rating,
        "rates": dict(basis.rates),
        "template": basis.template,
        "digest": basis.digest,
        "rounding": basis.rounding,
    }
    if basis.editions is not None:
        document["editions"] = dict(basis.editions)
    return document


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
