"""Water-saving works: SL 223-2008, 水利工程建设项目验收管理规定 (水利部令第30号)."""

from acceptance.domain.people import Role
from acceptance.workflow import guards as g
from acceptance.workflow.actions import Action
from acceptance.workflow.procedure_guards import HELD_AS_PRESCRIBED
from acceptance.workflow.processes.counted import counted_acceptance, revocable
from acceptance.workflow.stages import Stage
from acceptance.workflow.table import Process, Transition

INSPECTOR = Role.INSPECTOR

WATER = Process(
    "water",
    Stage.REGISTERED,
    Stage.COMPLETION_ACCEPTANCE,
    (
        Stage.REGISTERED,
        Stage.UNDER_CONSTRUCTION,
        Stage.UNIT_WORKS_ACCEPTANCE,
        Stage.CONTRACT_COMPLETION,
        Stage.OWNER_SELF_CHECK,
        Stage.TECHNICAL_PRE_ACCEPTANCE,
        Stage.COMPLETION_ACCEPTANCE,
        Stage.APPROVAL,
        Stage.HANDED_OVER,
        Stage.ARCHIVED,
    ),
    (
        Transition(Stage.REGISTERED, Action.START_CONSTRUCTION, Stage.UNDER_CONSTRUCTION,
                   INSPECTOR, (g.core_parties_named, g.works_divided)),
        Transition(Stage.UNDER_CONSTRUCTION, Action.REPORT_COMPLETION,
                   Stage.UNIT_WORKS_ACCEPTANCE, INSPECTOR, (g.all_works_inspected_and_passed, *HELD_AS_PRESCRIBED)),
        Transition(Stage.UNIT_WORKS_ACCEPTANCE, Action.CONFIRM_UNIT_WORKS,
                   Stage.CONTRACT_COMPLETION, INSPECTOR,
                   (g.all_works_inspected_and_passed, g.rectifications_closed,
                    *HELD_AS_PRESCRIBED)),
        Transition(Stage.CONTRACT_COMPLETION, Action.CONFIRM_CONTRACT_COMPLETION,
                   Stage.OWNER_SELF_CHECK, INSPECTOR,
                   (g.rectifications_closed, *HELD_AS_PRESCRIBED)),
        Transition(Stage.OWNER_SELF_CHECK, Action.CONFIRM_OWNER_CHECK,
                   Stage.TECHNICAL_PRE_ACCEPTANCE, INSPECTOR,
                   (g.rectifications_closed, *HELD_AS_PRESCRIBED)),
        Transition(Stage.TECHNICAL_PRE_ACCEPTANCE, Action.CONFIRM_TECHNICAL_PRE_ACCEPTANCE,
                   Stage.COMPLETION_ACCEPTANCE, INSPECTOR,
                   (g.all_works_inspected_and_passed, g.rectifications_closed,
                    *HELD_AS_PRESCRIBED)),
        Transition(Stage.TECHNICAL_PRE_ACCEPTANCE, Action.RETURN_TO_CONSTRUCTION,
                   Stage.UNDER_CONSTRUCTION, INSPECTOR, (g.reason_given,)),
        *counted_acceptance(Stage.COMPLETION_ACCEPTANCE, Stage.HANDED_OVER, g.two_thirds_agree,
                            HELD_AS_PRESCRIBED),
        Transition(Stage.HANDED_OVER, Action.ARCHIVE, Stage.ARCHIVED, INSPECTOR,
                   (g.rectifications_closed, g.papers_on_file)),
        *revocable(Stage.HANDED_OVER, Stage.ARCHIVED),
    ),
)  # fmt: skip
