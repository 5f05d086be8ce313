"""`rework-limit`, `accident-class`, `quorum`: what follows a failure, and when a group concludes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from acceptance.domain.evaluation.inputs import count, number, word
from acceptance.domain.evaluation.method import Field, Method
from acceptance.domain.evaluation.methods.water_grades import refuse_more
from acceptance.domain.evaluation.result import Basis, Evaluation, passed_if
from acceptance.domain.findings import Finding
from acceptance.domain.standards.editions import SHIPPED, Editions
from acceptance.domain.standards.sl_176 import SL_176_2007_REWORK as REWORK
from acceptance.domain.standards.sl_223 import SL_223_2008 as PROCEDURE
from acceptance.domain.standards.water_accidents import BANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """What was done about a unit element that had failed."""

    treatment: str = word(*REWORK.treatments)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accident:
    """The kind of works and the direct loss in 10⁴ yuan."""

    works: str = word(*BANDS)
    loss_wan: Fraction = number(low=0, unit="万元")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """An acceptance group and how many of it agree."""

    members: int = count(least=1)
    agree: int = count()


def rework_limit(given: Failed, editions: Editions = SHIPPED) -> Evaluation:
    """The best grade that is still open, and whether the defect is filed (质量缺陷备案)."""
    rules = editions.of(REWORK)
    treated = rules.treatments[given.treatment]
    return Evaluation(
        verdict=None,
        figures={"best_grade": treated.best_grade, "defect_record": treated.defect_record},
        basis=Basis(rules.standard, rules.year, rules.clause),
    )


def accident_class(given: Accident, editions: Editions = SHIPPED) -> Evaluation:
    """The class by direct loss alone; at or below the lowest floor it is a defect."""
    bands = editions.of(BANDS[given.works])
    floors = ("minor", "major", "serious", "extraordinary")
    return Evaluation(
        verdict=None,
        figures={"accident": bands.accident(given.loss_wan)},
        basis=Basis(
            bands.standard,
            bands.year_by(*floors),
            bands.clause,
            {name: getattr(bands, name) for name in floors},
            {"intervals": "above the floor, up to and including the next"},
            bands.doubtful(*floors),
        ),
    )


def quorum(given: Vote, editions: Editions = SHIPPED) -> Evaluation:
    """At least two thirds of the members must agree, present or not."""
    refuse_more(given, ("agree", "members"))
    rules = editions.of(PROCEDURE)
    carried = rules.carries(given.agree, given.members)
    missing = Finding.of("quorum_missing", PROCEDURE.name, agree=given.agree, members=given.members)
    return Evaluation(
        verdict=passed_if(carried),
        figures={
            "n": given.members,
            "agree_required": ceil(rules.quorum_share * given.members),
        },
        basis=Basis(
            rules.standard,
            rules.year_by("quorum_share"),
            rules.clause_of("quorum_share"),
            {"quorum_share": str(rules.quorum_share)},
            {"rounding": "none"},
            rules.doubtful("quorum_share"),
        ),
        findings=() if carried else (missing,),
    )


REWORK_LIMIT = Method("rework-limit", Field.WATER, Failed, rework_limit, (REWORK,))
ACCIDENT_CLASS = Method(
    "accident-class",
    Field.WATER,
    Accident,
    accident_class,
    tuple({each.code: each for each in BANDS.values()}.values()),
)
QUORUM = Method("quorum", Field.WATER, Vote, quorum, (PROCEDURE,))
