"""What an evaluation comes to, with everything a checking engineer needs to do it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Union

from acceptance.domain.findings import Finding

# A count is an int, a measured or computed number a Fraction; lists and rows hold the same.
Figure = Union[Fraction, int, str, bool, None, "tuple[Figure, ...]", Mapping[str, "Figure"]]


class EvaluationVerdict(StrEnum):
    """What is said of the thing that was evaluated."""

    PASSED = "pass"  # 合格
    FAILED = "fail"  # 不合格
    SECOND_SAMPLE = "second_sample"  # 须二次抽样
    INVALID = "invalid"  # 试件组无效
    NO_DATA = "no_data"  # 无数据


class QualityGrade(StrEnum):
    """The grade, where the rule set has grades."""

    EXCELLENT = "excellent"  # 优良
    QUALIFIED = "qualified"  # 合格
    UNQUALIFIED = "unqualified"  # 不合格


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the worked result as an engineer writes it on paper.

    `figure` names what is found (a title in the catalogue of texts), `symbol` is its sign in the
    standard, `formula` the rule in signs, `numbers` the same with the numbers put in.
    """

    figure: str
    symbol: str
    formula: str
    numbers: str
    value: Fraction | int | str


@dataclass(frozen=True, slots=True)
class Basis:
    """Why the result is what it is: enough to compute it again in ten years.

    `coefficients` are the factors taken, each with its table row in the key; `rules` name rounding
    and rejection; `unverified` are the limits not yet compared with the printed standard; `method`
    and `given` are the evaluation and its whole input, defaults included.
    """

    standard: str
    edition: str
    clause: str
    coefficients: Mapping[str, Figure] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    unverified: tuple[str, ...] = ()
    method: str = ""
    given: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def cited(self) -> str:
        """Standard, edition and clause as one writes them; what is not known is left out."""
        return f"{self.standard}-{self.edition} {self.clause}".rstrip()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result of one evaluation. `verdict` is None where nothing is judged, `grade` where the
    rule set has none; `findings` are the reasons for anything that is not a plain pass."""

    verdict: EvaluationVerdict | None
    figures: Mapping[str, Figure]
    basis: Basis
    grade: QualityGrade | None = None
    findings: tuple[Finding, ...] = ()
    working: tuple[Step, ...] = ()


def passed_if(good: bool) -> EvaluationVerdict:  # noqa: FBT001 - the sentence reads as it is meant
    """合格 when the condition holds, else 不合格."""
    return EvaluationVerdict.PASSED if good else EvaluationVerdict.FAILED
