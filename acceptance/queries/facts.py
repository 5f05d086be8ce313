"""Everything the guards may look at, gathered in a handful of statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.certificate_state import CertificateState
from acceptance.domain.document_lists import NOTICE
from acceptance.domain.periods import legal_date
from acceptance.domain.projects import RULE_SETS
from acceptance.domain.rollup.parts import Standing
from acceptance.domain.rollup.rule_sets import RULES
from acceptance.domain.rollup.words import Stand
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.certificates import Certificate
from acceptance.persistence.projects import Project, ProjectPaper, ProjectParty, Touch
from acceptance.persistence.rectifications import Rectification
from acceptance.persistence.users import User
from acceptance.queries.calendar import calendar
from acceptance.queries.leaves import LeafStand, leaf_facts, leaf_stands
from acceptance.queries.project_papers import papers_of
from acceptance.queries.standards import editions_in_force
from acceptance.queries.standings import standing_of_works
from acceptance.workflow.facts import AttemptFacts, Facts

NOTICE_WORKING_DAYS = 7


def gather(session: Session, project: Project, now: datetime) -> Facts:
    """The facts of one project at this moment."""
    attempts, newest = _attempts(session, project.id)
    stands = leaf_stands(session, project.id)
    editions = editions_in_force(session)
    standing = standing_of_works(session, project, stands, editions)
    return Facts(
        process=project.process,
        stage=project.stage,
        today=legal_date(now),
        parties=frozenset(
            session.scalars(select(ProjectParty.role).where(ProjectParty.project_id == project.id))
        ),
        papers=papers_of(session, project),
        leaves=leaf_facts(_with_concessions(stands, standing)),
        attempts=attempts,
        attempt=newest,
        rectifications_open=_open_rectifications(session, project.id),
        touched_by=frozenset(
            session.scalars(select(Touch.user_id).where(Touch.project_id == project.id))
        ),
        earliest_meeting=_earliest_meeting(session, project.id),
        certificate_in_force=_has_certificate(session, project.id),
        grades=RULE_SETS[project.rule_set].grades,
        standing=standing,
        rolls_grades=RULES[project.rule_set].has_grades,
        editions=editions,
    )


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


def _earliest_meeting(session: Session, project_id: int) -> date | None:
    notice = session.scalar(
        select(ProjectPaper.dated).where(
            ProjectPaper.project_id == project_id, ProjectPaper.code == NOTICE
        )
    )
    return None if notice is None else calendar().add(notice, NOTICE_WORKING_DAYS)


def _attempts(session: Session, project_id: int) -> tuple[int, AttemptFacts | None]:
    rows = session.execute(
        select(
            Attempt.number,
            Attempt.result,
            Attempt.opened_at,
            Attempt.void_requested_by,
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
