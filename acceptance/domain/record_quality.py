"""What a quality record says of a part beside its checklists: documents, tests, look, mishaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acceptance.domain.evaluation.result import QualityGrade
from acceptance.domain.record_forms import RecordForm
from acceptance.domain.rollup.words import Documents, Look, Treatment


@dataclass(frozen=True, slots=True)
class ScoredItem:
    """An item of the appearance table of SL 176. `standard` and `score` are decimals as text;
    without a `grade` (1 to 4) the works does not have it, and it counts in neither sum."""

    title: str
    standard: str
    grade: int | None = None
    points: int | None = None
    points_passed: int | None = None
    score: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """An item of the appearance record of GB 50300 H.0.1-4: its points found 好, 一般 and 差, how
    many of them had been repaired and judged again, and what the team calls the whole."""

    group: str
    title: str
    required: bool
    good: int | None = None
    fair: int | None = None
    poor: int | None = None
    repaired: int | None = None
    look: Look | None = None

    @property
    def is_counted(self) -> bool:
        return None not in (self.good, self.fair, self.poor)


@dataclass(frozen=True, slots=True)
class TreatedPart:
    """A part whose works had failed, what became of them, and the filing of the defect left."""

    part: str
    treatment: Treatment | None = None
    basis: str = ""
    defect: str = ""
    defect_number: str = ""
    defect_filed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Accident:
    """A quality accident; `loss_wan` is in 10⁴ yuan, `accident` its class. Treated with a date."""

    part: str
    happened_on: date
    accident: str
    loss_wan: str
    what: str
    treated_on: date | None = None
    treated_how: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a road part out of 100 (JTG F80/1-2004), decimals as text, empty while not known.

    `before` is the weighed mean of its items, `score` what is left after the deductions; an
    `entered` score was worked out by those who rate, because the weights are not known here.
    `line` is the score from which the part passes.
    """

    before: str = ""
    deducted_look: str = ""
    deducted_documents: str = ""
    score: str = ""
    entered: bool = False
    line: str = ""
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A document of the lists that a form is made of. `group` is the trade it belongs to; on file
    with a date, and then with its `number` where it has one; `required` in every project."""

    form: RecordForm
    group: str
    title: str
    required: bool
    number: str = ""
    dated: date | None = None
    not_applicable: bool = False
    note: str = ""

    @property
    def on_file(self) -> bool:
        return self.dated is not None and not self.not_applicable

    @property
    def missing(self) -> bool:
        return self.required and self.dated is None


@dataclass(frozen=True, slots=True)
class PartQuality:
    """What was recorded of the part itself; None where nobody has said anything yet.

    `good`, `fair` and `poor` are the points of its look found 好, 一般 and 差. `due`, `obtained` and
    `rate` (percent) are the sums of `items`, decimals as text.
    """

    documents: Documents | None = None
    entity_test: str = ""
    functions_passed: bool | None = None
    monitoring_passed: bool | None = None
    materials_passed: bool | None = None
    blocks_grade: QualityGrade | None = None
    blocks_groups: int | None = None
    good: int | None = None
    fair: int | None = None
    poor: int | None = None
    items: tuple[ScoredItem, ...] = ()
    due: str = ""
    obtained: str = ""
    rate: str = ""
    sights: tuple[Sight, ...] = ()

    @property
    def is_looked_at(self) -> bool:
        """Whether the items of its look have been judged, all those that every works has."""
        wanted = [each for each in self.sights if each.required]
        return bool(self.rate) or (bool(wanted) and all(each.is_counted for each in wanted))


NOTHING_SAID = PartQuality()
