"""What a rule set says about parts, each by the edition that says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Level
from acceptance.domain.rollup.parts import Part, PartRecord, Standing
from acceptance.domain.rollup.reasons import Reasons
from acceptance.domain.rollup.words import Treatment
from acceptance.domain.standards.sl_176 import Treatment as LimitOfGrade

Judged = tuple[Reasons, QualityGrade | None, tuple[Finding, ...]]
"""Why a part does not pass, its grade where it has one, and what keeps it from a better one."""

LevelJudge = Callable[[PartRecord, Part | None, tuple[Standing, ...]], Judged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The judges of the levels above the leaf (None: the project), and the clauses of the rest.

    `treatments` limit the best grade; empty where the rule set has no grades.
    """

    judges: Mapping[Level | None, LevelJudge]
    leaf_clause: str
    forbidding: str
    has_grades: bool = False
    defect_clause: str = ""
    treatments: Mapping[str, LimitOfGrade] = field(default_factory=dict)

    def best_grade(self, treatment: Treatment | None) -> QualityGrade:
        """The best grade that is left after a treatment."""
        limit = self.treatments.get(treatment) if treatment else None
        if limit is not None:
            return QualityGrade(limit.best_grade)
        free = treatment in {None, Treatment.TESTED_AS_DESIGNED}
        return QualityGrade.EXCELLENT if free else QualityGrade.QUALIFIED

    def files_defect(self, treatment: Treatment | None) -> bool:
        """Whether a treatment is filed as a quality defect."""
        limit = self.treatments.get(treatment) if treatment else None
        return limit is not None and limit.defect_record
