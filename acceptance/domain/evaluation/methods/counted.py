"""`counted-sampling`: a counted sample judged by GB 50300-2013 appendix D."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.evaluation.inputs import count, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import (
    Basis,
    Evaluation,
    EvaluationVerdict,
    Figure,
    Step,
    passed_if,
)
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.gb_50300_sampling import SAMPLING_2013, Row, Sampling, row_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A sample of `size` and what is defective in it; the second sample is of the same size."""

    plan: str = word("single", "double")
    size: int = count(least=1)
    defective: int = count()
    second_defective: int | None = count(default=None)


def counted_sampling(given: Counted, editions: Editions = SHIPPED) -> Evaluation:
    """Single: one comparison. Double: the second sample is asked for, and the sum judged, only where
    the first lies between accept and reject."""
    _check(given)
    rules = editions.of(SAMPLING_2013)
    if given.plan == "single":
        return _judged(given, rules, "single", given.defective)
    first = _row(given, rules, "first")
    is_open = first.accept < given.defective < first.reject
    if not is_open or given.second_defective is None:
        return _judged(given, rules, "first", given.defective)
    return _judged(given, rules, "second", given.defective + given.second_defective)


COUNTED_SAMPLING = Method(
    "counted-sampling", Field.ANY, Counted, counted_sampling, (SAMPLING_2013,)
)


def _check(given: Counted) -> None:
    if given.defective > given.size:
        raise InputError("input_above_other", "defective", other="size")
    if given.second_defective is None:
        return
    if given.plan == "single":
        raise InputError("input_not_of_rule_set", "second_defective")
    if given.second_defective > given.size:
        raise InputError("input_above_other", "second_defective", other="size")


def _row(given: Counted, rules: Sampling, step: str) -> Row:
    rows = {
        "single": rules.single,
        "first": rules.first,
        "second": rules.second,
    }[step]
    row = row_of(rows, given.size, is_last_step=step != "first")
    if row is None:
        least, most = rows[0].size, rows[-1].size
        raise InputError("input_outside", "size", least=least, most=most)
    return row


def _judged(given: Counted, rules: Sampling, step: str, defective: int) -> Evaluation:
    row = _row(given, rules, step)
    clause = f"{rules.name} {rules.clause_of(step)}"
    findings: tuple[Finding, ...] = ()
    verdict = passed_if(defective <= row.accept)
    if row.accept < defective < row.reject:
        verdict = EvaluationVerdict.SECOND_SAMPLE
        findings = (Finding.of("second_sample_wanted", clause, size=given.size),)
    elif defective >= row.reject:
        findings = (_rejected(clause, defective, row),)
    figures: dict[str, Figure] = {
        "n": given.size if step != "second" else 2 * given.size,
        "defective": defective,
        "accept": row.accept,
        "reject": row.reject,
    }
    return Evaluation(
        verdict=verdict,
        figures=figures,
        basis=Basis(
            rules.standard, rules.year, rules.clause_of(step),
            {"accept": row.accept, "reject": row.reject, "step": step},
            {"interpolation": "linear, half up (D.0.2)"}, rules.doubtful(step),
        ),
        findings=findings,
        working=(Step("defective", "d", f"Ac = {row.accept}, Re = {row.reject}",
                      str(defective), defective),),
    )  # fmt: skip


def _rejected(clause: str, defective: int, row: Row) -> Finding:
    return Finding.of("sample_rejected", clause, defective=defective, reject=row.reject)
