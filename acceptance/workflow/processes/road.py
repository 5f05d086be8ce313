"""Rural roads: 公路工程竣（交）工验收办法 (交通部令2004年第3号), 农村公路建设管理办法 (2018年第4号)."""

from acceptance.domain.people import Role
from acceptance.workflow import guards as g
from acceptance.workflow import quality_guards as q
from acceptance.workflow.actions import Action, Effect
from acceptance.workflow.procedure_guards import HELD_AS_PRESCRIBED
from acceptance.workflow.processes.counted import counted_acceptance, revocable
from acceptance.workflow.stages import Stage
from acceptance.workflow.table import Process, Transition

INSPECTOR = Role.INSPECTOR

_TO_ACCEPTANCE = (
    Stage.REGISTERED,
    Stage.UNDER_CONSTRUCTION,
    Stage.SELF_INSPECTION,
    Stage.QUALITY_VERIFICATION,
)


def _before(counted: Stage) -> tuple[Transition, ...]:
    return (
        Transition(Stage.REGISTERED, Action.START_CONSTRUCTION, Stage.UNDER_CONSTRUCTION,
                   INSPECTOR, (g.core_parties_named, g.works_divided)),
        Transition(Stage.UNDER_CONSTRUCTION, Action.REPORT_COMPLETION, Stage.SELF_INSPECTION,
                   INSPECTOR, (g.all_works_inspected_and_passed,)),
        Transition(Stage.SELF_INSPECTION, Action.CONFIRM_SELF_INSPECTION,
                   Stage.QUALITY_VERIFICATION, INSPECTOR, (g.all_works_inspected_and_passed,)),
        Transition(Stage.QUALITY_VERIFICATION, Action.CONFIRM_VERIFICATION, counted, INSPECTOR,
                   (g.all_works_inspected_and_passed, g.rectifications_closed,
                    *HELD_AS_PRESCRIBED)),
        Transition(Stage.QUALITY_VERIFICATION, Action.RETURN_TO_CONSTRUCTION,
                   Stage.UNDER_CONSTRUCTION, INSPECTOR, (g.reason_given,)),
    )  # fmt: skip


ROAD = Process(
    "road",
    Stage.REGISTERED,
    Stage.HANDOVER_ACCEPTANCE,
    (
        *_TO_ACCEPTANCE,
        Stage.HANDOVER_ACCEPTANCE,
        Stage.APPROVAL,
        Stage.TRIAL_OPERATION,
        Stage.QUALITY_APPRAISAL,
        Stage.FINAL_ACCEPTANCE,
        Stage.ARCHIVED,
    ),
    (
        *_before(Stage.HANDOVER_ACCEPTANCE),
        *counted_acceptance(Stage.HANDOVER_ACCEPTANCE, Stage.TRIAL_OPERATION, g.parties_agree),
        Transition(Stage.TRIAL_OPERATION, Action.END_TRIAL, Stage.QUALITY_APPRAISAL, INSPECTOR,
                   (g.rectifications_closed, *HELD_AS_PRESCRIBED)),
        Transition(Stage.QUALITY_APPRAISAL, Action.CONFIRM_APPRAISAL, Stage.FINAL_ACCEPTANCE,
                   INSPECTOR, (g.reason_given,)),
        Transition(Stage.FINAL_ACCEPTANCE, Action.CONCLUDE_FINAL, Stage.ARCHIVED, INSPECTOR,
                   (g.score_given, q.excellent_by_score, g.rectifications_closed, g.papers_on_file),
                   (Effect.RECORD_GRADE,)),
        *revocable(Stage.TRIAL_OPERATION, Stage.QUALITY_APPRAISAL, Stage.FINAL_ACCEPTANCE,
                   Stage.ARCHIVED),
    ),
)  # fmt: skip

ROAD_MERGED = Process(
    "road_merged",
    Stage.REGISTERED,
    Stage.MERGED_ACCEPTANCE,
    (*_TO_ACCEPTANCE, Stage.MERGED_ACCEPTANCE, Stage.APPROVAL, Stage.HANDED_OVER, Stage.ARCHIVED),
    (
        *_before(Stage.MERGED_ACCEPTANCE),
        *counted_acceptance(Stage.MERGED_ACCEPTANCE, Stage.HANDED_OVER, g.parties_agree),
        Transition(Stage.HANDED_OVER, Action.ARCHIVE, Stage.ARCHIVED, INSPECTOR,
                   (g.rectifications_closed, g.papers_on_file)),
        *revocable(Stage.HANDED_OVER, Stage.ARCHIVED),
    ),
)  # fmt: skip
