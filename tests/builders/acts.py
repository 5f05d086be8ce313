"""Acts on the projects of the small county, as people would do them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from acceptance.cli.demo.holding import hold_acceptances
from acceptance.domain.attempts import Opinion
from acceptance.domain.parties import PartyRole
from acceptance.persistence.checklists import Photo
from acceptance.persistence.projects import Project
from acceptance.persistence.rectifications import Rectification
from acceptance.services import rectifications
from acceptance.services.acceptances import act
from acceptance.services.acts import Act, Outcome
from acceptance.services.attempts import PartyOpinion
from acceptance.services.certificates import Issuer
from acceptance.services.rectifications import Check, Problem, ReportDone
from acceptance.workflow.actions import Action
from tests.builders.projects import County

ISSUER = Issuer("陇建验", "示例县住建局", "https://example.test")


def do(
    county: County, project: Project, action: Action, who: str = "inspector", **given: Any
) -> Outcome:
    command = Act(project.id, action, **given)
    return act(county.session, command, county.actor(who), county.now, ISSUER)


def hold(county: County, project: Project, action: Action) -> None:
    """Record every acceptance that the step asks for, in time."""
    hold_acceptances(county.session, project, action, county.actor("inspector"),
                     county.actor("approver"), lambda: county.now)  # fmt: skip


def agreed(project: Project) -> tuple[PartyOpinion, ...]:
    return tuple(
        PartyOpinion(party.role, party.organisation_id, Opinion.AGREE, "示例签字人")
        for party in project.parties
    )


def problem(county: County) -> Problem:
    return Problem("屋面渗漏", "GB 50207-2012 3.0.12", PartyRole.CONTRACTOR,
                   county.now.date() + timedelta(days=30))  # fmt: skip


def put_right(county: County, project: Project) -> None:
    session = county.session
    for row in session.scalars(select(Rectification).where(Rectification.project_id == project.id)):
        if row.closed_at is None:
            session.add(Photo(token=f"after-{row.id}", project_id=project.id, rectification_id=row.id,
                              slot="after", sha256="a" * 64, shown_sha256="b" * 64, kind="jpeg", size=1,
                              width=1, height=1, uploaded_at=county.now))  # fmt: skip
            session.flush()
            rectifications.report_done(session, ReportDone(row.id, row.version, "已返修"),
                                       county.actor("inspector"), county.now)  # fmt: skip
            session.flush()
            rectifications.check(session, Check(row.id, row.version, closed=True),
                                 county.actor("colleague"), county.now)  # fmt: skip


def pass_attempt(county: County, project: Project, **given: Any) -> Outcome:
    assert do(county, project, Action.OPEN_ATTEMPT).done
    return do(county, project, Action.CONCLUDE_PASSED, opinions=agreed(project), **given)
