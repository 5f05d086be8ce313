"""Everything the guards may look at, gathered in a handful of statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.document_lists import NOTICE
from acceptance.domain.parties import PartyRole
from acceptance.domain.periods import legal_date
from acceptance.domain.procedures.proceeding import Proceeding
from acceptance.domain.projects import RULE_SETS
from acceptance.domain.rollup.parts import Standing
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.rollup.words import Stand
from acceptance.domain.standards.completion_171 import COMPLETION_171
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.projects import Project, ProjectPaper, ProjectParty, Touch
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.users import User
from acceptance.queries.calendar import calendar
from acceptance.queries.leaves import LeafStand, leaf_facts, leaf_stands
from acceptance.queries.proceedings import Elsewhere, by_step, proceedings_of
from acceptance.queries.project_papers import papers_of
from acceptance.queries.standards import editions_in_force
from acceptance.queries.standings import standing_of_works
from acceptance.workflow.facts import AttemptFacts, Facts
from acceptance.workflow.papers import Papers
from acceptance.workflow.procedures import Asked

NOTICE_WORKING_DAYS = COMPLETION_171.rule("building_completion").notice_days or 0


def gather(
    session: Session, project: Project, now: datetime, papers: Papers | None = None
) -> Facts:
    """The facts of one project at this moment; its papers may have been read before."""
    attempts, newest = _attempts(session, project.id)
    stands = leaf_stands(session, project.id)
    editions = editions_in_force(session)
    standing = standing_of_works(session, project, stands, editions)
    parties = _parties(session, project.id)
    notice = _notice(session, project.id)
    known = Elsewhere(newest, notice, editions)
    held = proceedings_of(session, project, standing, parties, known)
    return Facts(
        process=project.process,
        stage=project.stage,
        today=legal_date(now),
        parties=parties,
        papers=papers_of(session, project) if papers is None else papers,
        leaves=leaf_facts(_with_concessions(stands, standing)),
        attempts=attempts,
        attempt=newest,
        rectifications_open=_open_rectifications(session, project.id),
        touched_by=frozenset(
            session.scalars(select(Touch.user_id).where(Touch.project_id == project.id))
        ),
        earliest_meeting=_earliest_meeting(notice),
        certificate_in_force=_has_certificate(session, project.id),
        grades=RULE_SETS[project.rule_set].grades,
        standing=standing,
        rolls_grades=RULES[project.rule_set].has_grades,
        editions=editions,
        proceedings=by_step(held),
        calendar=calendar(),
    )


def held_acceptances(session: Session, project: Project) -> tuple[tuple[Asked, Proceeding], ...]:
    """The acceptances that the process of a project asks for, as far as they went."""
    editions = editions_in_force(session)
    newest, notice = _attempts(session, project.id)[1], _notice(session, project.id)
    return proceedings_of(
        session,
        project,
        standing_of_works(session, project, None, editions),
        _parties(session, project.id),
        Elsewhere(newest, notice, editions),
    )


def _parties(session: Session, project_id: int) -> frozenset[PartyRole]:
    rows = session.scalars(select(ProjectParty.role).where(ProjectParty.project_id == project_id))
    return frozenset(rows)


def _with_concessions(stands: tuple[LeafStand, ...], standing: Standing) -> tuple[LeafStand, ...]:
    """A failed leaf that was accepted by concession stands in nobody's way (GB 50300 5.0.6)."""
    accepted = {
        each.part.id for each in standing.flat() if each.part and each.stand is Stand.PASSED
    }
    return tuple(
        replace(stand, state="passed")
        if stand.state == "failed" and stand.works_id in accepted
        else stand
        for stand in stands
    )


def _notice(session: Session, project_id: int) -> date | None:
    return session.scalar(
        select(ProjectPaper.dated).where(
            ProjectPaper.project_id == project_id, ProjectPaper.code == NOTICE
        )
    )


def _earliest_meeting(notice: date | None) -> date | None:
    return None if notice is None else calendar().add(notice, NOTICE_WORKING_DAYS)


def _attempts(session: Session, project_id: int) -> tuple[int, AttemptFacts | None]:
    rows = session.execute(
        select(
            Attempt.number,
            Attempt.result,
            Attempt.opened_at,
            Attempt.void_requested_by,
            Attempt.decided_on,
            User.organisation_id,
        )
        .outerjoin(User, User.id == Attempt.void_requested_by)
        .where(Attempt.project_id == project_id)
        .order_by(Attempt.number)
    ).all()
    if not rows:
        return 0, None
    last = rows[-1]
    newest = AttemptFacts(
        last.number,
        last.result,
        legal_date(last.opened_at),
        last.void_requested_by,
        last.organisation_id,
        last.decided_on,
    )
    return len(rows), newest


def _open_rectifications(session: Session, project_id: int) -> int:
    return session.scalars(
        select(func.count()).where(
            Rectification.project_id == project_id, Rectification.closed_at.is_(None)
        )
    ).one()


def _has_certificate(session: Session, project_id: int) -> bool:
    return (
        session.scalar(
            select(Certificate.id).where(
                Certificate.project_id == project_id,
                Certificate.state == CertificateState.IN_FORCE,
            )
        )
        is not None
    )
