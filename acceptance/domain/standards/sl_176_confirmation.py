"""Who rates, checks and confirms the quality of water works: SL 176-2007 5.3, appearance 4.3.7.

核备: the quality supervision body records the grade and may object. 核定: the grade needs its
decision.
"""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.parties import PartyRole
from acceptance.domain.standards.edition import Edition

RECORDED, DECIDED = "核备", "核定"


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One object of rating. `decides` are the parties that set the grade together; `supervision` is
    what the quality supervision body does with it, empty where nothing."""

    rated: str
    title: str
    rates: PartyRole | None
    checks: PartyRole | None
    decides: tuple[PartyRole, ...]
    supervision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmations(Edition):
    """The ways of every grade from the step to the project."""

    ways: tuple[Confirmation, ...]

    def way(self, rated: str) -> Confirmation:
        """The way of one object; KeyError where there is none."""
        return {each.rated: each for each in self.ways}[rated]


_OWNER, _SUPERVISOR = PartyRole.OWNER, PartyRole.SUPERVISOR
_DESIGNER, _CONTRACTOR = PartyRole.DESIGNER, PartyRole.CONTRACTOR
_JOINT = (_OWNER, _SUPERVISOR, _DESIGNER, _CONTRACTOR, PartyRole.OPERATOR)

SL_176_2007_CONFIRMATION = Confirmations(
    name="SL 176-2007", table="confirmation",
    title="水利水电工程施工质量评定工作的组织",
    clause="5.3",
    clauses={"appearance": "4.3.7"},
    ways=(
        Confirmation("step", "工序", _CONTRACTOR, _SUPERVISOR, (_SUPERVISOR,)),
        Confirmation("unit_element", "单元工程", _CONTRACTOR, _SUPERVISOR, (_SUPERVISOR,)),
        Confirmation(
            "key_unit_element", "重要隐蔽和关键部位单元工程", _CONTRACTOR, _SUPERVISOR, _JOINT,
            RECORDED,
        ),
        Confirmation(
            "part_works", "分部工程", _CONTRACTOR, _SUPERVISOR, (_OWNER,), RECORDED
        ),
        Confirmation(
            "main_part_works", "大型枢纽主要建筑物的分部工程", _CONTRACTOR, _SUPERVISOR, (_OWNER,),
            DECIDED,
        ),
        # The appearance is rated by a team of the parties that the owner calls together.
        Confirmation("appearance", "外观质量", None, None, (_OWNER,), DECIDED),
        Confirmation("unit_works", "单位工程", _CONTRACTOR, _SUPERVISOR, (_OWNER,), DECIDED),
        Confirmation("project", "工程项目", _SUPERVISOR, None, (_OWNER,), DECIDED),
    ),
)  # fmt: skip
