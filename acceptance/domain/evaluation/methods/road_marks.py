"""Marks out of 100: `score-2004`, `section-score`, `completion-quality`, `completion-composite`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain import arithmetic
from acceptance.domain.arithmetic import exact, short_text
from acceptance.domain.evaluation.inputs import flag, number, percent, rows, score
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.water_grades import at_least, graded
from acceptance.domain.evaluation.reading import InputError
from acceptance.domain.evaluation.result import Basis, Evaluation, Figure, Step, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.edition import OF_THE_BUREAU, Edition
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.highway_acceptance import HIGHWAY_ACCEPTANCE_2004 as HIGHWAY
from acceptance.domain.standards.highway_acceptance import HighwayAcceptance
from acceptance.domain.standards.jtg_f80_1 import JTG_F80_1_2004

Weighed = Sequence[tuple[Fraction, Fraction]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedItem:
    """An item with its weight, by its mark or by the pass rate that is its mark."""

    rate: Fraction | None = percent(default=None)
    score: Fraction | None = score(default=None)
    weight: Fraction = number(low=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score2004:
    """The items of a sub-item, and what is deducted for appearance and documents."""

    items: tuple[MarkedItem, ...] = rows(MarkedItem)
    deduction: Fraction = number(low=0, high=100, default=exact(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPart:
    """A part with its mark and its investment."""

    score: Fraction = score()
    investment: Fraction = number(low=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionScore:
    """The parts of a section, and what is deducted for its documents."""

    parts: tuple[MarkedPart, ...] = rows(MarkedPart)
    deduction: Fraction = number(low=0, high=100, default=exact(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionQuality:
    """The marks of the handover, of the supervision body's appraisal and of the committee; with
    `merged` (handover and completion in one) the supervisor's rating in place of the handover."""

    supervision: Fraction = score()
    committee: Fraction = score()
    handover: Fraction | None = score(default=None)
    merged: bool = flag(default=False)
    supervisor_rating: Fraction | None = score(default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """The quality mark of the project and the marks of the parties' work."""

    quality: Fraction = score()
    owner: Fraction = score()
    design: Fraction = score()
    construction: Fraction = score()
    supervision: Fraction = score()


def score_2004(given: Score2004, editions: Editions = SHIPPED) -> Evaluation:
    """Σ(mark×weight)/Σweight less the deduction; 75 is enough, and there is no grade."""
    pairs = [(_mark(item, at), item.weight) for at, item in enumerate(given.items)]
    mark = _weighed(pairs, "items.0.weight") - given.deduction
    return _passed(
        mark, pairs, given.deduction, editions.of(HIGHWAY), JTG_F80_1_2004, "3.2", "Σ(s·w)/Σw − d"
    )


def section_score(given: SectionScore, editions: Editions = SHIPPED) -> Evaluation:
    """The same weighed by investment."""
    pairs = [(part.score, part.investment) for part in given.parts]
    mark = _weighed(pairs, "parts.0.investment") - given.deduction
    rules = editions.of(HIGHWAY)
    return _passed(mark, pairs, given.deduction, rules, rules, rules.clause, "Σ(s·I)/ΣI − d")


def completion_quality(given: CompletionQuality, editions: Editions = SHIPPED) -> Evaluation:
    """优良 from 90, 合格 from 75; nothing is rounded first."""
    if given.merged:
        wanted, other = given.supervisor_rating, given.handover
        names = ("supervisor_rating", "handover")
        weights = ("merged_supervision", "merged_supervisor_rating", "merged_committee")
    else:
        wanted, other = given.handover, given.supervisor_rating
        names = ("handover", "supervisor_rating")
        weights = ("supervision", "handover", "committee")
    if other is not None:
        raise InputError("input_not_of_rule_set", names[1])
    if wanted is None:
        raise InputError("input_missing", names[0])
    marks = (given.supervision, wanted, given.committee)
    rules = editions.of(HIGHWAY)
    return _graded(rules, weights, marks)


def completion_composite(given: Composite, editions: Editions = SHIPPED) -> Evaluation:
    """优良 needs 90 of the composite and of the quality as well (article 23)."""
    weights = tuple(
        f"composite_{name}"
        for name in ("quality", "owner", "design", "construction", "supervision")
    )
    marks = (given.quality, given.owner, given.design, given.construction, given.supervision)
    rules = editions.of(HIGHWAY)
    return _graded(rules, weights, marks, given.quality)


SCORE_2004 = Method("score-2004", Field.ROAD, Score2004, score_2004, (HIGHWAY, JTG_F80_1_2004))
SECTION_SCORE = Method("section-score", Field.ROAD, SectionScore, section_score, (HIGHWAY,))
COMPLETION_QUALITY = Method(
    "completion-quality", Field.ROAD, CompletionQuality, completion_quality, (HIGHWAY,)
)
COMPLETION_COMPOSITE = Method(
    "completion-composite", Field.ROAD, Composite, completion_composite, (HIGHWAY,)
)


def _mark(item: MarkedItem, at: int) -> Fraction:
    if item.rate is not None and item.score is not None:
        raise InputError("input_one_of_two", f"items.{at}.score", other="rate")
    mark = item.rate if item.score is None else item.score
    if mark is None:
        raise InputError("input_missing", f"items.{at}.rate")
    return mark


def _weighed(pairs: Weighed, field: str) -> Fraction:
    weight = arithmetic.total(weight for _, weight in pairs)
    if weight == 0:
        raise InputError("input_weights_zero", field)
    return arithmetic.total(mark * weight for mark, weight in pairs) / weight


def _with(
    rules: HighwayAcceptance, weights: tuple[str, ...], marks: tuple[Fraction, ...]
) -> Fraction:
    pairs = zip(weights, marks, strict=True)
    return arithmetic.total(getattr(rules, weight) * mark for weight, mark in pairs)


def _passed(
    mark: Fraction,
    pairs: Weighed,
    deduction: Fraction,
    marks: HighwayAcceptance,
    rules: Edition,
    clause: str,
    formula: str,
) -> Evaluation:
    findings = _below(marks, mark, f"{rules.name} {clause}".strip())
    weight = arithmetic.total(weight for _, weight in pairs)
    total = arithmetic.total(mark * weight for mark, weight in pairs)
    # The line of 合格 is that of the acceptance rules for either standard.
    is_own = "qualified" in marks.changed
    year = f"{rules.year}, {OF_THE_BUREAU}" if is_own else rules.year
    said = f"{short_text(total)}/{short_text(weight)} − {short_text(deduction)}"
    return Evaluation(
        verdict=passed_if(not findings),
        figures={"n": len(pairs), "score": mark},
        basis=Basis(rules.standard, year, clause, {"qualified": marks.qualified},
                    {"rounding": "none"}, marks.doubtful("qualified")),
        findings=findings,
        working=(Step("score", "", formula, said, mark),),
    )  # fmt: skip


def _graded(
    rules: HighwayAcceptance,
    weights: tuple[str, ...],
    marks: tuple[Fraction, ...],
    quality: Fraction | None = None,
) -> Evaluation:
    """`quality` is the mark that must be 优良 itself, where there is one."""
    mark, clause = _with(rules, weights, marks), rules.clause_of(weights[0])
    used = (*weights, "qualified", "excellent")
    cited = f"{rules.title} {clause}".strip()
    taken: dict[str, Figure] = {name: getattr(rules, name) for name in weights}
    said = " + ".join(
        f"{short_text(getattr(rules, name))}×{short_text(each)}"
        for name, each in zip(weights, marks, strict=True)
    )
    return graded(
        _below(rules, mark, cited),
        (
            at_least("score_not_excellent", cited, mark, rules.excellent),
            at_least("quality_not_excellent", cited, quality, rules.excellent)
            if quality is not None
            else None,
        ),
        {"n": len(marks), "score": mark},
        Basis(rules.standard, rules.year_by(*used), clause, taken, {"rounding": "none"},
              rules.doubtful(*used)),
        (Step("score", "", "Σ w·s", said, mark),),
    )  # fmt: skip


def _below(rules: HighwayAcceptance, mark: Fraction, clause: str) -> tuple[Finding, ...]:
    if mark >= rules.qualified:
        return ()
    limit = short_text(rules.qualified)
    return (Finding.of("score_below", clause, value=short_text(mark), limit=limit),)
