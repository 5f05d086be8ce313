"""Projects that are on their way already, where a journey is not about how they came there."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.persistence.areas import Area
from acceptance.workflow.actions import Action
from tests.builders.acts import agreed, do
from tests.builders.checklists import Lot, make_lot
from tests.builders.people import make_organisation
from tests.builders.projects import County, ready_project
from tests.journeys.steps.accepting import CONCLUSION
from tests.journeys.steps.cast import SECOND_INSPECTOR, Cast
from tests.journeys.steps.person import today


def a_lot(cast: Cast) -> Lot:
    """A checklist that an inspector has just begun."""
    with cast.runtime.write.begin() as session:
        return make_lot(_county(cast, session))


def a_project_at_approval(cast: Cast) -> int:
    """A project whose first acceptance passed, and which nobody at the bureau has touched."""
    with cast.runtime.write.begin() as session:
        county = _county(cast, session)
        project = ready_project(county)
        opened = do(county, project, Action.OPEN_ATTEMPT, meeting_on=today(), organiser="示例单位")
        assert opened.done, opened.findings
        passed = do(
            county,
            project,
            Action.CONCLUDE_PASSED,
            conclusion=CONCLUSION,
            opinions=agreed(project),
        )
        assert passed.done, passed.findings
        return project.id


def _county(cast: Cast, session: Session) -> County:
    codes = ("621122", "621122100", "621122101")
    county, *townships = (
        session.scalars(select(Area).where(Area.code == code)).one() for code in codes
    )
    bureau = make_organisation(session)
    actors = {login: somebody.actor for login, somebody in cast.people.items()}
    actors |= {"colleague": actors[SECOND_INSPECTOR], "administrator": actors["approver"]}
    return County(session, cast.runtime.clock(), county, townships, bureau, bureau, actors)
