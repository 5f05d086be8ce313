"""Which acceptances a process asks for before which of its steps, and what must have happened."""

from __future__ import annotations

from dataclasses import dataclass

from acceptance.domain.standards.acceptance_rules import AcceptanceRule, Event, Procedure
from acceptance.domain.standards.completion_171 import COMPLETION_171
from acceptance.domain.standards.gb_50300_procedure import GB_50300_2013_PROCEDURE
from acceptance.domain.standards.highway_procedure import HIGHWAY_PROCEDURE_2004
from acceptance.domain.standards.sl_223 import SL_223_2008
from acceptance.workflow.actions import Action


@dataclass(frozen=True, slots=True)
class Asked:
    """An acceptance of a process. Before the step `before` the events `wanted` must have happened;
    those after it have their days, which may be missed and then show as late."""

    before: Action
    procedure: Procedure
    rule: AcceptanceRule
    wanted: tuple[Event, ...]


def _ask(
    before: Action, procedure: Procedure, kind: str, wanted: tuple[Event, ...] | None = None
) -> Asked:
    """The 鉴定书 may come after the next step; what stands elsewhere has guards of its own."""
    rule = procedure.rule(kind)
    later = {Event.PAPER, *rule.elsewhere}
    if wanted is None:
        wanted = tuple(event for event in rule.events if event not in later)
    return Asked(before, procedure, rule, wanted)


_BUILDING = (
    *(
        _ask(Action.REPORT_COMPLETION, GB_50300_2013_PROCEDURE, kind)
        for kind in ("item", "foundation_division", "structure_division", "division")
    ),
    _ask(Action.CONFIRM_PRE_ACCEPTANCE, GB_50300_2013_PROCEDURE, "pre_acceptance"),
    _ask(Action.OPEN_ATTEMPT, COMPLETION_171, "building_completion"),
    _ask(Action.FILE, COMPLETION_171, "supervision_report", ()),
)
_VERIFICATION = _ask(Action.CONFIRM_VERIFICATION, HIGHWAY_PROCEDURE_2004, "verification")

PROCEDURES: dict[str, tuple[Asked, ...]] = {
    "building": _BUILDING,
    "municipal": _BUILDING,
    "road": (_VERIFICATION, _ask(Action.END_TRIAL, HIGHWAY_PROCEDURE_2004, "handover")),
    "road_merged": (_VERIFICATION,),
    "water": (
        _ask(Action.REPORT_COMPLETION, SL_223_2008, "part_works"),
        _ask(Action.CONFIRM_UNIT_WORKS, SL_223_2008, "unit_works"),
        _ask(Action.CONFIRM_CONTRACT_COMPLETION, SL_223_2008, "contract_completion"),
        _ask(Action.CONFIRM_OWNER_CHECK, SL_223_2008, "owner_self_check"),
        _ask(Action.CONFIRM_TECHNICAL_PRE_ACCEPTANCE, SL_223_2008, "technical_pre_acceptance"),
        _ask(Action.OPEN_ATTEMPT, SL_223_2008, "completion"),
    ),
}


def asked_of(process: str, kind: str) -> Asked | None:
    """The acceptance of this kind in a process; None where it knows none."""
    return next((each for each in PROCEDURES[process] if each.rule.kind == kind), None)
