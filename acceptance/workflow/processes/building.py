"""Buildings and municipal works: 建质〔2013〕171号, GB 50300, 住建部令第2号 (filing)."""

from acceptance.domain.people import Role
from acceptance.workflow import guards as g
from acceptance.workflow.actions import Action
from acceptance.workflow.procedure_guards import HELD_AS_PRESCRIBED
from acceptance.workflow.processes.counted import counted_acceptance, revocable
from acceptance.workflow.stages import Stage
from acceptance.workflow.table import Process, Transition

INSPECTOR = Role.INSPECTOR

_LINE = (
    Stage.REGISTERED,
    Stage.UNDER_CONSTRUCTION,
    Stage.SELF_INSPECTION,
    Stage.PRE_ACCEPTANCE,
    Stage.COMPLETION_ACCEPTANCE,
    Stage.APPROVAL,
    Stage.FILING,
    Stage.FILED,
    Stage.ARCHIVED,
)

_ROWS = (
    Transition(Stage.REGISTERED, Action.START_CONSTRUCTION, Stage.UNDER_CONSTRUCTION, INSPECTOR,
               (g.core_parties_named, g.works_divided)),
    Transition(Stage.UNDER_CONSTRUCTION, Action.REPORT_COMPLETION, Stage.SELF_INSPECTION,
               INSPECTOR, (g.all_works_inspected_and_passed, *HELD_AS_PRESCRIBED)),
    Transition(Stage.SELF_INSPECTION, Action.CONFIRM_SELF_INSPECTION, Stage.PRE_ACCEPTANCE,
               INSPECTOR, (g.all_works_inspected_and_passed,)),
    Transition(Stage.PRE_ACCEPTANCE, Action.CONFIRM_PRE_ACCEPTANCE, Stage.COMPLETION_ACCEPTANCE,
               INSPECTOR, (g.all_works_inspected_and_passed, g.rectifications_closed,
                           *HELD_AS_PRESCRIBED)),
    Transition(Stage.PRE_ACCEPTANCE, Action.RETURN_TO_CONSTRUCTION, Stage.UNDER_CONSTRUCTION,
               INSPECTOR, (g.reason_given,)),
    *counted_acceptance(Stage.COMPLETION_ACCEPTANCE, Stage.FILING, g.parties_agree,
                        (g.notice_given_in_time,)),
    Transition(Stage.FILING, Action.FILE, Stage.FILED, INSPECTOR,
               (g.reason_given, g.papers_on_file)),
    Transition(Stage.FILED, Action.ARCHIVE, Stage.ARCHIVED, INSPECTOR,
               (g.rectifications_closed, g.papers_on_file)),
    *revocable(Stage.FILING, Stage.FILED, Stage.ARCHIVED),
)  # fmt: skip

BUILDING = Process("building", Stage.REGISTERED, Stage.COMPLETION_ACCEPTANCE, _LINE, _ROWS)
MUNICIPAL = Process("municipal", Stage.REGISTERED, Stage.COMPLETION_ACCEPTANCE, _LINE, _ROWS)
