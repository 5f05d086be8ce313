"""The acceptance that a part of the works stands by, with who signed it, for its record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.attempts import AttemptResult, Opinion
from acceptance.domain.certificates import Paper
from acceptance.domain.procedures.proceeding import Proceeding, Recorded
from acceptance.domain.projects import Level
from acceptance.domain.record_facts import RecordFacts
from acceptance.domain.record_forms import SIGNED
from acceptance.domain.record_signing import HeldAcceptance, Signer, SupervisionOpinion
from acceptance.domain.standards.acceptance_rules import Event
from acceptance.persistence.attempts import Attempt, Signature
from acceptance.persistence.projects import Project
from acceptance.persistence.works import Works
from acceptance.queries.facts import held_acceptances

_STANDING = (AttemptResult.PASSED, AttemptResult.CONDITIONAL)


def with_signatures(
    session: Session, project: Project, facts: RecordFacts, works: Works | None
) -> RecordFacts:
    """With the acceptance of a part. The unit works of a building are signed at the counted
    acceptance (GB 50300 6.0.6), every other part at one of its own."""
    if works is None or facts.form not in SIGNED:
        return facts
    if facts.paper is Paper.BUILDING and works.level is Level.UNIT:
        return replace(facts, accepted=_counted(session, project))
    for _asked, proceeding in held_acceptances(session, project):
        if proceeding.works_id == works.id:
            return replace(
                facts, accepted=_held(project, proceeding), supervision=_spoken(proceeding)
            )
    return facts


def _held(project: Project, proceeding: Proceeding) -> HeldAcceptance | None:
    meeting = proceeding.standing(Event.MEETING)
    if meeting is None:
        return None
    return HeldAcceptance(
        title=proceeding.rule.title,
        clause=proceeding.clause,
        day=meeting.day,
        signers=tuple(_present(project, meeting)),
        chair=meeting.chair,
        number=meeting.number,
        outside=meeting.outside,
        agree=meeting.agree,
        verified=proceeding.rule.verified,
    )


def _present(project: Project, meeting: Recorded) -> Iterator[Signer]:
    """One for each role: the record counts the people of a role, whichever its firms are."""
    for role, people in meeting.present:
        firms = [each.organisation.name for each in project.parties if each.role is role]
        if people:
            yield Signer(role, "、".join(firms), people=people)


def _spoken(proceeding: Proceeding) -> SupervisionOpinion | None:
    opinion = proceeding.standing(Event.OPINION)
    if opinion is None:
        return None
    rule = proceeding.rule
    return SupervisionOpinion(rule.by_supervision, opinion.day, opinion.approved, opinion.number)


def _counted(session: Session, project: Project) -> HeldAcceptance | None:
    """The newest attempt, if it passed; a party that was absent or against it did not sign."""
    newest = session.scalars(
        select(Attempt).where(Attempt.project_id == project.id).order_by(Attempt.number.desc())
    ).first()
    if newest is None or newest.result not in _STANDING or newest.decided_on is None:
        return None
    signed = session.scalars(
        select(Signature)
        .where(Signature.attempt_id == newest.id, Signature.opinion == Opinion.AGREE)
        .order_by(Signature.id)
    )
    return HeldAcceptance(
        title="竣工验收",
        clause="GB 50300-2013 6.0.6",
        day=newest.decided_on,
        signers=tuple(Signer(row.role, row.organisation.name, row.signer) for row in signed),
    )
