"""The rows around a counted acceptance, the same in every process."""

from __future__ import annotations

from acceptance.domain.people import Role
from acceptance.workflow import guards as g
from acceptance.workflow import quality_guards as q
from acceptance.workflow.actions import Action, Effect
from acceptance.workflow.stages import Stage
from acceptance.workflow.table import Guard, Transition

INSPECTOR, APPROVER = Role.INSPECTOR, Role.APPROVER


def counted_acceptance(
    stage: Stage, after_approval: Stage, agreed: Guard, opening: tuple[Guard, ...] = ()
) -> tuple[Transition, ...]:
    """Opening, concluding, rectifying, approving and voiding the attempts of `stage`.

    `agreed` says when the acceptance group may conclude with a pass; `opening` are conditions of
    this process for opening an attempt beside the common ones.
    """
    return (
        *_meeting(stage, agreed, opening),
        *_putting_right(stage),
        *_deciding(after_approval),
        *_voiding(stage),
    )


def _meeting(stage: Stage, agreed: Guard, opening: tuple[Guard, ...]) -> tuple[Transition, ...]:
    return (
        Transition(stage, Action.OPEN_ATTEMPT, stage, INSPECTOR,
                   (g.no_attempt_open, g.core_parties_named, g.all_works_inspected_and_passed,
                    q.quality_recorded, q.recorded_quality_holds, q.acceptance_not_forbidden,
                    g.photos_arrived,
                    g.rectifications_closed, g.papers_on_file, *opening),
                   (Effect.OPEN_ATTEMPT,)),
        Transition(stage, Action.CONCLUDE_PASSED, Stage.APPROVAL, INSPECTOR,
                   (g.attempt_open, agreed, g.all_works_inspected_and_passed,
                    q.quality_recorded, q.recorded_quality_holds, q.acceptance_not_forbidden,
                    g.rectifications_closed, g.papers_on_file, g.grade_is_known,
                    q.grade_within_roll_up, q.excellent_by_score),
                   (Effect.CONCLUDE_ATTEMPT, Effect.RECORD_GRADE)),
        Transition(stage, Action.CONCLUDE_CONDITIONAL, Stage.CORRECTION, INSPECTOR,
                   (g.attempt_open, agreed, q.acceptance_not_forbidden, g.problems_listed,
                    g.grade_is_known, q.grade_within_roll_up, q.excellent_by_score),
                   (Effect.CONCLUDE_ATTEMPT, Effect.RECORD_GRADE, Effect.LIST_RECTIFICATIONS)),
        Transition(stage, Action.CONCLUDE_FAILED, Stage.RECTIFICATION, INSPECTOR,
                   (g.attempt_open, g.problems_listed),
                   (Effect.CONCLUDE_ATTEMPT, Effect.LIST_RECTIFICATIONS)),
        Transition(stage, Action.ABANDON_ATTEMPT, Stage.RECTIFICATION, INSPECTOR,
                   (g.attempt_open, g.reason_given), (Effect.CONCLUDE_ATTEMPT,)),
    )  # fmt: skip


def _putting_right(stage: Stage) -> tuple[Transition, ...]:
    return (
        Transition(Stage.RECTIFICATION, Action.FINISH_RECTIFICATION, stage, INSPECTOR,
                   (g.rectifications_closed,)),
        Transition(Stage.CORRECTION, Action.FINISH_CORRECTION, Stage.APPROVAL, INSPECTOR,
                   (g.rectifications_closed, g.photos_arrived)),
    )  # fmt: skip


def _deciding(after_approval: Stage) -> tuple[Transition, ...]:
    return (
        Transition(Stage.APPROVAL, Action.APPROVE, after_approval, APPROVER,
                   (g.not_own_work, g.attempt_stands, g.all_works_inspected_and_passed,
                    q.recorded_quality_holds, q.acceptance_not_forbidden,
                    g.photos_arrived, g.rectifications_closed),
                   (Effect.ISSUE_CERTIFICATE,)),
        Transition(Stage.APPROVAL, Action.SEND_BACK, Stage.CORRECTION, APPROVER,
                   (g.not_own_work, g.reason_given, g.problems_listed),
                   (Effect.LIST_RECTIFICATIONS,)),
    )  # fmt: skip


def _voiding(stage: Stage) -> tuple[Transition, ...]:
    return tuple(
        Transition(source, Action.CONFIRM_VOID, stage, APPROVER,
                   (g.void_requested_by_another_unit, g.not_own_work, g.reason_given),
                   (Effect.VOID_ATTEMPT,))
        for source in (stage, Stage.RECTIFICATION, Stage.CORRECTION, Stage.APPROVAL)
    )  # fmt: skip


def revocable(*stages: Stage) -> tuple[Transition, ...]:
    """A certificate can be revoked at any stage after it was issued; the work is accepted anew."""
    return tuple(
        Transition(source, Action.REVOKE_CERTIFICATE, Stage.RECTIFICATION, APPROVER,
                   (g.certificate_in_force, g.not_own_work, g.reason_given),
                   (Effect.REVOKE_CERTIFICATE,))
        for source in stages
    )  # fmt: skip
