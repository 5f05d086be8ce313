"""Taking hold of a project before something in it changes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from acceptance.domain.findings import Finding
from acceptance.domain.people import Actor
from acceptance.persistence.projects import Project
from acceptance.queries.scope import visible
from acceptance.services.errors import NotFoundError, RefusedError


def locked_project(session: Session, project_id: int, actor: Actor) -> Project:
    """The project, for writing. Missing and outside the actor's area are the same."""
    project = session.scalars(
        select(Project)
        .where(Project.id == project_id, visible(actor))
        .with_for_update(of=Project)
        .execution_options(populate_existing=True)
    ).one_or_none()
    if project is None:
        raise NotFoundError
    return project


def refuse(findings: Iterable[Finding]) -> None:
    """Refuse with all reasons, if there are any."""
    if reasons := tuple(findings):
        raise RefusedError(*reasons)
