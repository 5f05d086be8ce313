"""What a move brings with it, done in its transaction."""

from __future__ import annotations

from dataclasses import replace

from acceptance.domain.periods import legal_date
from acceptance.services import attempts, certificates, rectifications
from acceptance.services.acts import Deed, Outcome, record_act
from acceptance.workflow.actions import Effect


def carry_out(deed: Deed, effect: Effect, outcome: Outcome) -> Outcome:
    """Do one effect; the outcome grows by the certificate when one is issued."""
    session, project, command = deed.session, deed.project, deed.command
    actor, now = deed.actor, deed.now
    match effect:
        case Effect.OPEN_ATTEMPT:
            attempts.open_attempt(
                session, project, actor, now, command.meeting_on, command.organiser
            )
        case Effect.CONCLUDE_ATTEMPT:
            result = attempts.RESULTS[command.action]
            words = command.conclusion or command.reason
            attempts.conclude(
                session, project, actor, now, result, words, command.opinions, command.grade
            )
        case Effect.VOID_ATTEMPT:
            attempts.void(session, project, actor, now, command.reason)
        case Effect.LIST_RECTIFICATIONS:
            attempt = attempts.newest(session, project)
            rectifications.list_problems(session, project, attempt, command.problems, actor, now)
        case Effect.RECORD_GRADE:
            _grade(deed)
        case Effect.ISSUE_CERTIFICATE:
            certificate = certificates.issue(session, project, actor, now, deed.issuer)
            return replace(outcome, certificate_id=certificate.id)
        case Effect.REVOKE_CERTIFICATE:
            certificates.revoke(session, project, command.reason, actor, now)
    return outcome


def _grade(deed: Deed) -> None:
    project, command = deed.project, deed.command
    # A new conclusion without a grade takes an older grade away: it belonged to another acceptance.
    if command.grade is None and project.grade is None:
        return
    project.grade, project.grade_score = command.grade, command.score
    project.graded_on = legal_date(deed.now)
    payload = {
        "grade": command.grade,
        "score": command.score,
        "decided_on": project.graded_on.isoformat(),
        "rule_set": project.rule_set,
        "reason": command.reason,
        **deed.limits,
    }
    record_act(deed, "project.graded", payload)
