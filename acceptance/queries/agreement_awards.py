"""Awards collected for an agreement's target, from its first year to the end of its year."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from acceptance.domain.agreements import AgreedTarget
from acceptance.domain.indicators import AWARDS
from acceptance.domain.periods import Period
from acceptance.persistence.projects import Project
from acceptance.persistence.targets import Award
from acceptance.queries.ask import Ask
from acceptance.queries.award_tiles import are_asked_for
from acceptance.queries.places import Places


def collected(session: Session, around: Places, ask: Ask, target: AgreedTarget) -> int:
    """Awards of the area; for a member unit those of the projects it answers for."""
    since = Period.year(target.since or ask.period.first.year).first
    found = (
        select(func.count())
        .select_from(Award)
        .outerjoin(Project, Project.id == Award.project_id)
        .where(
            Award.kind == AWARDS[target.indicator].value,
            are_asked_for(ask, around),
            Award.awarded_on.between(since, ask.period.last),
        )
    )
    return session.scalar(found) or 0
