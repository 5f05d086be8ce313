"""What people record around the inspections, so that a counted acceptance can be opened."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from acceptance.cli.demo.holding import hold_acceptances
from acceptance.cli.demo.quality import record_qualities
from acceptance.domain.people import Actor
from acceptance.persistence.projects import Project
from acceptance.workflow.actions import Action


def complete_records(session: Session, project: Project, by: Actor, now: datetime) -> None:
    """The quality of every part, and what the opening asks to have happened before."""
    record_qualities(session, project, by, lambda: now)
    hold_acceptances(session, project, Action.OPEN_ATTEMPT, by, by, lambda: now)
