"""What a rule set says about parts, each by the edition that says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from acceptance.domain.evaluation.result import Basis, QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Level
from acceptance.domain.rollup.parts import Part, PartRecord, Standing
from acceptance.domain.rollup.reasons import Reasons
from acceptance.domain.rollup.words import Treatment
from acceptance.domain.standards.edition import Edition
from acceptance.domain.standards.editions import Editions
from acceptance.domain.standards.sl_176 import ReworkLimits
from acceptance.domain.standards.sl_176 import Treatment as LimitOfGrade


@dataclass(frozen=True, slots=True)
class Judged:
    """Why a part does not pass, its grade where it has one, what keeps it from a better one
    (`short`), and the rule it was judged by."""

    reasons: Reasons
    grade: QualityGrade | None = None
    short: tuple[Finding, ...] = ()
    basis: Basis | None = None


LevelJudge = Callable[[PartRecord, Part | None, tuple[Standing, ...], Editions], Judged]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The judges of the levels above the leaf (None: the project), and the clauses of the rest.

    `rework` limits the best grade; None where the rule set has no grades. `tables` are those whose
    limits decide, so that what the bureau confirmed of them belongs to the result.
    """

    judges: Mapping[Level | None, LevelJudge]
    leaf_clause: str
    forbidding: str
    has_grades: bool = False
    defect_clause: str = ""
    rework: ReworkLimits | None = None
    tables: tuple[Edition, ...] = ()

    def best_grade(self, treatment: Treatment | None) -> QualityGrade:
        """The best grade that is left after a treatment."""
        limit = self._limit(treatment)
        if limit is not None:
            return QualityGrade(limit.best_grade)
        free = treatment in {None, Treatment.TESTED_AS_DESIGNED}
        return QualityGrade.EXCELLENT if free else QualityGrade.QUALIFIED

    def in_doubt(self, editions: Editions) -> bool:
        """Whether a rule in use has not been compared with the printed standard."""
        return any(editions.of(table).unverified for table in self.tables)

    def files_defect(self, treatment: Treatment | None) -> bool:
        """Whether a treatment is filed as a quality defect."""
        limit = self._limit(treatment)
        return limit is not None and limit.defect_record

    def _limit(self, treatment: Treatment | None) -> LimitOfGrade | None:
        if self.rework is None or treatment is None:
            return None
        return self.rework.treatments.get(treatment)
