"""A result as a document: plain JSON types, numbers as decimal text, sentences in both languages."""

from __future__ import annotations

from typing import Any

from acceptance.domain.evaluation.plain import plain
from acceptance.domain.evaluation.result import Basis, Evaluation
from acceptance.domain.findings import Finding
from acceptance.i18n.catalogs import LOCALES
from acceptance.i18n.saying import say


def result_document(evaluation: Evaluation) -> dict[str, Any]:
    """The result as the contract gives it through every door."""
    return {
        "verdict": evaluation.verdict.value if evaluation.verdict else None,
        "grade": evaluation.grade.value if evaluation.grade else None,
        "figures": plain(evaluation.figures),
        "findings": [_finding(finding) for finding in evaluation.findings],
        "basis": _basis(evaluation.basis),
    }


def error_document(finding: Finding) -> dict[str, Any]:
    """Bad input: the field that is wrong, and what is wrong with it."""
    return {"code": finding.code, "field": finding.field, "message": _both(finding)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "clause": finding.clause,
        "message": _both(finding),
        "data": dict(finding.data),
    }


def _both(finding: Finding) -> dict[str, str]:
    return {locale: say(finding, locale) for locale in LOCALES}


def _basis(basis: Basis) -> dict[str, Any]:
    return {
        "method": basis.method,
        "standard": basis.standard,
        "edition": basis.edition,
        "clause": basis.clause,
        "coefficients": plain(basis.coefficients),
        "rules": dict(basis.rules),
        "unverified": list(basis.unverified),
        "input": plain(basis.given),
    }
