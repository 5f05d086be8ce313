"""The projects that used a failure of the budget, with the area and the unit that answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, false, select
from sqlalchemy.orm import Session

from acceptance.domain.conclusions import CountedOutcome
from acceptance.domain.people import Actor
from acceptance.persistence.areas import Area
from acceptance.persistence.attempts import Attempt
from acceptance.persistence.organisations import Organisation
from acceptance.persistence.projects import Project
from acceptance.persistence.rates import ProjectConclusion
from acceptance.queries.behind import Question
from acceptance.queries.scope import visible

MOST_FAILURES = 100


@dataclass(frozen=True, slots=True)
class Failure:
    """A project that used one failure of the budget, how its attempt ended, and what was said."""

    project_id: int
    code: str
    name: str
    area: str
    unit: str | None
    decided_on: date
    outcome: CountedOutcome
    conclusion: str
    may_open: bool


def failures(session: Session, actor: Actor, question: Question) -> tuple[Failure, ...]:
    """The projects that did not pass, in the official order of their areas."""
    row = ProjectConclusion
    rows = session.execute(
        select(
            Project.id,
            Project.code,
            Project.name,
            Area.name,
            Organisation.name,
            row.decided_on,
            row.outcome,
            Attempt.conclusion,
            visible(actor),
        )
        .join(row, row.project_id == Project.id)
        .join(Area, Area.id == row.area_id)
        .join(Attempt, and_(Attempt.project_id == row.project_id, Attempt.number == row.number))
        .outerjoin(Organisation, Organisation.id == row.unit_id)
        .where(and_(question.is_counted(), question.is_good() == false()))
        .order_by(Area.path, Project.code)
        .limit(MOST_FAILURES)
    )
    return tuple(Failure(*each[:8], bool(each[8])) for each in rows)
