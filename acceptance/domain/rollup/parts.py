"""A part of the works as a roll-up sees it, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from acceptance.domain.evaluation.result import Basis, QualityGrade
from acceptance.domain.findings import Finding
from acceptance.domain.projects import Level
from acceptance.domain.rollup.words import Documents, Stand, Treatment
from acceptance.domain.standards.water_accidents import ACCIDENTS, NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRecord:
    """What people recorded of a part beside its checklists; None means not recorded yet.

    `appearance_rate` is 外观质量得分率 in percent, `appearance_poor` the number of points found 差
    and not yet repaired. `entity_tested` says that tests of the structure stand for missing
    documents. `accident` is the worst class of a quality accident, `accident_treated` whether all
    are. `defect_filed` says that the quality defect is on file (质量缺陷备案).
    """

    appearance_rate: Fraction | None = None
    appearance_poor: int | None = None
    documents: Documents | None = None
    entity_tested: bool = False
    functions_passed: bool | None = None
    monitoring_passed: bool = True
    materials_passed: bool = True
    blocks_grade: QualityGrade | None = None
    blocks_groups: int | None = None
    accident: str = NONE
    accident_treated: bool = True
    treatment: Treatment | None = None
    defect_filed: bool = False


NOTHING_RECORDED = PartRecord()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part in use. `passed` and `grade` are those of the newest checklists of a leaf, None while
    it is not inspected; a part that is no leaf stands by its parts alone. `id` is what the asker
    knows it by."""

    id: int = 0
    code: str
    name: str
    level: Level
    is_leaf: bool = False
    passed: bool | None = None
    grade: QualityGrade | None = None
    is_main: bool = False
    is_key: bool = False
    is_concealed: bool = False
    record: PartRecord = NOTHING_RECORDED
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a part stands; `part` is None for the project. `grade` only where its rule set has one
    and the stand is not open. `below` are the standings of its parts, in the order given; `basis`
    is the rule that the level was judged by, None of a lowest part and where nothing was judged yet.
    """

    part: Part | None
    stand: Stand
    grade: QualityGrade | None
    findings: tuple[Finding, ...]
    below: tuple[Standing, ...] = ()
    basis: Basis | None = None

    @property
    def code(self) -> str:
        """The number of the part; empty for the project."""
        return self.part.code if self.part else ""

    @property
    def forbidden(self) -> tuple[Standing, ...]:
        """Every part, itself among them, whose acceptance is forbidden (严禁验收)."""
        return tuple(
            each
            for each in self.flat()
            if each.part and each.part.record.treatment is Treatment.FORBIDDEN
        )

    def flat(self) -> Iterator[Standing]:
        """Itself and everything below it, from the top down."""
        yield self
        for each in self.below:
            yield from each.flat()


def worst_accident(part: Part) -> str:
    """The worst class of accident in a part and in everything below it."""
    found = (part.record.accident, *(worst_accident(each) for each in part.parts))
    return max(found, key=ACCIDENTS.index)


def accidents_treated(part: Part) -> bool:
    """Whether every accident in a part and below it has been treated."""
    return part.record.accident_treated and all(accidents_treated(each) for each in part.parts)
